# Recipes run from the project's folder; each sets up what it needs by itself.

set positional-arguments := true

venv := ".venv"
bin := venv / "bin"
just := quote(just_executable())
installed := "cat requirements.lock pyproject.toml | cmp -s - " + venv / ".installed"
one_at_a_time := "$(command -v flock >/dev/null && echo flock Justfile)"
bench_lock := "tests/benchmarks/requirements.lock"
compile := uv + " pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
    --no-emit-find-links --no-header --no-annotate --python-version 3.11"
uv := if path_exists(bin / "uv") == "true" { bin / "uv" } else { "uv" }

# List the recipes.
default:
    @{{ just }} --list --unsorted

# Make .venv and install the pinned dependencies and the project; quick when nothing changed.
setup:
    @{{ installed }} || {{ one_at_a_time }} {{ just }} _setup_once

# Whoever waited for another finds the work done.
_setup_once:
    @{{ installed }} || {{ just }} _install

_install:
    @test -x {{ bin }}/python || {{ uv }} venv --quiet --allow-existing {{ venv }}
    {{ uv }} pip install --quiet --python {{ bin }}/python --require-hashes -r requirements.lock
    {{ uv }} pip install --quiet --python {{ bin }}/python --no-deps --no-build-isolation --editable .
    @cat requirements.lock pyproject.toml > {{ venv }}/.installed

# Pin the newest versions that pyproject.toml allows.
lock: setup
    {{ compile }} --all-extras --group dev --output-file requirements.lock pyproject.toml
    {{ compile }} --group bench --constraint requirements.lock --output-file {{ bench_lock }}

# Generate typed Python from queries/, on the embedded server (migrated first) or DATABASE_URL.
codegen *args: setup
    @{{ bin }}/quern generate "$@"

# Tell whether migrations and schema are sound, and generated/ and the diagrams are what they say.
check: setup
    @failed=0; \
    {{ bin }}/python -m db lint || failed=1; \
    {{ bin }}/quern check || failed=1; \
    {{ bin }}/python -m db check || failed=1; \
    exit $failed

# Run the tests on the Postgres that TEST_DATABASE_URL, a Docker engine or the embedded server gives.
test *args: setup
    {{ bin }}/python -m pytest "$@"

# Run the database tests on a Postgres in a container, building its image when none can be had.
test-containers *args: setup
    TEST_POSTGRES=container {{ bin }}/python -m pytest tests/db tests/queries "$@"

# Look for a broken claim in random queries: --minutes 10 --seed 1 --what nullability|cardinality|both.
fuzz *args: setup
    {{ bin }}/python -m tests.quern.analysis.fuzz "$@"

# Tell which mistakes put into the rules random queries notice: --minutes 10 --seed 1 --only WORDS.
mutants *args: setup
    {{ bin }}/python -m tests.quern.analysis.try_mutants "$@"

# Call the built-in functions with many values, and list anew which are never NULL: --calls 5000.
built-ins *args: setup
    {{ bin }}/python -m tests.quern.analysis.nullability.brute_force.derive "$@"

# Measure beside psycopg, asyncpg, SQLAlchemy and sqlc: --only point_select --quick.
bench *args: setup
    @{{ uv }} pip install --quiet --python {{ bin }}/python --require-hashes -r {{ bench_lock }}
    {{ bin }}/python -m tests.benchmarks "$@"

# Format and lint code.
fmt: setup
    {{ bin }}/ruff check --fix --quiet
    {{ bin }}/ruff format --quiet

# Check format, lint and types.
lint: setup
    {{ bin }}/ruff format --check
    {{ bin }}/ruff check
    {{ bin }}/mypy
    {{ bin }}/basedpyright

# Apply all pending migrations.
db-migrate: setup
    @{{ bin }}/python -m db migrate

# Undo the newest migration.
db-rollback: setup
    @{{ bin }}/python -m db rollback

# List the migrations, applied and pending.
db-status: setup
    @{{ bin }}/python -m db status

# Make an empty migration of a schema.
db-new schema name: setup
    @{{ bin }}/python -m db new "$1" "$2"

# Write db/schema.sql from the database.
db-dump: setup
    @{{ bin }}/python -m db dump

# Look for what is wrong with the schema as a whole.
db-advice: setup
    @{{ bin }}/python -m db advice

# Write the diagrams of the schemas, and whose rows are whose, into the README files.
db-diagram: setup
    @{{ bin }}/python -m db diagram

# Wait until the database accepts connections.
db-wait: setup
    @{{ bin }}/python -m db wait

# Drop the embedded database and migrate a new one.
db-reset: setup
    @{{ bin }}/python -m db reset

# Load the demo data of db/seed/, once; --force also beside other data or on another machine.
db-seed *args: setup
    @{{ bin }}/python -m db seed "$@"

# Print the URL of the database in use, starting the embedded server and leaving it running.
db-url: setup
    @{{ bin }}/python -m db url

# Open psql on the database in use.
db-psql *args: setup
    @{{ bin }}/python -m db psql "$@"

# Stop the embedded server that db-url left running.
db-stop: setup
    @{{ bin }}/python -m db stop

# Make roles, database and extension on a server of your own, as its administrator.
db-bootstrap: setup
    @{{ bin }}/python -m db bootstrap

# Make the partitions of the coming months, and end what has expired.
db-cleanup: setup
    @{{ bin }}/python -m db cleanup

# Print size, rows and last upkeep of every table.
db-stats: setup
    @{{ bin }}/python -m db stats

# Vacuum and analyze every table.
db-vacuum: setup
    @{{ bin }}/python -m db vacuum
