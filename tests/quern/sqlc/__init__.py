"""A project as sqlc has them, written for these tests: its query files are to work unchanged."""
