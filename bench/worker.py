"""A contender in a process of its own, told by lines what to do: `python -m bench.worker CONTENDER FOLDER`.

`ready WORD` reads the input, with WORD where the marker stands, and answers `ok`; `go` makes the file and answers with
the seconds of processor time that it took; `keep FILE` writes what was made. The clock is kept by who tells it.
"""

import sys
from pathlib import Path
from time import process_time

from bench.makers import MAKERS
from bench.marker import MARKER


def main() -> None:
    """Until no line comes."""
    contender, folder = sys.argv[1], Path(sys.argv[2])
    start, source = MAKERS[contender]
    maker = start(folder)
    made = b""
    make = None
    for line in sys.stdin:
        order, _, word = line.rstrip("\n").partition(" ")
        match order:
            case "ready":
                make = maker((folder / source).read_bytes().replace(MARKER.encode(), word.encode()))
                answer = "ok"
            case "go" if make is not None:
                begin = process_time()
                made = make()
                answer = f"{process_time() - begin:.6f}"
            case _:
                Path(word).write_bytes(made)
                answer = "ok"
        sys.stdout.write(answer + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
