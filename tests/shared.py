"""Artefacts that are made once in a run of the tests, by whichever worker asks first, and shared by all of them."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

folder: Path | None = None
"""That of the run, which `conftest.py` names; where there is none, such as in a process that a test starts, everything
is made each time."""


def made_once(name: str, make: Callable[[], Mapping[str, bytes]]) -> dict[str, bytes]:
    """The files that `make` gives. `name`: of what is made, and how."""
    if folder is None:
        return dict(make())
    made = folder / sha256(name.encode()).hexdigest()
    if not made.exists():
        with NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(msgspec.msgpack.encode(dict(make())))
        Path(file.name).replace(made)  # whole or not at all; two workers that begin at once make the same bytes
    return msgspec.msgpack.decode(made.read_bytes(), type=dict[str, bytes])
