"""What would go wrong on Windows first, as far as another system can tell."""

import ast
import errno
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.program import ENVIRONMENT, PROGRAM
from tests.command_line import run
from tests.explanations.pages import BASE, TEXT

import briefgen
from briefgen.commands.prepare import output_name
from briefgen.evidence.lock import FILE as LOCK
from briefgen.io.names import is_reserved, portable, printed
from briefgen.release import Rendering

SOURCE = Path(briefgen.__file__).parent


def write(folder: Path, end: str = "\n") -> None:
    (folder / "texts").mkdir(parents=True)
    for name, path in (("scenario.yaml", BASE), ("texts/survey.txt", TEXT)):
        text = path.read_text(encoding="utf-8").replace("\n", end)
        (folder / name).write_text(text, encoding="utf-8", newline="")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _unsaid(call: ast.Call) -> str:
    """What a call that opens a text leaves to the system, if it leaves anything."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name not in ("open", "fdopen", "read_text", "write_text"):
        return ""
    if name == "read_text" and not isinstance(call.func, ast.Attribute):
        return ""  # that of the reader
    said = {keyword.arg for keyword in call.keywords}
    modes = [node.value for node in (*call.args, *(k.value for k in call.keywords if k.arg == "mode"))
             if isinstance(node, ast.Constant) and isinstance(node.value, str)]  # fmt: skip
    on_bytes = any("b" in mode and len(mode) < 4 for mode in modes)
    whose = ast.unparse(call.func)
    takes_none = "metadata.distribution('briefgen').read_text"
    if on_bytes or whose in ("os.open", "Image.open", "Pixels.open", "self._open", "archive.open", takes_none):
        return ""
    wanted = {"encoding", "newline"} if name == "write_text" else {"encoding"}
    return "" if wanted <= said else f"{whose} without {' and '.join(sorted(wanted - said))}"


def test_no_text_is_opened_in_an_encoding_of_the_system() -> None:
    found = [
        f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}: {fault}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (fault := _unsaid(node))
    ]
    assert found == []


@pytest.mark.parametrize("code", ["p.read_text()", "p.write_text(x, encoding='utf-8')", "open(p)", "p.open('w')"])
def test_such_an_opening_would_be_found(code: str) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert _unsaid(call)


def test_line_ends_of_windows_make_the_same_brief(here: Path) -> None:
    write(here / "unix/bus")
    write(here / "windows/bus", "\r\n")
    for kind in ("unix", "windows"):
        words = ["render", f"{kind}/bus", "--out", f"{kind}/briefs"]
        assert run(*words, *(f"--to={form}" for form in ("docx", "pdf", "html", "native"))).exit_code == 0
    assert content(here / "windows/briefs") == content(here / "unix/briefs")
    assert run("lock", "unix/bus", "windows/bus").exit_code == 0
    assert (here / "unix/bus" / LOCK).read_bytes() == (here / "windows/bus" / LOCK).read_bytes()


def test_a_brief_that_word_has_open_is_told_and_nothing_changes(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses the renaming (ERROR_SHARING_VIOLATION, which Python gives as EACCES)."""
    write(here / "bus")
    assert run("render", "bus").exit_code == 0
    (here / "bus/scenario.yaml").write_text(
        BASE.read_text(encoding="utf-8") + "issue: The last bus leaves at 23:10 [@last-bus].\n",
        encoding="utf-8",
        newline="\n",
    )
    before = content(here / "briefs")
    really = os.replace

    def refused(old: str, new: str) -> None:
        if str(new).endswith("bus.pdf"):
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(new))
        really(old, new)

    monkeypatch.setattr(os, "replace", refused)
    result = run("render", "bus")
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "briefs/bus.pdf: error: briefs/bus.pdf could not be written: it is open in another program, or may not be "
        "changed. Nothing was changed. [no-permission]",
        "    Close it in Word or in the PDF reader, and look at its permissions and those of its folder.",
    ]
    assert result.exit_code == 2
    assert content(here / "briefs") == before


