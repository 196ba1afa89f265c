-- name: first_day :one
SELECT date_trunc('month', '2024-01-02');
