-- name: list_items :many
SELECT id FROM shop.items;

-- name: be_somebody_else :exec
SELECT set_config('app.user_id', :user_id, false);

-- name: be_anything :exec
SELECT set_config(:name, :value, true);
