-- name: last_id :execlastid
INSERT INTO shop.items (id, title) VALUES (:id, :title);

-- name: typo :ONE
SELECT id FROM shop.items WHERE id = :id;

-- name: other_typo :batchmani
SELECT id FROM shop.items WHERE id = :id;