def test_a_folder_that_is_read_only_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated, since nothing is forbidden to the superuser."""
    write(here / "bus")
    (here / "briefs").mkdir()
    really: Callable[..., int] = os.open

    def refused(path: str, flags: int, *more: int, **options: int) -> int:
        if flags & os.O_CREAT and "briefs" in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return really(path, flags, *more, **options)

    monkeypatch.setattr(os, "open", refused)
    result = run("render", "bus")
    assert "[no-permission]" in result.stderr
    assert result.exit_code == 2
    assert content(here / "briefs") == {}


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("haiti-2022", "haiti-2022"), ("Straße nach Köln", "Straße nach Köln"), ("日本 🚌", "日本 🚌"), ("a.b", "a.b"),
        ("con", "con-brief"), ("AUX", "AUX-brief"), ("nul.2026", "nul.2026-brief"), ("com¹", "com¹-brief"),
        ("console", "console"), ("a:b", "a-b"), ('a<b>"c"|d?e*f\\g', "a-b--c--d-e-f-g"), ("end. .", "end"),
        ("...", "brief"), ("a\nb", "a-b"),
    ],
)  # fmt: skip
def test_outputs_have_names_that_windows_can_have(folder: str, name: str) -> None:
    assert output_name(folder, Rendering("options-paper", "plain", "en", "a4"), "en") == name


@pytest.mark.parametrize("stem", ["x" * 300, "ü" * 250, "🚌" * 63, ". " * 200 + "x"])
def test_a_long_name_is_cut_and_stays_different(stem: str) -> None:
    name = portable(stem)
    assert len(name.encode()) <= 180
    assert name != portable(stem + "y")
    assert portable(name) == name


@pytest.mark.parametrize("name", ["con", "CON", "aux.yaml", "Nul.tar.gz", "lpt9", "COM0.txt", "conin$"])
def test_names_of_devices_are_known(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["con1", "icon", "auxiliary.yaml", "com10", "a.con", "lpt"])
def test_other_names_are_not(name: str) -> None:
    assert not is_reserved(name)


def test_a_folder_of_a_forbidden_name_renders(here: Path) -> None:
    write(here / "con")
    write(here / ("🚌" * 60))
    assert run("render", "con", "--to", "html").stdout == "briefs/con-brief.html\n"
    assert run("render", "🚌" * 60, "--to", "html").exit_code == 0


def test_two_scenarios_do_not_write_over_each_other(here: Path) -> None:
    for folder in ("north/bus", "south/Bus", "east/ferry"):
        write(here / folder)
    result = run("render", "north", "south", "east", "--to", "html")
    assert result.stdout.splitlines() == ["briefs/bus.html", "briefs/ferry.html"]
    assert result.stderr.splitlines()[0] == (
        "south/Bus: error: south/Bus would be written to the same files as north/bus. [same-output]"
    )
    assert result.exit_code == 2


def test_paths_are_printed_with_the_separator_of_the_system_and_stored_with_a_slash(here: Path) -> None:
    assert printed("briefs/bus.pdf", "\\") == "briefs\\bus.pdf"
    write(here / "all/bus")
    (here / "all/bus/scenario.yaml").write_text("titel: x\n", encoding="utf-8")
    assert run("check", "all").stderr.startswith(f"{Path('all/bus/scenario.yaml')}:1:1: error: ")
    for form in ("json", "sarif", "github"):
        assert "all/bus/scenario.yaml" in run("check", "all", "--format", form).stdout


@pytest.mark.parametrize(
    "words",
    [
        ["check", "bus"], ["check", "bus", "--format", "json"], ["explain", "yaml-tab"], ["render", "--help"],
        ["render", "bus", "--to", "html"], ["new", "Straße 🚌"],
    ],
)  # fmt: skip
def test_an_old_code_page_is_no_crash(words: list[str], here: Path) -> None:
    write(here / "bus")
    with (here / "bus/scenario.yaml").open("a", encoding="utf-8") as file:
        file.write("background: Büs 🚌 → 日本 in [the table](x.xlsx).\n")
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run([*PROGRAM, *words], cwd=here, env=environment, capture_output=True, check=False)
    assert not re.search(rb"Traceback|fault of the program|UnicodeEncodeError", done.stderr)
    assert done.returncode == 0, done.stderr
