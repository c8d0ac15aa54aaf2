"""A redline in the plain text of golden tests: what went and what came stands beside it."""

from tests.redline.notation import read

from briefgen.dump.dump import write
from briefgen.redline import revise


def test_all_revisions_are_said() -> None:
    old = read("The team may go^1.\n- One.\n- Two.\nA|B\n1|2\n3|4\n^1 Letter.")
    new = read("The team may stay.\nMore.\n- One.\nA|B\n1|2\n")
    lines = [line.strip() for line in write(revise(old, new)).decode().splitlines()]
    start = next(at for at, line in enumerate(lines) if line.startswith("body"))
    assert lines[start:] == [
        'body "The team may " +deleted "go" ^1+deleted +inserted "stay" "."',
        '+inserted body +inserted "More."',
        "bullets",
        '- "One."',
        '- +deleted: +deleted +deleted "Two."',
        "table columns=left,left",
        "head",
        'header-cell: "A"',
        'header-cell: "B"',
        "row",
        'header-cell: "1"',
        'cell: "2"',
        "row +deleted",
        'header-cell: +deleted +deleted "3"',
        'cell: +deleted +deleted "4"',
        'note-1 +deleted +deleted "Letter."',
    ]
