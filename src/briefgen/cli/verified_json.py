"""What is known of a brief, as JSON for programs."""

import json
from collections.abc import Iterable

import msgspec

from briefgen.cli.json import as_objects
from briefgen.diagnostic import Diagnostic
from briefgen.verbs.verify import Verified


def dumps(verified: Verified | None, diagnostics: Iterable[Diagnostic]) -> str:
    """One object with `brief`, null where nothing is known of it, and `diagnostics` as `check` has them."""
    brief = None
    if verified:
        brief = {
            "title": verified.title,
            "edition": verified.edition,
            "maker": verified.manifest.maker,
            "commit": verified.manifest.commit,
            "libraries": verified.manifest.libraries,
            "rendering": msgspec.to_builtins(verified.manifest.rendering),
            "content": verified.content,
            "files": sorted(verified.manifest.files),
            "then": msgspec.to_builtins(verified.then),
            "now": msgspec.to_builtins(verified.now),
        }
    # ASCII, so that no control or bidi character reaches a terminal.
    return json.dumps({"brief": brief, "diagnostics": as_objects(diagnostics)}, ensure_ascii=True, indent=1)
