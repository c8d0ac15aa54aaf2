"""The corpus of claims, each as a scenario of its own or in the place of a fact of a shipped one, and what the checks
say of it. `README.md` of the corpus says which parts were looked at while the rules were tuned."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.claims.restated import told_of_restated
from tests.use_cases import reported

import yaml
from briefgen.commands.check import check_scenario
from briefgen.io.filesystem import World

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CORPUS = Path(__file__).with_name("corpus")


class Case(NamedTuple):
    id: str
    kind: str
    good: bool
    lang: str
    entry: dict[str, Any]


def cases(*names: str) -> Iterator[Case]:
    for name in names:
        for entry in yaml.load((CORPUS / f"{name}.yaml").read_text(encoding="utf-8"), Loader):
            yield Case(entry["id"], entry["kind"], entry["good"], name.removeprefix("restated-")[:2], entry)


def told(case: Case, folder: Path, with_given: bool = False) -> list[str]:
    """The codes of the warnings and errors that are told of the case's fact or sentence. `with_given`: of a case about
    Haiti, the text of its source is used where it is given."""
    entry = case.entry
    if "scenario" in entry:
        return told_of_restated(entry, case.lang, with_given)
    source_lang = entry.get("source_language", case.lang)
    (folder / "texts").mkdir(parents=True)
    (folder / "texts" / "source.txt").write_text(entry["text"], encoding="utf-8")
    fact = {"id": "f", **entry["fact"]}
    fact["evidence"] = [{"source": "s", **each} for each in fact.get("evidence") or []]
    scenario = {
        "title": "x",
        "question": "x?",
        "decision_maker": "x",
        "language": case.lang,
        "neutral": True,
        "options": [{"id": "a", "name": "a", "baseline": True}, {"id": "b", "name": "b"}],
        "sources": [
            {
                "id": "s", "title": "Source", "language": source_lang, "file": "source.txt",
                "headings": entry.get("headings") or [], "redistribution": "allowed",
            }
        ],
        "facts": [fact],
    }  # fmt: skip
    scenario["background"] = entry.get("sentence", "[@f]")
    if "sentence" not in entry:
        del scenario["background"]
    (folder / "scenario.yaml").write_text(yaml.safe_dump(scenario, allow_unicode=True, sort_keys=False), "utf-8")
    _, diagnostics = reported(check_scenario, World(folder), Path("scenario.yaml"))
    return [item.code for item in diagnostics if item.severity != "info"]
