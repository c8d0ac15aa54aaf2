"""“This month” means nothing to a reader who does not know when it was written."""

from collections.abc import Iterator

from briefgen.agreement.claims import Claim
from briefgen.agreement.dates import dates
from briefgen.agreement.folding import folded
from briefgen.diagnostic import Finding
from briefgen.lint.claims.finding import at


def check(claim: Claim) -> Iterator[Finding]:
    """Finds `relative-date`."""
    if not claim.factual or any(ground.fact.date for ground in claim.grounds):
        return
    words = claim.lexicon.dates
    given = [date for date in dates(claim.text, claim.lexicon) if date.year or (date.month and date.day)]
    plain = folded(claim.text)
    found = [(cue.start, cue.end) for cue in words.relative.find(plain)]
    found += [
        (date.start, date.end)
        for date in dates(claim.text, claim.lexicon)
        if date.weekday
        and not date.month
        and not any(start <= date.start < end for start, end in found)
        and not plain[date.start : date.end].endswith("s")
    ]
    if claim.as_of is None:
        found += [(cue.start, cue.end) for cue in words.passing.find(plain)]
    for start, end in sorted(found):
        if given or _quoted(claim.text, start):
            continue
        yield at(
            claim, "relative-date", start, end,
            f"“{claim.text[start:end]}” has no day to count from.",
            "Write the date itself, or give the fact a `date:`.",
        )  # fmt: skip


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count("«") > before.count("»") or before.count('"') % 2 == 1
