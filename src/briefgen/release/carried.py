"""The bytes of a PDF → the files that it carries as a brief, each as it was attached, or why they are not taken out."""

import msgspec

from briefgen import __version__
from briefgen.diagnostic import Diagnostic, error
from briefgen.release.attached import attached
from briefgen.release.manifest import MANIFEST, Manifest, loads, maker_of
from briefgen.release.names import described

MOST_WORDS = 8 << 20
"""Bytes of all that is no picture; a hundred times the brief on Haiti has five million."""
_NAMED = 3
"""Attachments that a message names."""


class Carried(msgspec.Struct, frozen=True):
    """What a brief carries."""

    manifest: Manifest
    files: dict[str, bytes]
    """Name → bytes: those of the manifest, and the manifest itself."""


def carried(data: bytes, name: str) -> Carried | Diagnostic:
    """What a PDF carries, whole and unchanged. `name` is what messages call the PDF."""
    files = attached(data, name)
    if isinstance(files, Diagnostic):
        return files
    strange = [each for each in files if not described(each)]
    if MANIFEST not in files:
        why = "its attachments are those of another program" if files else "it has no attachments"
        return error(
            "not-a-brief", f"{name} does not carry what it was made from: {why}.", file=name,
            hint="A brief carries it unless it was rendered with `--no-sources`.",
        )  # fmt: skip
    if strange:
        return error(
            "attachment-refused",
            f"No brief carries {_named(strange)}. Nothing is taken out of {name}.",
            file=name,
            hint="Someone attached it later, perhaps to have it written where it does not belong.",
        )
    if sum(len(each) for file, each in files.items() if not file.endswith(".png")) > MOST_WORDS:
        much = f"it carries more than {MOST_WORDS >> 20} MiB of text"
        return error("attachment-refused", f"{name} is not opened: {much}.", file=name)
    manifest = loads(files[MANIFEST])
    if manifest is None:
        maker = maker_of(files[MANIFEST])
        if maker not in ("", __version__):
            message = f"{name} was made by briefgen {maker}; briefgen {__version__} cannot read what it carries."
            return error("other-version", message, file=name, hint=f"Open it with briefgen {maker}.")
        return error("attachment-changed", f"`{MANIFEST}` in {name} is not as briefgen writes it.", file=name)
    if wrong := manifest.changed({each: data for each, data in files.items() if each != MANIFEST}):
        missing = [each for each in wrong if each not in files]
        told = [f"{_named(missing)} {_is(missing)} missing"] if missing else []
        changed = [each for each in wrong if each in files]
        told += [f"{_named(changed)} {_is(changed)} not as attached when the brief was made"] if changed else []
        return error(
            "attachment-changed", f"{', and '.join(told)}.", file=name,
            hint="Ask for the brief as it was rendered.",
        )  # fmt: skip
    return Carried(manifest, files)


def _named(names: list[str]) -> str:
    shown = ", ".join(f"`{each[:80]}`" for each in names[:_NAMED])
    return shown + (f" and {len(names) - _NAMED} more" if len(names) > _NAMED else "")


def _is(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
