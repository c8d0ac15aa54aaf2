"""A reading room on the disk: made, brought up to date, and left alone where something is wrong."""

import errno
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.tools import require
from tests.use_cases import reported

from briefgen import html
from briefgen.commands.options import Format, RenderOptions
from briefgen.commands.publish.page import Published, SiteOptions
from briefgen.commands.publish.publish import publish
from briefgen.core.diagnostic import Diagnostic
from briefgen.io import cache
from briefgen.io.filesystem import World, shipped
from briefgen.site.model import Statement, keys

SECRET = "The operator asks for eleven thousand a night."


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


class Desk:
    """Two scenarios in a folder, and a site that is made of them."""

    def __init__(self, folder: Path, formats: tuple[Format, ...]) -> None:
        self.folder = folder
        self.formats = formats
        """Besides the web page."""
        self.site = folder / "site"
        for name in ("bus", "tram"):
            shutil.copytree(shipped("scenarios") / "starter", folder / name)
            self.write(name, "status: draft", "status: cleared")
        self.write("tram", "title: A night bus for Lindby", "title: A tram for Lindby")

    def write(self, name: str, old: str, new: str) -> None:
        file = self.folder / name / "scenario.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def publish(self, *names: str, **asked: object) -> tuple[Published, list[Diagnostic]]:
        order = replace(RenderOptions(formats=self.formats, audience="public"), **asked)
        files = [Path(name) / "scenario.yaml" for name in names or ("bus", "tram")]
        return reported(publish, World(self.folder), files, SiteOptions(Path("site"), order))

    def sound(self, *names: str, **asked: object) -> Published:
        published, diagnostics = self.publish(*names, **asked)
        assert [each.message for each in diagnostics if each.severity == "error"] == []
        return published

    def codes(self, *names: str, **asked: object) -> list[str]:
        return [each.code for each in self.publish(*names, **asked)[1] if each.severity != "info"]

    def files(self) -> dict[str, bytes]:
        found = sorted(path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix(): path.read_bytes() for path in found}

    def second_edition(self) -> None:
        new = "edition: {number: 2, date: 2026-02-03, status: cleared, changes: The trial is shorter.}"
        self.write("bus", "edition: {number: 1, date: 2026-01-20, status: cleared}", new)
        self.write("bus", "Try the night bus for six months", "Try the night bus for three months")


@pytest.fixture
def desk(tmp_path: Path, request: pytest.FixtureRequest) -> Desk:
    return Desk(tmp_path, getattr(request, "param", ()))


in_all_formats = pytest.mark.parametrize("desk", [("pdf", "docx")], indirect=True, ids=["all"])


@in_all_formats
def test_a_site_has_each_brief_in_three_formats(desk: Desk) -> None:
    assert desk.sound() == Published(made=2)
    assert {"index.html", "index.js", "minisearch.js", "statements.js", "SHA256SUMS"} <= set(desk.files())
    inside = sorted(path.name for path in (desk.site / "bus" / "1").iterdir())
    assert inside == ["bus.docx", "bus.html", "bus.pdf"]
    page = desk.files()["bus/1/bus.html"].decode()
    assert 'href="./bus.pdf"' in page and 'href="../../index.html"' in page


def test_each_file_stands_in_the_sums(desk: Desk) -> None:
    desk.sound()
    files = desk.files()
    sums = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    checked = subprocess.run(
        [require("sha256sum"), "-c", "SHA256SUMS"], cwd=desk.site, capture_output=True, check=False
    )
    assert checked.returncode == 0


def test_links_of_all_pages_lead_to_files_of_the_site(desk: Desk) -> None:
    desk.sound()
    desk.second_edition()
    desk.sound()
    for name, data in desk.files().items():
        if name.endswith(".html"):
            for href in re.findall(r'(?:href|src)="([^"#][^"]*)"', data.decode()):
                if not href.startswith(("data:", "https:", "http:", "mailto:")):
                    assert (desk.site / name).parent.joinpath(href.partition("#")[0]).is_file(), (name, href)


@in_all_formats
def test_a_second_run_makes_only_what_changed(desk: Desk) -> None:
    desk.sound()
    before = {path: os.stat(desk.site / path).st_mtime_ns for path in desk.files()}  # noqa: PTH116
    assert desk.sound() == Published(unchanged=2)
    desk.write("tram", "Getting home", "Getting home at night")
    desk.write("tram", "status: cleared", "status: draft")
    assert desk.sound() == Published(made=1, unchanged=1)
    after = {path: os.stat(desk.site / path).st_mtime_ns for path in desk.files()}  # noqa: PTH116
    assert {path for path in after if path.startswith("bus/") and after[path] != before[path]} == set()
    assert after["tram/1/tram.pdf"] != before["tram/1/tram.pdf"]


