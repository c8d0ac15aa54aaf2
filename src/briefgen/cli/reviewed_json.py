"""What reviewers changed as JSON, for programs."""

import json
from collections.abc import Iterable

import msgspec

from briefgen.cli.json import as_objects
from briefgen.diagnostic import Diagnostic
from briefgen.review.edits import Edit, Found
from briefgen.verbs.review import Reviews
from briefgen.verbs.review_places import place


def dumps(reviews: Reviews | None, diagnostics: Iterable[Diagnostic]) -> str:
    """One object with `found` (null where the files could not be read), each with its `kind` and place, and
    `diagnostics` as `check` has them."""
    found = None if reviews is None else [_object(each, reviews) for each in reviews.found]
    return json.dumps({"found": found, "diagnostics": as_objects(diagnostics)}, ensure_ascii=True, indent=1)


def _object(found: Found, reviews: Reviews) -> dict[str, object]:
    strokes = found.strokes if isinstance(found, Edit) else ()
    span = place(reviews.loaded, found, strokes[0] if strokes else None)
    where = {
        "file": span.file.name if span else "",
        "line": span.line if span else None,
        "column": span.column if span else None,
    }
    return {"kind": type(found).__name__.lower(), **where, **msgspec.to_builtins(found)}
