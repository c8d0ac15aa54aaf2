"""The record of what briefgen wrote, so that it never writes over a file that someone has edited since.

`.briefgen/outputs.json` in the folder of the outputs: `{"outputs": {"haiti-2022.docx": "<sha256>"}}`.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import msgspec

from briefgen.diagnostic import Diagnostic, error
from briefgen.world.names import decoded
from briefgen.world.transaction import Transaction

_FOLDER, _FILE = ".briefgen", "outputs.json"


def unchanged_since_written(path: Path) -> bool | None:
    """Whether a file is as briefgen wrote it; None where the record does not know it, or it is not there."""
    if _unchanged(path):
        return True
    # The outputs of a run that is writing, or was killed, do not agree with the record until it has finished.
    Transaction(path.parent, str).recover()
    return _unchanged(path)


def _unchanged(path: Path) -> bool | None:
    known = _record(path.parent).get(decoded(path.name))
    if known is None:
        return None
    try:
        return _sha256(path.read_bytes()) == known
    except FileNotFoundError:
        return None
    except OSError:
        return False


def refusal(path: Path, name: str) -> Diagnostic | None:
    """Why `path` may not be written over without being told to, if it may not."""
    if not path.exists():
        return None
    hint = "Take over what was edited (`briefgen review`) or move the file away; `--force` writes over it."
    match unchanged_since_written(path):
        case True:
            return None
        case False:
            return error("edited-output", f"{name} was edited since briefgen wrote it.", file=name, hint=hint)
        case None:
            return error(
                "edited-output",
                f"{name} exists, and briefgen has no record of having written it.",
                file=name,
                hint=hint,
            )


def with_record(files: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """The outputs, and with them the records of their folders brought up to date, to be written together."""
    records: dict[Path, dict[str, str]] = {}
    for path, data in files.items():
        record = records.setdefault(path.parent, _record(path.parent))
        record[decoded(path.name)] = _sha256(data)
    return dict(files) | {folder / _FOLDER / _FILE: _json(record) for folder, record in records.items()}


def _record(folder: Path) -> dict[str, str]:
    """Name of output → sha256. A record that is damaged counts as none."""
    try:
        outputs = msgspec.json.decode((folder / _FOLDER / _FILE).read_bytes())["outputs"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError, msgspec.DecodeError):
        return {}
    if not isinstance(outputs, dict):
        return {}
    return {name: digest for name, digest in outputs.items() if isinstance(digest, str)}


def _json(record: dict[str, str]) -> bytes:
    return msgspec.json.format(msgspec.json.encode({"outputs": dict(sorted(record.items()))}), indent=2) + b"\n"


def _sha256(data: bytes) -> str:
    return sha256(data).hexdigest()
