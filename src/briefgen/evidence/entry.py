"""An evidence entry as YAML, ready to paste."""

from briefgen.evidence.location import Selector
from briefgen.yamltree.quoted import quoted


def around(selector: Selector) -> str:
    """The prefix and the suffix of a quote on one line: `prefix: "the"`."""
    parts = [("prefix", selector.prefix), ("suffix", selector.suffix)]
    return ", ".join(f"{key}: {quoted(words)}" for key, words in parts if words)


def entry(source: str, selector: Selector, where: str) -> str:
    """The lines for the `evidence` of a fact."""
    fields = [("quote", selector.quote), ("prefix", selector.prefix), ("suffix", selector.suffix)]
    lines = [f"- source: {source}"]
    lines += [f"  {key}: {quoted(words)}" for key, words in fields if words]
    if where:
        lines.append(f"  page: {where if ' ' in where else quoted(where)}")
    return "\n".join(lines) + "\n"
