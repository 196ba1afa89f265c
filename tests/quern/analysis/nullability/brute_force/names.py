"""Which built-in functions are asked about, beside those behind operators and casts."""

from collections.abc import Mapping

#: Functions that queries call by name. Whatever is behind a name and gives NULL is refuted.
ASKED_ABOUT = frozenset(
    word
    for words in (
        # texts
        "ascii bit_length btrim casefold char_length character_length chr concat concat_ws convert",
        "convert_from convert_to decode encode format hashtext hashtextextended initcap",
        "is_normalized left length like like_escape lower lpad ltrim md5 normalize notlike",
        "octet_length overlay parse_ident position quote_ident quote_literal quote_nullable",
        "regexp_count regexp_instr regexp_like regexp_replace regexp_split_to_array repeat replace",
        "reverse right rpad rtrim similar_escape similar_to_escape split_part string_to_array",
        "strpos substr substring text to_ascii to_bin to_hex to_oct translate unicode_assigned",
        "unistr upper",
        # numbers
        "abs acos acosd acosh asin asind asinh atan atan2 atan2d atand atanh bit_count cbrt ceil",
        "ceiling cos cosd cosh cot cotd crc32 crc32c degrees div erf erfc exp factorial floor",
        "gamma gcd lcm lgamma ln log log10 mod pi pow power radians random round sign sin sind",
        "sinh sqrt tan tand tanh trim_scale trunc width_bucket",
        # times
        "age clock_timestamp date_add date_bin date_subtract date_trunc isfinite justify_days",
        "justify_hours justify_interval make_date make_interval make_time make_timestamp",
        "make_timestamptz now overlaps statement_timestamp time timeofday timestamp timestamptz",
        "timetz timezone to_date to_timestamp transaction_timestamp",
        # bytes, bits, addresses, uuid
        "abbrev broadcast family get_bit get_byte host hostmask inet_merge inet_same_family",
        "macaddr8_set7bit masklen netmask network set_bit set_byte set_masklen sha224 sha256",
        "sha384 sha512 gen_random_uuid uuid_send uuidv4 uuidv7",
        # arrays, ranges and enums
        "array_fill array_positions array_remove array_replace array_reverse array_sort",
        "array_to_string cardinality daterange enum_first enum_last enum_range int4range int8range",
        "isempty lower_inc lower_inf multirange numrange range_merge trim_array tsrange tstzrange",
        "upper_inc upper_inf",
        # JSON
        "array_to_json json_array_length json_build_array json_build_object json_object",
        "json_strip_nulls json_typeof jsonb_array_length jsonb_build_array jsonb_build_object",
        "jsonb_insert jsonb_object jsonb_path_query_array jsonb_path_query_array_tz jsonb_pretty",
        "jsonb_set jsonb_strip_nulls jsonb_typeof row_to_json to_json to_jsonb",
        # full-text search
        "array_to_tsvector json_to_tsvector jsonb_to_tsvector numnode phraseto_tsquery",
        "plainto_tsquery setweight strip to_tsquery to_tsvector ts_delete ts_filter ts_headline",
        "ts_rank ts_rank_cd tsquery_phrase tsvector_to_array websearch_to_tsquery",
        # the session, sequences, and what tells of values
        "current_database current_setting current_user currval getpgusername nextval num_nonnulls",
        "num_nulls pg_advisory_unlock pg_backend_pid pg_client_encoding pg_column_size",
        "pg_input_is_valid pg_is_in_recovery pg_notify pg_postmaster_start_time pg_size_pretty",
        "pg_try_advisory_lock pg_try_advisory_lock_shared pg_try_advisory_xact_lock",
        "pg_try_advisory_xact_lock_shared pg_typeof session_user set_config setval to_char",
        "txid_current version",
    )
    for word in words.split()
)

#: Functions that may be NULL although no call here shows it, with the reason.
DOUBTED: Mapping[str, str] = {}

#: Geometry: whoever wants it has to go through its source first.
DOUBTED_TYPES = frozenset({"line", "lseg", "box", "path", "polygon", "circle"})
