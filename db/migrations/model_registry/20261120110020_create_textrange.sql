-- A range from a text to itself stands for the text in an exclusion constraint: GiST compares
-- ranges, but has no equality of texts without an extension.

-- migrate:up
-- Collation C: the order is never shown, and no upgrade of the operating system changes it under
-- the index.
CREATE TYPE model_registry.textrange AS RANGE (
    subtype = text,
    collation = "C",
    multirange_type_name = model_registry.textmultirange
);

COMMENT ON TYPE model_registry.textrange IS
    'A range of texts in the order of their bytes; from a text to itself, a text that GiST can compare.';
COMMENT ON TYPE model_registry.textmultirange IS
    'Several ranges of texts, which every range type brings along.';

-- Whoever writes a row computes the expressions of its indexes.
GRANT EXECUTE ON FUNCTION model_registry.textrange(text, text, text)
    TO application_user, application_system;

-- migrate:down
DROP TYPE model_registry.textrange;
