-- name: get_both :one
SELECT :left_one::shop_left.outer_one, :right_one::shop_right.outer_one;
