"""The list of diagnostics, made from their pages. As a program, it writes `docs/diagnostics.md`."""

from pathlib import Path

from tests.explanations.codes import emissions

from briefgen.commands.explain import codes, page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "diagnostics.md"

SEVERITIES = ("error", "warning", "info")

SUBJECTS: dict[str, tuple[str, ...]] = {
    "Files and folders": ("world", "ooxml", "readers"),
    "YAML": ("yamltree",),
    "Keys, values and ids": ("scenario",),
    "Prose": ("prose",),
    "Sources and quotes": ("evidence",),
    "What a scenario says": ("lint",),
    "Templates, themes and house styles": ("template", "theme", "writers"),
    "Audiences, and what a brief carries": ("release",),
    "Commands": ("verbs", "world"),
}
"""Subject → the folders of the program that speak of it. A code belongs to the first that emits it."""

INTRODUCTION = """# Diagnostics

What `briefgen` can find fault with, by the code that stands in brackets behind each message. Each code leads to its
page, which has an example and the cure; `briefgen explain CODE` shows the same page.

An `error` keeps a brief from being made. With a `warning` it is made, unless `--strict` is given. An `info` is worth
knowing. Where several stand, it depends: on `--require-texts`, or on what else is at hand. `briefgen lock` refuses
what is not verified, whatever its severity.

This list is made from the program (`make reference`).
"""


def listing() -> str:
    """The whole page."""
    return INTRODUCTION + "".join(_section(subject, found) for subject, found in by_subject().items())


def by_subject() -> dict[str, list[str]]:
    """Subject → its codes; each code once."""
    folders = {each.code: {other.file.partition("/")[0] for other in emissions() if other.code == each.code}
               for each in emissions()}  # fmt: skip
    out: dict[str, list[str]] = {subject: [] for subject in SUBJECTS}
    for code in codes():
        subject = next(name for name, places in SUBJECTS.items() if folders[code] & set(places))
        out[subject].append(code)
    return out


def severities(code: str) -> list[str]:
    """What a code can be, the gravest first."""
    found = frozenset[str]().union(*(each.severities for each in emissions() if each.code == code))
    return [severity for severity in SEVERITIES if severity in found]


def _section(subject: str, found: list[str]) -> str:
    return f"\n## {subject}\n\n| code | | |\n| --- | --- | --- |\n" + "".join(map(_row, found))


def _row(code: str) -> str:
    link = f"[`{code}`](../src/briefgen/explanations/{code}.md)"
    return f"| {link} | {', '.join(severities(code))} | {page(code).summary.replace('|', chr(92) + '|')} |\n"


if __name__ == "__main__":
    PAGE.write_text(listing(), encoding="utf-8", newline="\n")
