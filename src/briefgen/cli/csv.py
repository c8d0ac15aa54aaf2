"""Tables as CSV (RFC 4180), for programs and spreadsheets."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
"""How a cell begins that a spreadsheet would work out, or send somewhere
(https://owasp.org/www-community/attacks/CSV_Injection)."""


def dumps(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header row and the rows, line ends as CRLF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue()


def neutral(cell: str) -> str:
    """A cell that is words to every spreadsheet: an apostrophe stands before what could be a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell
