"""A trace as CSV."""

from collections.abc import Sequence

from briefgen.cli.csv import dumps as as_csv
from briefgen.cli.trace_rows import TraceRow, rows
from briefgen.verbs.trace import Traced


def dumps(traced: Sequence[Traced]) -> str:
    """One table of all scenarios: a row for each passage, a column for each field of `TraceRow`."""
    head = TraceRow.__struct_fields__
    return as_csv(head, ([getattr(row, name) for name in head] for each in traced for row in rows(each)))
