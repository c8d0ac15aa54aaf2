"""Traces as JSON, for programs."""

import json
from collections.abc import Iterable, Sequence

import msgspec

from briefgen.cli.json import as_objects
from briefgen.cli.trace_rows import rows
from briefgen.diagnostic import Diagnostic
from briefgen.verbs.trace import Traced


def dumps(traced: Sequence[Traced], diagnostics: Iterable[Diagnostic] | None) -> str:
    """One object with a list `traces` of `{scenario, language, rows}`, the rows as in the CSV, and a list
    `diagnostics`, as `check` has it; without, where there are none for those who read it."""
    traces = [
        {
            "scenario": each.loaded.name,
            "language": each.lang,
            "rows": [msgspec.structs.asdict(row) for row in rows(each)],
        }
        for each in traced
    ]
    # ASCII, so that no control or bidi character reaches a terminal.
    told = {} if diagnostics is None else {"diagnostics": as_objects(diagnostics)}
    return json.dumps({"traces": traces, **told}, ensure_ascii=True, indent=1)
