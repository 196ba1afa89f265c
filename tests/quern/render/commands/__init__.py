"""Each command at work, sync and async, with and without a transaction."""
