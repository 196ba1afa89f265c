"""A Docker engine (`engine.sh`) and a Postgres image (`image`) for where none can be pulled."""
