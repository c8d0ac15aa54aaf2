"""What was asked of `render`, and what a brief is rendered with when not all of it was."""

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefgen.release import Manifest, Rendering
from briefgen.scenario.model import Scenario
from briefgen.theme import PaperName
from briefgen.writers import Format

if TYPE_CHECKING:
    from briefgen.writers.docx.house.opening import House  # which a PDF has no need of

DEFAULT_TEMPLATE = "options-paper"
DEFAULT_THEME = "plain"


class Order(msgspec.Struct, frozen=True):
    """What was asked for. What was not is None, or empty."""

    formats: tuple[Format, ...] = ("docx", "pdf")
    out: Path = Path("briefs")
    template: str | None = None
    theme: str | None = None
    paper: PaperName | None = None
    option: str = ""
    """The id of the one option that the brief is about; empty: all of them."""
    lang: str = ""
    """BCP 47; empty: the scenario's own."""
    texts: tuple[Path, ...] = ()
    """Folders with texts of sources, beside the scenario's own."""
    reference: Path | None = None
    """The house style of the DOCX."""
    house: "House | None" = None
    """What was read of it."""
    embed_fonts: bool = False
    """The DOCX carries its fonts."""
    office_pages: bool = False
    """The contents of the DOCX has the page numbers that LibreOffice finds."""
    review: bool = False
    """The DOCX goes to people who edit it in Word, and comes back."""
    strict: bool = False
    force: bool = False
    sources: bool = True
    """Whether a PDF carries what it was made from."""
    audience: str = ""
    """The id of the one audience that the brief is for; empty: it is whole."""
    since: str = ""
    """The edition since which the brief says what changed: a folder, or REVISION:PATH."""


def rendering(order: Order, scenario: Scenario, before: Manifest | None, epoch: int | None) -> Rendering:
    """What was asked for; what was not, as it was done `before` when the scenario was part of a brief, or by default.

    A date is taken from `epoch` only where the scenario has none."""
    asked = before.rendering if before else Rendering(DEFAULT_TEMPLATE, DEFAULT_THEME, scenario.language, "a4")
    same = order.template in (None, asked.template)
    dated = scenario.edition.date or scenario.as_of
    return Rendering(
        template=asked.template if order.template is None else order.template,
        theme=asked.theme if order.theme is None else order.theme,
        lang=order.lang or asked.lang,
        page=order.paper or asked.page,
        option=order.option or (asked.option if same else ""),
        audience=order.audience or asked.audience,
        recomputed=asked.recomputed if order.audience in ("", asked.audience) else "",
        since=asked.since if order.audience in ("", asked.audience) and order.lang in ("", asked.lang) else None,
        epoch=None if dated else asked.epoch if epoch is None else epoch,
    )
