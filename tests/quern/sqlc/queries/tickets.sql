-- The tickets of the festival, many at a time.

-- name: CreateTickets :copyfrom
INSERT INTO tickets (id, holder, price) VALUES ($1, $2, $3);

-- name: UseTickets :batchexec
UPDATE tickets
SET state = 'used', used_at = now()
WHERE id = @id AND state <> 'used';

-- name: PayTickets :batchone
UPDATE tickets SET state = 'paid' WHERE id = sqlc.arg(id) RETURNING id, holder, state;

-- name: TicketsOfHolders :batchmany
SELECT id, price FROM tickets WHERE holder = $1 ORDER BY price;

-- name: CreateSets :copyfrom
INSERT INTO sets (artist_id, stage_id, starts_at, minutes) VALUES (@artist_id, @stage_id, @starts_at, @minutes);

-- name: CountTicketsByState :many
SELECT state, count(*) AS number, sum(price) AS total FROM tickets GROUP BY state ORDER BY state;

-- name: GetTicket :one
SELECT id, holder, price, state, used_at FROM tickets WHERE id = $1 FOR UPDATE;

-- name: ExpireTickets :execrows
DELETE FROM tickets WHERE state = 'reserved' AND price < sqlc.arg(price)::numeric;
