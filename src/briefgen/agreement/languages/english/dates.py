"""English: the words of dates."""

from briefgen.agreement.cues import Cues
from briefgen.agreement.lexicon import Dates

MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_EVERY_DAY = "|".join(DAYS)

DATES = Dates(
    months={word: number for number, word in enumerate(MONTHS, 1)}
    | {word[:3]: number for number, word in enumerate(MONTHS, 1) if word not in {"may", "march"}}
    | {"sept": 9},
    weekdays={word: number for number, word in enumerate(DAYS, 1)}
    | {word + "s": number for number, word in enumerate(DAYS, 1)},
    early=Cues("early", "early in", "beginning of", "start of", "at the start of"),
    middle=Cues("mid", "middle of"),
    late=Cues("late", "late in", "end of", "at the end of"),
    before_month=Cues(
        "in", "of", "since", "until", "till", "by", "last", "next", "this", "early", "mid", "late", "from", "to",
        "during", "before", "after", "every", "each", "between", "through",
    ),
    doubtful=frozenset({"may", "march", "mar", "dec", "sep", "jan"}),
    same_month=Cues("of that month", "of the same month"),
    between=frozenset({"of", "the", "in"}),
    before_day=frozenset({"the"}),
    spans=frozenset({"to", "and", "or", "until", "till", "through", "-", "–", "—"}),
    relative=Cues(
        "next|last|this january|february|april|june|july|august|september|october|november|december",
        "this|last|next|past week|month|year|quarter|summer|winter|autumn|fall|spring|weekend|morning|evening",
        f"this|last|next {_EVERY_DAY}",
        "yesterday", "tomorrow", "tonight", "last night", "the other day", "earlier today", "later today",
        "earlier this|last week|month|year", "later this|next week|month|year", "a few days|weeks|months|years ago",
        "_ days|weeks|months|years ago", "a day|week|month|year ago", "an hour ago", "the past few days|weeks|months",
        "in recent days|weeks|months", "in the last few days|weeks|months|years", "the coming days|weeks|months",
        "the past|last _ days|weeks|months|years", "past|last few days|weeks|months", "the day before yesterday",
        "a fortnight ago", "earlier this summer|winter|spring|autumn",
        "the previous day|week|month|year", "over the past year|month|week", "the following day|week|month|year",
    ),
    other_years=Cues(
        "year|years before|earlier|later", "previous year", "preceding year", "following year", "year after",
        "prior year", "year on year", "last year", "on the year", "next year",
    ),
    seasons={"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    decades=Cues(),
    before_noon=Cues("am", "a.m.", "a.m", "in the morning"),
    after_noon=Cues("pm", "p.m.", "p.m", "in the afternoon|evening", "at night"),
    twelve_hours=True,
    month_first=True,
    moving=Cues("this|last|next year|month|week|quarter", "of this|last|next year|month", "yesterday", "tomorrow"),
    owners=frozenset("its their his her".split()),
    moving_before=frozenset({"last", "next"}),
    moving_behind=frozenset(),
    passing=Cues(
        "currently", "at present", "at the moment", "right now", "today", "these days", "nowadays", "presently",
        "recently", "lately", "to this day",
    ),
)  # fmt: skip
