"""`briefgen new demo && briefgen render demo` works in an empty folder, from a wheel and from a checkout."""

import os
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def test_every_package_that_it_needs_is_pinned_for_tested_builds():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    pinned = re.findall(r"^([\w.-]+)==[\w.]+$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    names = {re.match(r"[\w.-]+", each)[0].lower() for each in needed}
    assert names <= {name.lower() for name in pinned}


PIP = (sys.executable, "-m", "pip", "-q", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel_file(tmp_path_factory):
    """The wheel of this checkout."""
    made = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", made, ROOT], check=True)
    [file] = made.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def wheel(wheel_file, tmp_path_factory):
    """What the wheel holds, installed into a folder of its own."""
    installed = tmp_path_factory.mktemp("installed")
    subprocess.run([*PIP, "install", "--no-deps", "--target", installed, wheel_file], check=True)
    return installed


def briefgen(package: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(package)}
    return subprocess.run(
        [sys.executable, "-m", "briefgen", *words],
        cwd=folder,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )


def where(package: Path, folder: Path) -> str:
    script = "import briefgen; print(briefgen.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(package)}
    return subprocess.check_output([sys.executable, "-c", script], cwd=folder, env=environment, text=True).strip()


@pytest.mark.parametrize("kind", ["wheel", "checkout"])
def test_a_new_scenario_renders_in_an_empty_folder(kind, wheel, tmp_path):
    package = wheel if kind == "wheel" else ROOT / "src"
    assert Path(where(package, tmp_path)).is_relative_to(package)

    new = briefgen(package, tmp_path, "new", "demo")
    assert (new.returncode, new.stdout.splitlines()[-1:]) == (0, ["demo/texts/survey.txt"]), new.stderr

    rendered = briefgen(package, tmp_path, "render", "demo", "--strict")
    assert (rendered.returncode, rendered.stderr) == (0, "")
    assert rendered.stdout.splitlines() == ["briefs/demo.docx", "briefs/demo.pdf"]
    assert all((tmp_path / line).stat().st_size > 10_000 for line in rendered.stdout.splitlines())


def test_the_wheel_has_what_the_checkout_has(wheel):
    """Templates, scenarios, fonts with their licences, themes, catalogues and the pages of diagnostics."""
    package, source = wheel / "briefgen", ROOT / "src" / "briefgen"

    def names(folder: Path) -> set[str]:
        files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        return {path.relative_to(folder).as_posix() for path in files}

    shipped = {name for name in names(package) if name.startswith("_shipped/")}
    assert names(package) - shipped == names(source)
    shipped -= {"_shipped/commit"}  # of what is built outside of a checkout it is not known
    assert shipped == {f"_shipped/{kind}/{name}" for kind in ("templates", "scenarios") for name in names(ROOT / kind)}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_the_program_of_the_wheel_needs_only_what_the_wheel_declares(wheel_file, tmp_path):
    """As `pipx install` has it: an environment of its own, with the dependencies of the wheel and nothing else."""
    environment, libraries = tmp_path / "environment", tmp_path / "libraries"
    libraries.mkdir()
    for name in sorted(declared("briefgen") - {"briefgen"}):
        for entry in {file.parts[0] for file in metadata.distribution(name).files or ()} - {"..", "__pycache__"}:
            (libraries / entry).symlink_to(metadata.distribution(name).locate_file(entry))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python, program = environment / "bin/python", environment / "bin/briefgen"
    subprocess.run([*PIP, "--python", python, "install", "--no-deps", wheel_file], check=True)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        variables = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "PYTHONPATH": str(libraries), "LANG": "C.UTF-8"}
        return subprocess.run(
            [program, *words],
            cwd=tmp_path,
            env=variables,
            text=True,
            encoding="utf-8",
            capture_output=True,
            check=False,
        )

    assert subprocess.run([python, "-c", "import pytest"], capture_output=True, check=False).returncode
    assert run("new", "demo").returncode == 0
    rendered = run("render", "demo", *(word for form in ("docx", "pdf", "html") for word in ("--to", form)))
    assert (rendered.returncode, rendered.stderr) == (0, "")
    assert rendered.stdout.splitlines() == ["briefs/demo.docx", "briefs/demo.pdf", "briefs/demo.html"]
    for words in (
        ["lock", "demo"],
        ["trace", "demo"],
        ["analyse", "demo"],
        ["check", "demo", "--strict"],
        ["reference"],
    ):
        done = run(*words)
        assert done.returncode == 0, done.stderr
    read = run("source", "add", "briefs/demo.pdf", "demo")
    assert read.returncode == 0, read.stderr
    examined = run("doctor")
    assert examined.returncode == 0, examined.stdout
    assert "missing" not in examined.stdout


def declared(name: str) -> set[str]:
    """A distribution with all that it requires, extras apart."""
    found, todo = set[str](), [name]
    while todo:
        if (each := todo.pop()) not in found:
            found.add(each)
            for line in metadata.requires(each) or ():
                needed = re.match(r"[\w.-]+", line)
                if needed and ";" not in line:
                    todo.append(re.sub(r"[-_.]+", "-", needed[0]).lower())
    return found
