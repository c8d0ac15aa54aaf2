"""`briefgen new demo && briefgen render demo` works in an empty folder, from a wheel and from a checkout."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


def test_every_package_that_it_needs_is_pinned_for_tested_builds():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    pinned = re.findall(r"^([\w.-]+)==[\w.]+$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    names = {re.match(r"[\w.-]+", each)[0].lower() for each in needed}
    assert names <= {name.lower() for name in pinned}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """What the wheel holds, installed into a folder of its own."""
    made, installed = tmp_path_factory.mktemp("wheel"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", made, ROOT], check=True)
    subprocess.run([*pip, "install", "--no-deps", "--target", installed, *made.glob("*.whl")], check=True)
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
