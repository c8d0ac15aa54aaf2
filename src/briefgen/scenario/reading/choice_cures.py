"""Which of a few words was meant by one that is none of them. Where it is not plain, none: an opposite is worse."""

import re
from collections.abc import Sequence

from briefgen.slips import did_you_mean

_MEANT = {
    "low": "slight minor weak faible bajo baja",
    "moderate": "medium middling middle average mid med modest moyen moyenne modéré modérée medio media "
    "moderado moderada",
    "high": "strong major severe élevé élevée fort forte alto alta",
    "cleared": "final approved published released validé aprobado aprobada",
    "draft": "wip provisional preliminary brouillon projet borrador",
    "supports": "for|in favour|in favor|support|supporting|supportive|supported|favourable|favorable|yes|pour|a favor",
    "opposes": "against|opposing|opposed|opposition|objects|no|contre|en contra",
    "not-stated": "none|unknown|silent|n/a|no position|not known|unclear|unstated",
    "conditional": "maybe|depends|with conditions|if",
    "mixed": "undecided|divided|split|both|ambivalent|mitigé|mixto",
    "neutral": "no side|indifferent|neutre|neutro",
    "for": "pro|positive|supports|in favour|in favor|+|pour|a favor",
    "against": "con|contra|negative|opposes|-|−|contre|en contra",
    "less-is-better": "lower is better|low is better|smaller is better|fewer is better|lowest is best|less better|"
    "lower|less|minimise|minimize|min|down|descending",
    "more-is-better": "higher is better|high is better|greater is better|bigger is better|highest is best|more better|"
    "higher|more|maximise|maximize|max|up|ascending",
    "stated": "explicit|said|quoted|declared|direct|indiqué|declarado",
    "inferred": "implied|implicit|deduced|derived|concluded|assumed|judged|guess|déduit|inferido",
    "pass": "passed|passes|met|yes|ok|true|oui|sí",
    "fail": "failed|fails|not met|no|false|non",
    "off": "none|never|no|false|ignore|disable|disabled",
    "warning": "warn|warnings",
    "info": "note|notice|information",
    "error": "errors|fatal",
    "news": "newspaper|article|press|press article|broadcast|media",
    "report": "study|paper|survey|assessment|audit|rapport|informe",
    "law": "act|statute|treaty|judgment|judgement|regulation|directive|loi|ley",
    "statement": "speech|declaration|press release|letter|communiqué|comunicado",
    "dataset": "data|database|spreadsheet",
    "statistics": "statistic|stats|figures|census",
    "other": "website|web|web page|webpage|book",
    "icd203": "icd 203|icd",
    "phia": "yardstick|probability yardstick",
    "quotes-only": "quotes|quote only|not allowed|no|false|forbidden|restricted|none",
    "allowed": "yes|true|free|open",
}  # fmt: skip
"""Word that can be chosen → words of everyday for it, parted by `|`, or by spaces where each is one word."""

_STRESS = re.compile(r"^(?:very|strongly|fully|firmly|clearly|openly|quite|rather) ")
"""Words that leave the sense of the next one as it is."""


def choice_cure(given: str, words: Sequence[str]) -> str:
    """“Did you mean `x`?”, or an empty text."""
    plain = re.sub(r"[\s_-]+", " ", given.lower()).strip(" .“”\"'")
    head = given.partition("#")[0].rstrip()
    if head in words:
        return f"Before a comment stands a space: `{head} #`."
    if re.fullmatch(r"[A-Fa-f][1-6]", given) and given[0].upper() in words:  # the Admiralty code of a piece: B2
        return f"The letter alone is wanted: `{given[0].upper()}`."
    plain = _STRESS.sub("", plain)
    if not re.search(r"[^\W_]", plain):
        plain = given.strip()
    for word in words:
        others = _MEANT.get(word, "")
        if plain in others.split("|" if "|" in others else None):
            return f"Did you mean `{word}`?"
    if plain in words:
        return f"Did you mean `{plain}`?"
    return did_you_mean(given, words) if all(len(word) > 1 or len(given) == 1 for word in words) else ""
