"""What the lists and fields of a scenario are called, as interface words."""

from collections.abc import Mapping

_ = str  # marks interface messages; they are translated where they are shown

THINGS: Mapping[str, str] = {
    "options": _("Options"),
    "criteria": _("Criteria"),
    "facts": _("Facts"),
    "sources": _("Sources"),
    "stakeholders": _("Stakeholders"),
    "key_dates": _("Key dates"),
    "judgements": _("Judgements"),
    "assumptions": _("Assumptions"),
    "gaps": _("Gaps"),
    "indicators": _("Indicators"),
    "dissents": _("Dissents"),
    "figures": _("Figures"),
}
"""Lists of a scenario, whose things have ids."""

PASSAGES: Mapping[str, str] = {
    "title": _("title"),
    "question": _("question"),
    "bottom_line": _("bottom line"),
    "recommendation": _("recommendation"),
    "issue": _("issue"),
    "background": _("background"),
}
"""Fields of a scenario."""
