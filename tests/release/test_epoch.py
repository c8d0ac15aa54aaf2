"""A brief without a date of its own has the one that SOURCE_DATE_EPOCH names, and keeps it when it is made again."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.release.rendered import pdf, taken_out

from briefgen.io.filesystem import shipped


def created(data: bytes) -> str | None:
    with pikepdf.open(BytesIO(data)) as opened:
        return str(opened.docinfo.CreationDate) if "/CreationDate" in opened.docinfo else None


def undated(folder: Path) -> Path:
    """The small scenario without its dates."""
    made = folder / "bus"
    for path in sorted((shipped("scenarios") / "starter").rglob("*")):
        if path.is_file():
            target = made / path.relative_to(shipped("scenarios") / "starter")
            target.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            if path.name == "scenario.yaml":
                text = "".join(line for line in text.splitlines(True) if not line.startswith(("as_of:", "edition:")))
                assert text != path.read_text(encoding="utf-8")
            target.write_text(text, encoding="utf-8")
    return made


def test_the_moment_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = undated(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    made = pdf(tmp_path, scenario)
    assert created(made) == "D:20231114221320Z"
    out, _ = taken_out(tmp_path, made)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert pdf(tmp_path, out) == made


@pytest.mark.parametrize("given", ["", "soon", "-1", "1e9", "9" * 20, "٣"])
def test_what_is_no_moment_is_none(given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert created(pdf(tmp_path, undated(tmp_path))) is None


def test_the_date_of_the_edition_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert (created(pdf(tmp_path, shipped("scenarios") / "haiti-2022")) or "").startswith("D:2022")
