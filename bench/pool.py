"""Many briefs by peers: `python -m bench.pool DOCX FOLDER OUT JOBS`, where DOCX is `docxtpl` or `pandoc`.

Processes live on and make one brief after the other, PDF by typst and the DOCX: what a peer may keep (its fonts, its
template), each keeps. pandoc is a program, and starts for each brief.
"""

import multiprocessing
import subprocess
import sys
from functools import partial
from pathlib import Path

from bench.kept import pandoc
from bench.makers import CONTEXT, DEPTH, PANDOC, TYPST, docxtpl, typst


def both(docx: str, out: Path, folder: Path) -> None:
    """The two files of one brief."""
    (out / f"{folder.name}.pdf").write_bytes(typst(folder)((folder / TYPST).read_bytes())())
    target = out / f"{folder.name}.docx"
    if docx == "docxtpl":
        target.write_bytes(docxtpl(folder)((folder / CONTEXT).read_bytes())())
        return
    depth = (folder / DEPTH).read_text(encoding="ascii")
    contents = [] if depth == "0" else ["--toc", f"--toc-depth={depth}"]
    subprocess.run([pandoc(), "-f", "json", PANDOC, *contents, "-o", str(target)], cwd=folder, check=True)


def main() -> None:
    """All briefs."""
    docx, folder, out, jobs = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]).resolve(), int(sys.argv[4])
    out.mkdir(exist_ok=True)
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        pool.map(partial(both, docx, out), sorted(folder.resolve().iterdir()), chunksize=1)


if __name__ == "__main__":
    main()
