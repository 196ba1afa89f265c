-- name: add_item :one!
INSERT INTO shop.items (id, title) VALUES (:id, :title);

-- name: add_items :batchone
INSERT INTO shop.items (id, title) VALUES (:id, :title);

-- name: stream_nothing :stream
DELETE FROM shop.items;

-- name: stream_changed :stream
DELETE FROM shop.items RETURNING id;

-- name: stream_changed_in_with :stream
WITH gone AS (DELETE FROM shop.items RETURNING id) SELECT id FROM gone;

-- name: delete_all :batch
DELETE FROM shop.items;

-- name: copy_nothing :copy
INSERT INTO shop.items (id, title) VALUES (1, 'a');
