-- migrate:up
-- The extension is not marked trusted, so only an administrator can create it, beforehand. In
-- such a database this statement does nothing; without it, it says that the right is missing.
CREATE EXTENSION IF NOT EXISTS vector;

-- migrate:down
-- An ordinary owner cannot drop what an administrator created, and other users of the database
-- may depend on it: going back leaves the extension where it was found.
SELECT 1;
