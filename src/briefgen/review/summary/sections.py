"""Where in a scenario a path belongs, in the words of a table of contents."""

from collections.abc import Mapping

import msgspec

from briefgen.document import Inlines
from briefgen.prose import Label, parse_label
from briefgen.review.edits import Found, Unplaced
from briefgen.review.summary.voice import Voice, own
from briefgen.scenario.model import Scenario

_ = str  # marks interface messages; they are translated where they are shown

_NAMES: Mapping[str, str] = {
    "title": _("Title"),
    "question": _("Question"),
    "bottom_line": _("Bottom line"),
    "recommendation": _("Recommendation"),
    "issue": _("Issue"),
    "background": _("Background"),
    "key_dates": _("Key dates"),
    "options": _("Options"),
    "criteria": _("Criteria"),
    "sources": _("Sources"),
    "facts": _("Facts"),
    "stakeholders": _("Stakeholders"),
    "figures": _("Figures"),
    "judgements": _("Judgements"),
    "assumptions": _("Assumptions"),
    "gaps": _("Gaps"),
    "indicators": _("Indicators"),
    "dissents": _("Dissents"),
}
"""Fields of a scenario that have a section of their own."""

_REST = _("Other fields")
_OUTSIDE = _("Outside the fields of the scenario")
_NOWHERE = _("Without a place in the scenario")


def section(found: Found) -> str:
    """The message that names the section of something."""
    if isinstance(found, Unplaced):
        return _NOWHERE
    path: str = getattr(found, "path", "")
    return _NAMES.get(path.partition(".")[0], _REST) if path else _OUTSIDE


def order(message: str) -> int:
    """What stands in fields comes first, in the order of the files; then what is outside; then what has no place."""
    return (_OUTSIDE, _NOWHERE).index(message) + 1 if message in (_OUTSIDE, _NOWHERE) else 0


def thing(found: Found, scenario: Scenario, voice: Voice) -> Inlines:
    """The name of the one thing that it is about, where its section has several; else nothing."""
    path: str = getattr(found, "path", "")
    head, _dot, rest = path.partition(".")
    listed = getattr(scenario, head, None)
    if isinstance(found, Unplaced) or not isinstance(listed, tuple) or "." not in rest:
        return ()
    name = rest.partition(".")[0]
    held = next((each for each in listed if getattr(each, "id", None) == name), None)
    return _named(held, voice) or (own(name, "code"),)


def _named(held: "msgspec.Struct | None", voice: Voice) -> Inlines:
    label = getattr(held, "name", None) or getattr(held, "title", None)
    return parse_label(label, voice.locale.lang) if isinstance(label, Label) else ()


def field(found: Found, voice: Voice) -> Inlines:
    """The field that something is in, as a scenario's files know it, and which paragraph of it; else nothing."""
    path: str = getattr(found, "path", "")
    if isinstance(found, Unplaced) or not path:
        return ()
    block: int = getattr(found, "block", 0)
    if not block:
        return (own(path, "code"),)
    return own(path, "code"), own(" "), voice.say(_("(paragraph {n})"), n=voice.locale.number(block + 1))
