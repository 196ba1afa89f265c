-- name: list_long_names_that_go_on :many
SELECT
    a_long_name_of_a_column_that_goes_on,
    the_same_once_more,
    nobody
FROM shop.long_names;

-- name: list_long_values_that_go_on_and_on_to_the_edge :many
SELECT a_long_name_of_a_column_that_goes_on FROM shop.long_names;

-- name: a_query_with_a_long_name_that_goes_on_and_on_to_the_edge_of_it :execrows
INSERT INTO shop.long_names
VALUES (:a_long_name_of_a_parameter, :the_same_once_more_and_more, :nobody);
