-- name: copy_update :copy
UPDATE shop.items SET title = :title;

-- name: copy_conflict :copy
INSERT INTO shop.items (id, title) VALUES (:id, :title) ON CONFLICT DO NOTHING;

-- name: copy_returning :copy
INSERT INTO shop.items (id, title) VALUES (:id, :title)
RETURNING id;

-- name: copy_expression :copy
INSERT INTO shop.items (id, title) VALUES (:id, lower(:title));

-- name: copy_cast :copy
INSERT INTO shop.items (id, title) VALUES (:id, :title::text);

-- name: copy_default :copy
INSERT INTO shop.items (id, title, colour) VALUES (:id, :title, DEFAULT);

-- name: copy_two_rows :copy
INSERT INTO shop.items (id, title) VALUES (:id, :title), (:id2, :title2);

-- name: copy_unnamed :copy
INSERT INTO shop.items VALUES (:id, :title);

-- name: copy_twice :copy
INSERT INTO shop.items (id, title, other) VALUES (:id, :title, :title);

-- name: copy_element :copy
INSERT INTO shop.items (id, title, numbers[1]) VALUES (:id, :title, :number);

-- name: copy_select :copy
INSERT INTO shop.items (id, title) SELECT :id::integer, :title::text;

-- name: copy_view :copy
INSERT INTO shop.titles (id, title) VALUES (:id, :title);

-- name: copy_ruled :copy
INSERT INTO shop.ruled (id) VALUES (:id);

-- name: copy_secured :copy
INSERT INTO shop.secured (id) VALUES (:id);

-- name: copy_overriding :copy
INSERT INTO shop.items (id, title) OVERRIDING USER VALUE VALUES (:id, :title);

-- name: copy_aliased :copy
INSERT INTO shop.items AS i (id, title) VALUES (:id, :title);
