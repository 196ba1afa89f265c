-- name: list_items :many
SELECT id FROM shop.items
WHERE true
  AND id > :a -- @if a
  AND id > :b -- @if b
  AND id > :c -- @if c
  AND id > :d -- @if d
  AND id > :e -- @if e
  AND id > :f -- @if f
  AND id > :g -- @if g
