"""``quern generate``: a run, unless nothing changed since the last."""

import os
from collections.abc import Callable
from dataclasses import replace

from quern import output
from quern.config import Config
from quern.embedded_home import last_use, project_home, service_account
from quern.incremental.inputs import Inputs, hash_texts, read_inputs
from quern.incremental.record import Record, read_record, write_record
from quern.manifest import hash_of_manifest
from quern.outcome import Outcome

#: Called with what is done next, for who shows progress.
Step = Callable[[str], None]


def generate(config: Config, database_url: str | None, begin: Step = lambda _: None) -> Outcome:
    """Make the output what the queries and the schema say.

    :param database_url: the database that the command line names; None for DATABASE_URL, or else
        an embedded one
    :param begin: called with each step
    :raises QuernError: if something is wrong; nothing is written then
    """
    begin("looking for changes")
    inputs = read_inputs(config)
    record = _still_good(config, inputs)
    if record is not None and _is_embedded(database_url) and _unused_since(config, record):
        return _nothing_to_do(config, record)
    # Imported step by step: psycopg and the analysis are what takes time, where a run ends early.
    from quern.database import migrated_database
    from quern.incremental.catalogue import read_catalogue_hash

    with migrated_database(config, database_url, begin) as database:
        begin("comparing the schema")
        catalogue = read_catalogue_hash(database)
        if record is not None and record.catalogue == catalogue:
            use = database.server.only_use if database.server else None
            write_record(config.root, replace(record, use=use))
            return _nothing_to_do(config, record)
        from quern.pipeline import run

        result = run(config, database, begin)
        use = database.server.only_use if database.server else None
    begin("writing files")
    # The queries as they were read, which may not be what they were before.
    origin = replace(inputs.origin, queries=hash_texts(result.texts))
    used = replace(inputs, origin=origin)
    changed = output.write(config.output_folder, result.files, origin)
    if read_inputs(config) == used:  # else something changed under us
        manifest = hash_of_manifest(result.files, origin)
        found = (manifest, result.queries, result.warnings)
        write_record(config.root, Record(used.digest, catalogue, use, *found))
    return Outcome(
        "generate",
        config.output,
        queries=result.queries,
        changed=tuple(path.as_posix() for path in changed),
        diagnostics=result.warnings,
    )


def _still_good(config: Config, inputs: Inputs) -> Record | None:
    """Return the record of the last run if its inputs and its output are as they were."""
    record = read_record(config.root)
    if record is None or record.inputs != inputs.digest:
        return None
    return record if output.is_as_written(config.output_folder, record.manifest) else None


def _is_embedded(database_url: str | None) -> bool:
    return not (database_url or os.environ.get("DATABASE_URL"))


def _unused_since(config: Config, record: Record) -> bool:
    """Tell, without starting it, whether the embedded database is as the last run left it.

    Its migrations must be known to be the same, too: by a setting, or because there are none.
    """
    settings = config.embedded
    if record.use is None or (settings.migrate is not None and not config.migrations):
        return False
    home = project_home(config.root, settings.postgres, service_account())
    return last_use(home) == record.use


def _nothing_to_do(config: Config, record: Record) -> Outcome:
    return Outcome("generate", config.output, queries=record.queries, diagnostics=record.warnings)
