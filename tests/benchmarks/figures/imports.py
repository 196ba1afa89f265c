"""What importing a generated module takes, for each model in it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from quern import output, pipeline
from quern.config import load_config
from quern.database import Database
from tests.benchmarks.bench import Bench
from tests.benchmarks.measure import Contestant, interleave
from tests.benchmarks.result import Bar, Section, compared
from tests.benchmarks.synthetic import make_project

_QUERIES = 600
_TABLES = 20
_QUERN = "quern, models and functions"
_BUILT = "the same, its models built at import, as pydantic's are by default"
_DEFERRED = "defer_build=True"

#: Imports all modules of a package, and prints how long that took and how many models there are.
#: Nothing in it waits, so that time of CPU is what counts, however busy the machine is.
_IMPORT = """
import importlib, json, sys, time
package, *modules = sys.argv[1:]
runtime = importlib.import_module(package.partition(".")[0] + "._runtime")
started = time.process_time()
found = [importlib.import_module(f"{package}.{name}") for name in modules]
seconds = time.process_time() - started
models = {
    value for module in found for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, runtime.Row)
}
print(json.dumps([seconds, len(models)]))
"""


def measure(bench: Bench) -> list[Section]:
    """Measure the import of a package; psycopg, pydantic and the runtime are there already."""
    folder = bench.folder / "imports"
    make_project(folder, _QUERIES, _TABLES)
    url = bench.database("imports", (folder / "schema.sql").read_text())
    config = load_config(folder)
    output.write(config.output_folder, pipeline.run(config, Database(url, "benchmark")).files)
    _with_built_models(config.output_folder, folder / "built")
    modules = sorted(path.stem for path in (folder / "queries").iterdir())
    _, models = _import(folder, "generated", modules)
    contestants = [
        Contestant(_QUERN, _sample(folder, "generated", modules)),
        Contestant(
            "quern async, with the models, which are those of the other",
            _sample(folder, "generated.aio", modules),
        ),
        Contestant(_BUILT, _sample(folder, "built", modules)),
    ]
    times = interleave(contestants, rounds=bench.rounds(15), seconds=25)
    header, lines = compared(times, _QUERN, "ms")
    section = Section(
        title="Import",
        how=(
            f"{len(modules)} modules with {_QUERIES} queries and {models} models, imported by "
            f"fresh interpreters, compiled before, in {len(times.rounds[_QUERN])} rounds. ms of "
            "CPU a model; psycopg, pydantic and the runtime are imported before."
        ),
        header=header,
        lines=lines,
        bars=[Bar("import, a model", "at most", 0.3, "ms", times.seconds(_QUERN) * 1000)],
    )
    return [section]


def _with_built_models(package: Path, copy: Path) -> None:
    """Copy a generated package, with one setting of pydantic changed."""
    shutil.copytree(package, copy)
    core = copy / "_runtime" / "core.py"
    text = core.read_text()
    if _DEFERRED not in text:
        raise AssertionError(f"{core.name} does not say {_DEFERRED}")
    core.write_text(text.replace(_DEFERRED, "defer_build=False"))


def _import(folder: Path, package: str, modules: list[str]) -> tuple[float, int]:
    """Return the seconds of CPU that an import of all modules took, and how many models it gave."""
    result = subprocess.run(
        [sys.executable, "-c", _IMPORT, package, *modules],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, models = json.loads(result.stdout)
    return seconds, models


def _sample(folder: Path, package: str, modules: list[str]) -> Callable[[], float]:
    def sample() -> float:
        seconds, models = _import(folder, package, modules)
        return seconds / models

    return sample
