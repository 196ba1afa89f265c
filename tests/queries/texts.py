"""Texts that go wrong where somebody quotes, escapes, splits or formats them by hand."""

TRICKY = (
    "",
    " ",
    "O'Neil",
    '"quoted"',
    "back\\slash",
    "trailing\\",
    "'; DROP TABLE iam.users; --",
    "%s %(name)s %% $1 :name ?",
    "{a,b}",
    'a,"b\\"',
    "NULL",
    "line\nbreak\ttab\r",
    "Ünïcödé",
    "日本語",
    "🧵👩‍👩‍👧",
    "e\u0301",
    "\u202eright to left",
)