def test_what_scenarios_share_is_looked_at(desk: Desk) -> None:
    (desk.folder / "briefgen.yaml").write_text("", encoding="utf-8")
    shutil.copytree(desk.folder / "bus", desk.folder / "ferry")
    desk.write("tram", "facts: evidence/facts.yaml", "facts: ../bus/evidence/facts.yaml")
    desk.sound("bus", "tram", "ferry")
    assert desk.sound("bus", "tram", "ferry") == Published(unchanged=3)
    facts = desk.folder / "bus" / "evidence" / "facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "# read again\n", encoding="utf-8")
    assert desk.sound("bus", "tram", "ferry") == Published(made=2, unchanged=1)


def test_a_brief_is_made_again_by_another_program(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template or theme of the program's, a package beside it, or the moment that briefs are given is another."""
    desk.sound("bus", formats=())
    assert desk.sound("bus", formats=()) == Published(unchanged=1)
    monkeypatch.setattr(cache, "program", lambda: b"another")
    assert desk.sound("bus", formats=()) == Published(made=1)


def test_the_moment_that_was_given_is_looked_at(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SOURCE_DATE_EPOCH` dates a brief without a day of its own; it was left out of account."""
    desk.sound("bus", formats=())
    cache.program.cache_clear()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert desk.sound("bus", formats=()) == Published(made=1)
    cache.program.cache_clear()


@in_all_formats
def test_the_same_scenarios_make_the_same_bytes(desk: Desk) -> None:
    desk.sound()
    first = desk.files()
    shutil.rmtree(desk.site)
    desk.sound()
    assert desk.files() == first


@in_all_formats
def test_a_new_edition_stands_beside_the_old_one(desk: Desk) -> None:
    desk.sound()
    old = desk.files()
    desk.second_edition()
    desk.sound()
    new = desk.files()
    assert new["bus/1/bus.pdf"] == old["bus/1/bus.pdf"]
    assert {"bus/2/bus.html", "bus/2/bus.pdf", "bus/2/bus.docx", "bus/2/bus-changes.html"} <= set(new)
    changes = new["bus/2/bus-changes.html"].decode()
    assert "<title>What changed: " in changes, "beside the page of the brief itself, which had the same title"
    assert re.search("<del[^>]*>.*?six", changes)
    assert re.search("<ins[^>]*>.*?three", changes)
    editions = new["bus/index.html"].decode()
    assert "The trial is shorter." in editions
    assert editions.index("Edition 2") < editions.index("Edition 1")
    assert b"./bus/2/bus.html" in new["index.html"]


@in_all_formats
def test_quotes_that_did_not_change_are_no_change(desk: Desk) -> None:
    desk.sound()
    desk.second_edition()
    desk.sound()
    changes = desk.files()["bus/2/bus-changes.html"].decode()
    marked = " ".join(re.findall(r"<(?:ins|del)[^>]*>(.*?)</(?:ins|del)>", changes, re.DOTALL))
    assert "not at hand" not in marked and "verified" not in marked


@in_all_formats
def test_what_is_withheld_stands_nowhere_in_the_site(desk: Desk) -> None:
    desk.write("bus", "gaps:", f"gaps:\n  - {{id: price, text: {SECRET}, reason: Much., marking: TLP:AMBER}}")
    desk.write(
        "bus", "title: A night bus", "topics: [{en: '[Zanzibar]{.marking-tlp-amber}'}, Youth]\ntitle: A night bus"
    )
    desk.sound()
    for name, data in desk.files().items():
        assert b"eleven thousand" not in data and b"Zanzibar" not in data, name
    assert b"Youth" in desk.files()["index.html"]


def test_what_pages_of_a_site_say_to_each_other_is_no_leak(desk: Desk) -> None:
    """The page of another language is called by its own name, and that of all editions `index.html`."""
    desk.write("bus", "title: A night bus for Lindby", "title: {en: A night bus for Lindby, fr: Un bus de nuit}")
    secret = "They ask the English and the Français, by the Index of Statements."
    desk.write("bus", "gaps:", f'gaps:\n  - {{id: price, text: "{secret}", marking: TLP:AMBER}}')
    assert desk.sound("bus", formats=("pdf",)) == Published(made=1)


def test_the_names_of_the_index_are_no_leak(desk: Desk) -> None:
    secret = " ".join(f"{key.capitalize()}." for key in sorted(keys()))
    desk.write("bus", "gaps:", f'gaps:\n  - {{id: price, text: "{secret}", marking: TLP:AMBER}}')
    assert desk.sound("bus") == Published(made=1)


def withholding(desk: Desk) -> None:
    desk.write("bus", "gaps:", f"gaps:\n  - {{id: price, text: {SECRET}, reason: Much., marking: TLP:AMBER}}")


def test_what_gets_in_by_mistake_keeps_the_site_from_being_made(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    withholding(desk)
    write = html.write
    monkeypatch.setattr(html, "write", lambda *given: write(*given).replace(b"</main>", f"<p>{SECRET}</main>".encode()))
    assert set(desk.codes()) == {"withheld-words-found"}
    assert not desk.site.exists()


def test_what_the_lists_would_say_is_looked_through(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    withholding(desk)
    monkeypatch.setattr("briefgen.commands.publish.page._text", lambda inlines: SECRET)
    assert set(desk.codes()) == {"withheld-words-found"}
    assert not desk.site.exists()


@in_all_formats
def test_what_is_withheld_later_is_found_in_older_editions(desk: Desk) -> None:
    desk.write("bus", "gaps:", f"gaps:\n  - {{id: price, text: {SECRET}, reason: Much.}}")
    desk.sound()
    before = desk.files()
    desk.second_edition()
    desk.write("bus", "reason: Much.", "reason: Much., marking: TLP:AMBER")
    _, diagnostics = desk.publish()
    found = [each for each in diagnostics if each.code == "withheld-words-found"]
    assert {each.file for each in found} >= {"bus/1/bus.html", "bus/1/bus.pdf", "bus/1/bus.docx"}
    assert any("delete site/bus/1 and publish again" in each.hint for each in found)
    assert desk.files() == before
    shutil.rmtree(desk.site / "bus" / "1")
    desk.sound()
    assert all(b"eleven thousand" not in data for data in desk.files().values())


def test_what_is_out_of_a_paper_that_is_withheld_as_a_whole_is_told(desk: Desk) -> None:
    """That there was nothing for these readers was all that was said, while they could read what had been published."""
    withholding(desk)
    desk.sound("bus", formats=("docx",))
    desk.write("bus", "marking: TLP:CLEAR ", "marking: TLP:AMBER ")
    _, diagnostics = desk.publish("bus", formats=("docx",))
    told = [each for each in diagnostics if each.severity == "error"]
    assert [each.code for each in told] == ["nothing-released"]
    assert "still in the site: to withdraw that, delete site/bus and publish the others." in told[0].hint
    shutil.rmtree(desk.site)
    assert "still in the site" not in "".join(each.hint for each in desk.publish("bus", formats=("docx",))[1])


def shut(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may read the file: for root there is no such file, so it is said to be one."""
    opened = os.open

    def refuse(path: str, *how: int, **more: int) -> int:
        if Path(path) == file:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path, *how, **more)

    monkeypatch.setattr(os, "open", refuse)


def grown(file: Path, _: pytest.MonkeyPatch) -> None:
    with file.open("ab") as opened:
        opened.truncate((256 << 20) + 1)  # a hole; it takes no room


def damaged(file: Path, _: pytest.MonkeyPatch) -> None:
    file.write_bytes(file.read_bytes()[:4000])


@pytest.mark.parametrize(
    ("broken", "why"),
    [(shut, "may not be read"), (grown, "has 256.0 MiB"), (damaged, "Nobody can say whether bus/1/bus.docx")],
)
def test_an_older_edition_that_cannot_be_read_keeps_the_site(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, broken: Callable[[Path, pytest.MonkeyPatch], None], why: str
) -> None:
    """It was passed over. Nobody can say whether it tells what is withheld now."""
    withholding(desk)
    desk.sound("bus", formats=("docx",))
    desk.second_edition()
    with monkeypatch.context() as patched:
        broken(desk.site / "bus" / "1" / "bus.docx", patched)
        _, diagnostics = desk.publish("bus", formats=("docx",))
    told = [each for each in diagnostics if each.severity == "error"]
    assert [each.code for each in told] == ["brief-not-scanned"]
    assert why in told[0].message
    assert told[0].hint.endswith("edition 1. To withdraw that one, delete site/bus/1 and publish again.")
    assert not (desk.site / "bus" / "2").exists()


def test_a_folder_that_nobody_may_enter_is_no_folder_that_is_gone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its files are still there for readers: so they are not taken off the lists, and nothing is published."""
    withholding(desk)
    desk.sound("bus", formats=("docx",))
    desk.second_edition()
    stat = os.stat

    def refuse(path: str, **how: bool) -> os.stat_result:
        if Path(path).parent == desk.site / "bus" / "1":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return stat(path, **how)

    monkeypatch.setattr(os, "stat", refuse)
    shut(desk.site / "bus" / "1" / "bus.docx", monkeypatch)
    assert set(desk.codes("bus", formats=("docx",))) == {"brief-not-scanned"}


def test_an_older_edition_is_looked_through_in_languages_that_are_gone(desk: Desk) -> None:
    """The French page of edition 1 tells what is withheld now; edition 2 is in English alone."""
    desk.write("bus", "title: A night bus for Lindby", "title: {en: A night bus for Lindby, fr: Un bus de nuit}")
    desk.write("bus", "gaps:", "gaps:\n  - {id: price, text: {en: What it costs., fr: Le prix de Zanzibar.}}")
    desk.sound("bus", formats=())
    assert b"Zanzibar" in desk.files()["bus/1/bus-fr.html"]
    assert b"Zanzibar" not in desk.files()["bus/1/bus.html"]
    desk.second_edition()
    desk.write("bus", "title: {en: A night bus for Lindby, fr: Un bus de nuit}", "title: A night bus for Lindby")
    desk.write("bus", "fr: Le prix de Zanzibar.}}", "fr: Le prix de Zanzibar.}, marking: TLP:AMBER}")
    _, diagnostics = desk.publish("bus", formats=())
    found = {each.file for each in diagnostics if each.code == "withheld-words-found"}
    assert "bus/1/bus-fr.html" in found


def test_the_search_has_the_statements_that_readers_may_see(desk: Desk) -> None:
    facts = desk.folder / "bus" / "evidence" / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("- id: would-use", "- id: would-use\n  marking: TLP:AMBER"), encoding="utf-8")
    desk.sound("bus")
    files = desk.files()
    for name in ("statements.js", ".briefgen/site.json"):
        assert b"The last bus leaves the station at 23:10." in files[name]
        assert "“take a taxi, walk, or are fetched by someone”".encode() in files[name]
        assert b"would use a night bus" not in files[name]


def test_the_search_has_the_statements_of_the_newest_edition(desk: Desk) -> None:
    desk.sound("bus")
    desk.second_edition()
    desk.sound("bus")
    for name in ("statements.js", ".briefgen/site.json"):
        assert desk.files()[name].count(b"The last bus leaves the station at 23:10.") == 1


def test_a_statement_that_gets_into_the_search_by_mistake_keeps_the_site_from_being_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    withholding(desk)
    mistaken = (Statement("It costs much.", SECRET, "", 1, 1),)
    monkeypatch.setattr("briefgen.commands.publish.page.statements", lambda document: mistaken)
    assert set(desk.codes()) == {"withheld-words-found"}
    assert not desk.site.exists()


def test_the_record_is_what_the_pages_say(desk: Desk) -> None:
    desk.write("bus", "gaps:", f"gaps:\n  - {{id: price, text: {SECRET}, reason: Much., marking: TLP:AMBER}}")
    desk.sound()
    first = desk.files()[".briefgen/site.json"]
    desk.write("bus", "eleven thousand", "twelve thousand")
    desk.sound()
    assert desk.files()[".briefgen/site.json"] == first  # no digest of it tells one secret from another
    json.loads(first)


def test_an_error_leaves_the_site_as_it_was(desk: Desk) -> None:
    desk.sound()
    before = desk.files()
    desk.write("bus", "Getting home", "Getting home safely")
    desk.write("tram", "[@would-use]", "[@wuold-use]")
    assert "unknown-fact" in desk.codes()
    assert desk.files() == before
    assert sorted(path.name for path in desk.folder.iterdir() if path.name.startswith(".")) == []


def test_an_error_in_the_first_run_leaves_nothing(desk: Desk) -> None:
    desk.write("tram", "[@would-use]", "[@wuold-use]")
    desk.publish()
    assert not desk.site.exists()


def test_an_audience_that_a_scenario_has_not_is_an_error(desk: Desk) -> None:
    desk.write("bus", "id: public", "id: council")
    assert desk.codes() == ["unknown-audience"]
    assert not desk.site.exists()


def test_a_folder_of_somebody_elses_is_left_alone(desk: Desk) -> None:
    desk.site.mkdir()
    (desk.site / "thesis.docx").write_bytes(b"ten years of work")
    assert desk.codes(force=True) == ["not-a-site"]
    assert desk.files() == {"thesis.docx": b"ten years of work"}


def test_files_of_others_in_a_site_stay(desk: Desk) -> None:
    desk.sound()
    (desk.site / "CNAME").write_bytes(b"briefs.example.org")
    (desk.site / "bus" / "notes.txt").write_bytes(b"mine")
    desk.second_edition()
    desk.sound(force=True)
    assert desk.files()["CNAME"] == b"briefs.example.org"
    assert desk.files()["bus/notes.txt"] == b"mine"


def test_a_file_that_somebody_changed_is_not_written_over(desk: Desk) -> None:
    desk.sound()
    (desk.site / "index.html").write_bytes(b"mine")
    desk.write("bus", "title: A night bus", "title: Another night bus")
    assert "edited-output" in desk.codes()
    assert desk.files()["index.html"] == b"mine"
    desk.sound(force=True)
    assert desk.files()["index.html"] != b"mine"


def test_a_site_is_for_one_audience(desk: Desk) -> None:
    desk.write("bus", "  - {id: public", "  - {id: council, name: Council, marking: TLP:AMBER}\n  - {id: public")
    desk.sound()
    assert desk.codes("bus", audience="council") == ["other-site"]


def test_an_audience_means_the_same_in_all_scenarios(desk: Desk) -> None:
    desk.write("tram", "name: The public, marking: TLP:CLEAR", "name: The public, marking: TLP:GREEN")
    assert desk.codes() == ["other-site"]
    assert not desk.site.exists()


def test_a_draft_is_told(desk: Desk) -> None:
    desk.write("bus", "status: cleared", "status: draft")
    assert desk.codes() == ["draft-published"]
    assert b"Draft" in desk.files()["index.html"]
    assert desk.codes(strict=True) == ["draft-published"]


@in_all_formats
def test_an_edition_that_says_something_else_is_told(desk: Desk) -> None:
    desk.sound()
    desk.write("bus", "Try the night bus for six months", "Try the night bus for three months")
    assert desk.codes() == ["edition-changed"]
    desk.sound()
    assert desk.codes() == []


def test_what_is_not_named_stays(desk: Desk) -> None:
    desk.sound()
    published, diagnostics = desk.publish("bus")
    assert published == Published(unchanged=1, not_named=1)
    assert "brief-kept" in [each.code for each in diagnostics]
    assert b"A tram for Lindby" in desk.files()["index.html"]


def test_a_brief_is_withdrawn_by_deleting_its_folder(desk: Desk) -> None:
    desk.sound()
    shutil.rmtree(desk.site / "tram")
    _, diagnostics = desk.publish("bus")
    assert "edition-taken-out" in [each.code for each in diagnostics]
    assert b"tram" not in desk.files()["index.html"]
    assert b"tram" not in desk.files()["SHA256SUMS"]


@in_all_formats
def test_what_is_left_of_a_withdrawn_edition_goes(desk: Desk) -> None:
    desk.sound()
    (desk.site / "tram" / "1" / "tram.pdf").unlink()
    desk.sound("bus")
    assert not (desk.site / "tram").exists()


@in_all_formats
def test_a_damaged_record_is_told(desk: Desk) -> None:
    desk.sound()
    record = desk.site / ".briefgen" / "site.json"
    record.write_bytes(record.read_bytes().replace(b'"tram/1/tram.pdf"', b'"tram/1/../../../x"'))
    assert desk.codes() == ["not-a-site"]


def test_a_page_alone_has_nothing_beside_it(desk: Desk) -> None:
    desk.sound(formats=())
    assert sorted(path.name for path in (desk.site / "bus" / "1").iterdir()) == ["bus.html"]


@in_all_formats
def test_each_language_has_its_files(desk: Desk) -> None:
    desk.write("bus", "title: A night bus for Lindby", "title: {en: A night bus, fr: Un bus de nuit}")
    desk.sound()
    inside = sorted(path.name for path in (desk.site / "bus" / "1").iterdir())
    assert inside == ["bus-fr.docx", "bus-fr.html", "bus-fr.pdf", "bus.docx", "bus.html", "bus.pdf"]
    assert 'lang="fr"' in desk.files()["index.html"].decode()


@pytest.mark.parametrize("path", ["bus/1/bus.html", "bus/index.html", "index.html"])
def test_a_page_that_was_edited_in_the_site_is_noticed(path: str, desk: Desk) -> None:
    desk.sound()
    before = desk.files()
    (desk.site / path).write_bytes(before[path] + b"<!-- edited -->")
    assert desk.codes() == ["edited-output"]
    desk.sound(force=True)
    assert desk.files() == before
