"""The options at the end of a line: `{anchor=gaps}`, `{shares="3 2 2" ground=for}`."""

import re
from collections.abc import Mapping

_END = re.compile(r"(?:(?<!\s)\s++)?\{((?:\s*+[a-z]++=(?:\"[^\"]*+\"|[^\s\"{}]++))++)\s*+\}\s*+$")
_ONE = re.compile(r"(?<![a-z])([a-z]++)=(?:\"([^\"]*)\"|([^\s\"{}]+))")


def split(text: str) -> tuple[str, Mapping[str, str]]:
    """The text without its options, and the options by name."""
    found = _END.search(text) if text.rstrip().endswith("}") else None
    if not found:
        return text, {}
    return text[: found.start()], {name: quoted or bare for name, quoted, bare in _ONE.findall(found[1])}
