"""``quern check``: whether the output is what the queries and the schema say."""

from collections.abc import Iterator

from quern import __version__, output
from quern.config import Config
from quern.errors import QuernError
from quern.generate import Step
from quern.incremental.inputs import read_inputs
from quern.manifest import MANIFEST, Origin, read_manifest
from quern.outcome import Outcome


def check(config: Config, database_url: str | None, begin: Step = lambda _: None) -> Outcome:
    """Make everything anew and compare; this is the proof, and changes nothing.

    :raises QuernError: if something is wrong, with the queries say
    """
    # Imported here, so that a check without a database does without psycopg.
    from quern.database import migrated_database
    from quern.incremental.inputs import hash_texts
    from quern.pipeline import run

    begin("looking for changes")
    inputs = read_inputs(config)
    with migrated_database(config, database_url, begin) as database:
        result = run(config, database, begin)
    begin("comparing files")
    origin = Origin(hash_texts(result.texts), inputs.origin.settings, inputs.origin.migrations)
    return Outcome(
        "check",
        config.output,
        queries=result.queries,
        differences=tuple(output.compare(config.output_folder, result.files, origin)),
        diagnostics=result.warnings,
    )


def check_offline(config: Config) -> Outcome:
    """Compare hashes with those in the manifest: stale or not, without a database.

    It tells that queries, settings or migrations changed since the output was made, and that its
    files were edited. What it cannot see is a schema that changed in another way.

    :raises QuernError: if the manifest is missing or does not say what it was made from
    """
    folder = config.output_folder
    manifest = read_manifest(folder)
    if manifest.origin is None:
        raise QuernError(
            f"{config.output}/{MANIFEST} does not say what the files were made from",
            hint="run quern generate once",
        )
    causes = [*_causes(manifest.origin, read_inputs(config).origin)]
    if manifest.version != __version__:
        causes.append(f"it was made by quern {manifest.version}, this is {__version__}")
    return Outcome(
        "check",
        config.output,
        queries=0,
        differences=tuple(output.compare_with_manifest(folder)),
        causes=tuple(causes),
        proven=False,
    )


def _causes(made: Origin, now: Origin) -> Iterator[str]:
    """Say what is not as it was when the output was made."""
    for name in sorted({*made.queries, *now.queries}):
        if name not in made.queries:
            yield f"{name} is new"
        elif name not in now.queries:
            yield f"{name} is gone"
        elif made.queries[name] != now.queries[name]:
            yield f"{name} changed"
    if made.settings != now.settings:
        yield "settings in [tool.codegen] changed"
    if made.migrations != now.migrations:
        yield "the migrations changed"
