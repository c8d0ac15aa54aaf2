"""One figure of each kind of chart."""

import datetime as dt

from tests.factory import T

from briefgen.document import (
    Acceptability,
    Caption,
    Contributions,
    Course,
    Figure,
    Moment,
    Paragraph,
    Portion,
    Ranked,
    Scored,
    Sensitivity,
    Timeline,
    Turn,
    Weighed,
)

_KEY = (Paragraph(T("Filled: sure; hatched: open. Sources: the author."), "small"),)

CHARTS = (
    Figure(
        Timeline((
            Moment(T("3 May 2026"), T("The survey ends"), dt.date(2026, 5, 3)),
            Moment(T("5 May 2026"), T("The evidence reaches up to here"), dt.date(2026, 5, 5), "as-of"),
            Moment(T("early June"), T("The fund decides")),
            Moment(T("30 June 2026"), T("The council decides <by vote>"), dt.date(2026, 6, 30), "deadline"),
        )),
        "A timeline. 3 May 2026: The survey ends; 30 June 2026: The council decides.",
        Caption("Figure 2", T("56 days are left")), "timeline", _KEY,
    ),
    Figure(
        Contributions(
            (Weighed(T("Cost"), 60, "60"), Weighed(T("Réversibilité"), 40, "40")),
            (
                Scored(T("No action"), (Portion(30, 45), Portion(0, 40, True)), T("30–85")),
                Scored(T("Assessment team"), (Portion(12, 12), Portion(20, 30)), T("32–42"), T("fails “Law”")),
            ),
            T("Score, 0 to 100"),
        ),
        "No action scores 30–85: Cost 30–45 of 60; Réversibilité not known, up to 40.",
        Caption("Figure 3", T("Much is open")), "contributions", _KEY,
    ),
    Figure(
        Sensitivity(
            (Course(T("No action"), (20, 40), (60, 60), leads=True), Course(T("Assessment team"), (50, 55), (10, 30))),
            60, T("60%, as stated"), (Turn(25, 45, T("below 25%: “Assessment team” is ahead")),),
            T("Weight of “Cost”"), T("Score, 0 to 100"),
        ),
        "No action scores 20–40 without this criterion, and 60 with it alone.",
        Caption("Figure 4", T("The lead turns at 25 percent")), "sensitivity", _KEY,
    ),
    Figure(
        Acceptability(
            (T("first"), T("second"), T("third")),
            (
                Ranked(T("No action"), (0.9, 0.06, 0.04)),
                Ranked(T("Assessment team"), (0.1, 0.5, 0.4)),
                Ranked(T("Force"), (0.0, 0.44, 0.56)),
            ),
        ),
        "No action: first 90%, second 6%, third 4%.",
        Caption("Figure 5", T("“No action” comes first in 90% of the cases")), "acceptability", _KEY,
    ),
)  # fmt: skip
