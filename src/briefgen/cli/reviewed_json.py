"""What reviewers changed as JSON, for programs."""

import json
from collections.abc import Iterable

import msgspec

from briefgen.cli.json import as_objects
from briefgen.diagnostic import Diagnostic
from briefgen.review.edits import Edit, Found
from briefgen.verbs.apply_review import AppliedReview
from briefgen.verbs.review import Reviews
from briefgen.verbs.review_places import place


def dumps(reviews: Reviews | None, diagnostics: Iterable[Diagnostic], applied: AppliedReview | None = None) -> str:
    """One object with `found` (null where the files could not be read), each with its `kind` and place, and
    `diagnostics` as `check` has them; of a review that was applied, `outcomes` too, and the `files` that changed."""
    found = None if reviews is None else [_object(each, reviews) for each in reviews.found]
    told: dict[str, object] = {"found": found, "diagnostics": as_objects(diagnostics)}
    if applied:
        told["outcomes"] = [
            {"kind": type(each).__name__.lower(), **msgspec.to_builtins(each)} for each in applied.home.outcomes
        ]
        told["files"] = [path.as_posix() for path in applied.home.files]
    return json.dumps(told, ensure_ascii=True, indent=1)


def _object(found: Found, reviews: Reviews) -> dict[str, object]:
    strokes = found.strokes if isinstance(found, Edit) else ()
    span = place(reviews.loaded, found, strokes[0] if strokes else None)
    where = {
        "file": span.file.name if span else "",
        "line": span.line if span else None,
        "column": span.column if span else None,
    }
    return {"kind": type(found).__name__.lower(), **where, **msgspec.to_builtins(found)}
