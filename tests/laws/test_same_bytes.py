"""The same input gives the same bytes: twice in one process, in processes that hash in different orders, and on another
version of Python. What would differ between versions is forbidden where documents are made."""

import ast
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.laws.briefs import SHIPPED, brief, every_brief, files, loaded, theme

from briefgen.commands.render import write

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "briefgen"
EXAMPLES = tuple(dict.fromkeys(name for name, _ in SHIPPED))
MAKERS = ("analysis", "charts", "document", "docx", "dump", "exhibits", "fonts", "html", "layout", "pdf", "theme")
"""The packages that decide where something is placed, and what figure is printed."""
INTEGERS = frozenset({
    "sum(grades.values())", "sum(longest)", "sum(out)", "sum(widths)",
    "sum(widths[place.column:place.column + place.span])", "sum(words)",
    "sum([at.colspan * at.rowspan for line in lines for at in line])",
})  # fmt: skip
"""Sums whose terms are whole numbers, though that cannot be read from the call."""
INTEGER_FUNCTIONS = frozenset({"_differs", "bool", "int", "isinstance", "len", "length"})
PROGRAM = """
import hashlib
from tests.laws.briefs import SHIPPED, files
for name, lang in SHIPPED:
    for form, data in sorted(files(name, lang).items()):
        print(name, lang, form, hashlib.sha256(data).hexdigest())
"""


def test_floats_are_added_exactly() -> None:
    """The built-in `sum` rounds floats otherwise since Python 3.12; `math.fsum` does not depend on the version."""
    found = [
        f"{path.relative_to(PACKAGE)}:{call.lineno}: {ast.unparse(call)}"
        for package in MAKERS
        for path in sorted((PACKAGE / package).rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "sum"
        if not adds_integers(call)
    ]
    assert found == [], "use math.fsum"


def adds_integers(call: ast.Call) -> bool:
    """Whether a call of `sum` adds integers, as `sum(len(x) for …)` and `sum(map(int, …))` do."""
    given = call.args[0]
    each = given.elt if isinstance(given, ast.GeneratorExp) else given
    match each:
        case ast.Compare() | ast.Constant(value=int()):
            return True
        case ast.BoolOp(values=[ast.Call(func=ast.Name(id=name)), *_]):
            return name in INTEGER_FUNCTIONS
        case ast.Call(func=ast.Name(id="map"), args=[ast.Name(id=name), *_]) | ast.Call(func=ast.Name(id=name)):
            return name in INTEGER_FUNCTIONS
    return ast.unparse(call) in INTEGERS


@pytest.mark.parametrize(("name", "lang"), SHIPPED)
def test_written_twice(name: str, lang: str) -> None:
    again = write(brief(name, lang), theme(), "a4", ("native", "docx", "pdf", "html"))
    assert again == files(name, lang)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_written_by_another_process(seed: str) -> None:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths, "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        f"{name} {lang} {form} {hashlib.sha256(data).hexdigest()}"
        for name, lang in SHIPPED
        for form, data in sorted(files(name, lang).items())
    ]


@pytest.mark.slow
def test_written_by_another_version_of_python(tmp_path: Path) -> None:
    other = os.environ.get("BRIEFGEN_OTHER_PYTHON")
    if not other:
        pytest.skip("BRIEFGEN_OTHER_PYTHON names no Python of another version with the packages of constraints.txt")
    version = subprocess.run([other, "-c", "import sys; print(sys.version_info[:2])"], capture_output=True, text=True)
    assert version.returncode == 0, version.stderr
    assert version.stdout.strip() != str(sys.version_info[:2]), f"{other} is the Python that runs this test"
    ours, theirs = (rendered(python, tmp_path / name) for python, name in ((sys.executable, "a"), (other, "b")))
    assert len(ours) > 150
    assert [name for name in ours if ours[name] != theirs[name]] == []


def rendered(python: str, out: Path) -> dict[str, str]:
    """The SHA-256 of every shipped brief, in every language, for every audience and in every format."""
    every = [
        "--lang",
        "all",
        "--to",
        "docx",
        "--to",
        "pdf",
        "--to",
        "html",
        "--force",
        "--jobs",
        "1",
        "--out",
        str(out),
    ]
    runs: list[tuple[str, ...]] = [
        (name, "--template", template, *(("--option", option) if option else ()))
        for name, template, option in dict.fromkeys(
            (name, template, option) for name, _, template, option in every_brief()
        )
    ]
    runs += [(name, "--audience", "all") for name in EXAMPLES if loaded(name).scenario.audiences]
    for name, *options in runs:
        ran = subprocess.run(
            [python, "-m", "briefgen", "render", str(ROOT / "scenarios" / name), *options, *every],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stdout + ran.stderr
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir()) if path.is_file()
    }
