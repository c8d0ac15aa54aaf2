"""What goes out beside the words of a brief: template and theme without comments, labels up to its readers’."""

from pathlib import Path

import jinja2
import pytest
from click.testing import CliRunner
from tests.release.extracted import extracted
from tests.release.test_since import scenario

from briefgen.cli.app import app
from briefgen.commands.templates import FOLDER, SUFFIX
from briefgen.core.source import SourceFile
from briefgen.io.filesystem import shipped
from briefgen.model.marking import scheme_of
from briefgen.release.filter import filtered
from briefgen.template.loading import uncommented as without_comments
from briefgen.theme import shipped as themes
from briefgen.yaml.comments import uncommented
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import scalars

JINJA = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
TEMPLATES = sorted(shipped("templates").glob(f"*{SUFFIX}"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a {# for us #} b", "a {##} b"),
        ("a {#- for us -#} b", "a {#--#} b"),
        ("a\n  {#+ {{ x }} {% if %} #}\n b", "a\n  {#+#}\n b"),
        ("{##}{#-#}", "{##}{#-#}"),
        ("{# one\ntwo #}{# 'it''s #}", "{##}{##}"),
        ("{% raw %}{# printed #}{% endraw %}{# not #}", "{% raw %}{# printed #}{% endraw %}{##}"),
        ('{{ "{# printed #}" }}', '{{ "{# printed #}" }}'),
        ("{% set a = 'it\\'s {# printed #}' %}{# not #}", "{% set a = 'it\\'s {# printed #}' %}{##}"),
        ("no sign of one", "no sign of one"),
    ],
)
def test_a_template_without_comments_is_the_same(text: str, left: str) -> None:
    assert without_comments(text) == left
    assert without_comments(left) == left
    if "%}" not in text or "{% if %}" not in text:
        assert JINJA.from_string(left).render(x=1) == JINJA.from_string(text).render(x=1)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_a_shipped_template_without_comments_is_the_same(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    left = without_comments(text)
    assert "decision note: two pages" not in left
    names = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.do"])
    assert [token[1:] for token in names.lex(left) if token[1] != "comment"] == [
        token[1:] for token in names.lex(text) if token[1] != "comment"
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("# for us\n\n# alone\nname: a\n", "name: a\n"),
        ("name: a  # for us\nsize: 9\n", "name: a\nsize: 9\n"),
        ("ink: \"#112233\" # for us\ntint: 'a # b'\n", "ink: \"#112233\"\ntint: 'a # b'\n"),
        ("a:\n  # for us\n  b: c#d\n# end", "a:\n  b: c#d\n"),
        ("a: | # for us\n  # printed\n  text\nb: 1 # not\n", "a: |\n  # printed\n  text\nb: 1\n"),
        ("a: [1, # for us\n  2] # alone\n", "a: [1,\n  2]\n"),
        ("a: b\r\n# for us\r\nc: d\r\n", "a: b\r\nc: d\r\n"),
        ("{a: 1}\n", "{a: 1}\n"),
    ],
)
def test_yaml_without_comments_is_the_same(text: str, left: str) -> None:
    assert uncommented(SourceFile("a.yaml", text)) == left
    values = [[(each.text, each.style) for each in scalars(root)]
              for given in (text, left) if (root := parse(SourceFile("a.yaml", given))[0])]  # fmt: skip
    assert values[0] == values[1]


def test_the_shipped_themes_are_passed_on_without_comments() -> None:
    for file in themes().values():
        text = file.read_text(encoding="utf-8")
        assert uncommented(SourceFile(file.name, text)) == text[text.index("name:") :]


MARKED = """\
title: A night bus
question: Should the town run a night bus?
decision_maker: The council
markings: [{label: OPEN}, {label: OFFICERS}, {label: FALCON EYES, text: {en: FOR FALCON ALONE}}]
marking: OPEN
audiences: [{id: public, name: The public, marking: OPEN}, {id: officers, name: Officers, marking: OFFICERS}]
options: [{id: none, name: No bus, baseline: true}]
"""


def test_readers_do_not_learn_how_more_restricted_papers_are_called(tmp_path: Path) -> None:
    """Their PDF listed all labels of the organisation: some are names of what they may not know of."""
    whole = scenario(tmp_path / "a", MARKED)
    for audience, labels in zip(whole.audiences, (("OPEN",), ("OPEN", "OFFICERS")), strict=True):
        left = filtered(whole, audience).scenario
        assert left is not None
        assert scheme_of(left).labels == labels
        assert filtered(left, audience).scenario == left


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_no_comment_of_a_template_or_a_theme_goes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They were attached to the PDF as they stand; and since what a template says counts as released, what was withheld
    of the scenario could go out in a comment of it, and be found by nobody."""
    monkeypatch.chdir(tmp_path)
    run("new", "demo")
    file = tmp_path / "demo" / "scenario.yaml"
    text = file.read_text(encoding="utf-8")
    marked = text.replace("gaps: ", "gaps:\n  - {id: offer, text: Zanzibar asks 11400., marking: TLP:AMBER}\n#", 1)
    assert marked != text
    file.write_text(marked, encoding="utf-8")
    (tmp_path / "demo" / FOLDER).mkdir()
    given = (shipped("templates") / f"decision-note{SUFFIX}").read_text(encoding="utf-8")
    own = "{# Zanzibar asks 11400: leave it out #}" + given
    (tmp_path / "demo" / FOLDER / f"own{SUFFIX}").write_text(own, encoding="utf-8")
    (tmp_path / "own.yaml").write_text("# Not blue: Zanzibar is.\nname: own\n", encoding="utf-8")
    run("render", "demo", "--audience", "public", "--template", "own", "--theme", "own.yaml", "--to", "pdf")
    said = extracted((tmp_path / "briefs" / "demo-own-public.pdf").read_bytes())
    assert "A night bus for Lindby" in said
    assert "Zanzibar" not in said and "11400" not in said
    run("verify", "briefs/demo-own-public.pdf")


def test_an_edition_that_knows_fewer_labels_can_be_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a PDF carries ends at the label of its readers; the scenario of today has all."""
    monkeypatch.chdir(tmp_path)
    for name in ("old", "new"):
        run("new", name)
        file = tmp_path / name / "scenario.yaml"
        more = "" if name == "old" else ", {label: FALCON}"
        scheme = f"markings: [{{label: OPEN}}, {{label: OFFICERS}}{more}]\nmarking: TLP:CLEAR  "
        text = file.read_text(encoding="utf-8").replace("marking: TLP:CLEAR  ", scheme, 1)
        file.write_text(text.replace("TLP:CLEAR", "OPEN"), encoding="utf-8")
    run("redline", "old", "new", "--audience", "public", "--to", "html")
    run("render", "new", "--since", "old", "--audience", "public", "--to", "html")
