"""Languages in which a field says without a citation what it cites a withheld fact for in another one."""

from collections.abc import Mapping, Sequence

from briefgen.prose.cutting import Ground, Knife


def uncited(knife: Knife, texts: Mapping[str, str]) -> dict[str, str]:
    """Language → one of the facts. There the sentence would stay that goes in the other one."""
    if len(texts) < 2 or not any(map(knife.cites, texts.values())):
        return {}
    grounds = {lang: knife.grounds(text) for lang, text in texts.items()}
    out: dict[str, str] = {}
    for lang, own in grounds.items():
        facts = (_lacking(own, other) for each, other in grounds.items() if each != lang)
        fact = next(filter(None, facts), "")
        if fact:
            out[lang] = fact
    return out


def _lacking(own: Sequence[Ground], other: Sequence[Ground]) -> str:
    """A fact on which a sentence of another language rests that goes with it, and for which there is none here; empty
    where there is no such fact."""
    lost = [ground for ground in other if ground.facts and ground.gone]
    for ground in lost:
        if all(_is_rarer(fact, own, other) for fact in ground.facts):
            return min(ground.facts)
    return ""


def _is_rarer(fact: str, own: Sequence[Ground], other: Sequence[Ground]) -> bool:
    """Whether fewer sentences cite it. Where they are fewer as a whole, two may have become one."""
    here, there = (sum(fact in ground.facts for ground in grounds) for grounds in (own, other))
    return not here or (here < there and len(own) >= len(other))
