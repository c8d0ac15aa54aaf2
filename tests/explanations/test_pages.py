"""Every code that can be reported is declared, and its examples are right: only the first has the problem."""

import re
from pathlib import Path

import pytest
from tests.explanations.codes import reported
from tests.explanations.pages import BASE, files, lay, sections
from tests.use_cases import reported as diagnostics_of

from briefgen.commands.check import check
from briefgen.commands.explain import explain
from briefgen.core.codes import Code
from briefgen.core.diagnostic import Diagnostic
from briefgen.io.filesystem import World
from briefgen.lint.codes import REMOVED, all_codes, declared

DECLARED = list(declared())
OF_RULES = {code.name for path, code in DECLARED if path.endswith(".py")}
PACKAGES = sorted({path.partition("/")[0] for path, code in DECLARED if files(code, "How to fix it")})


def problems(folder: Path, code: str = "") -> list[Diagnostic]:
    """Errors and warnings, and infos of one code."""
    found = diagnostics_of(check, World(folder), Path("scenario.yaml"))[1]
    return [item for item in found if item.severity != "info" or item.code == code]


def test_the_codes_in_the_source_are_declared_with_their_severities() -> None:
    """Those of rules report what they declare; the tests of examples show that they do."""
    elsewhere = {name: {code.severity, *code.others} for name, code in all_codes().items() if name not in OF_RULES}
    found = {name: severities for name, severities in reported().items() if name not in OF_RULES}
    assert found == elsewhere


def test_a_code_is_declared_once() -> None:
    places: dict[str, set[str]] = {}
    for _, code in DECLARED:
        places.setdefault(code.name, set()).add(code.text)
    assert [name for name, texts in places.items() if len(texts) > 1] == []


def test_explanations_have_their_form_and_no_jargon() -> None:
    jargon = r"\b(you should|please|simply|invalid|parser?|parsing|string|boolean|null|schema|exception|config\w*)\b"
    known = ["Why it matters", "Example", "How to fix it"]
    wrong = [
        code.name
        for code in all_codes().values()
        if not re.fullmatch(r"\S.+[.]", code.summary)
        or not code.meaning
        or list(sections(code)) != [heading for heading in known if heading in sections(code)]
        or "How to fix it" not in sections(code)
        or not all(text.strip() for text in sections(code).values())
        or max(len(line) for line in code.explanation.splitlines() if "[[[" not in line) > 120
        or re.search(jargon, code.explanation, re.IGNORECASE)
    ]
    assert wrong == []


def test_the_base_scenario_has_no_problem(tmp_path: Path) -> None:
    lay([], tmp_path)
    assert (tmp_path / "scenario.yaml").read_text(encoding="utf-8") == BASE.read_text(encoding="utf-8")
    assert problems(tmp_path) == []


@pytest.mark.parametrize("package", PACKAGES)
def test_the_examples_of_a_package(package: str, tmp_path: Path) -> None:
    wrong: dict[str, str] = {}
    for code in {code.name: code for path, code in DECLARED if path.partition("/")[0] == package}.values():
        before, after = files(code, "Example"), files(code, "How to fix it")
        if bool(before) > bool(after) or (code.name in OF_RULES and not before):
            wrong[code.name] = "an example is missing"
        if before:
            wrong |= _not_exactly(code, before, tmp_path / code.name / "before")
        if after:
            lay(after, tmp_path / code.name / "after")
            if found := problems(tmp_path / code.name / "after", code.name):
                wrong[code.name] = f"the corrected example has {[(item.code, item.message) for item in found]}"
    assert wrong == {}


def _not_exactly(code: Code, example: list[tuple[str, str]], folder: Path) -> dict[str, str]:
    """What is wrong if an example has other problems than its own, or has it somewhere else."""
    first = lay(example, folder)
    found = problems(folder, code.name)
    if {item.code for item in found} != {code.name}:
        return {code.name: f"the example has {[(item.code, item.message) for item in found]}"}
    if any(item.span is None or (item.where == "scenario.yaml" and item.span.line < first) for item in found):
        return {code.name: "the problem is outside the example"}
    if not {item.severity for item in found} <= {code.severity, *code.others}:
        return {code.name: f"the severity is {found[0].severity}"}
    return {}


def test_a_check_without_problems_reads_no_explanation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay([], tmp_path)
    monkeypatch.setattr("briefgen.lint.codes.read_codes", lambda _: pytest.fail("a codes.md was read"))
    assert problems(tmp_path) == []


def test_every_code_of_the_first_release_is_known_or_removed() -> None:
    first = set((Path(__file__).parent / "codes_0.1.txt").read_text(encoding="utf-8").split())
    assert len(first) == 219
    assert first <= set(all_codes()) | set(REMOVED)
    assert not set(all_codes()) & set(REMOVED)
    assert {each.replacement for each in REMOVED.values() if each.replacement} <= set(all_codes())


def test_a_removed_code_is_explained() -> None:
    text, _ = diagnostics_of(explain, "site-busy")
    assert isinstance(text, str)
    assert "folder-busy" in text
