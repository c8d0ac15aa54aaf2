"""Where each value of a scenario stands in its file."""

import re

from briefgen.source import Span

KEY = "#key"
"""Behind the path of an entry: the place of its key, where the key itself names something."""


class Origins(dict[str, Span]):
    """Path → the place of the value: `options.assessment-team.summary.en`."""

    def at(self, path: str, needle: str = "", occurrence: int = 1) -> Span | None:
        """The place of a value, or of the `occurrence`-th `needle` in it (exact words, such as `@team-agreed`).

        A needle that is not found as written (it may be broken by an escape) leads to the whole value; a path that is
        not known, to the nearest one that encloses it. None only where nothing was read.
        """
        span = self.get(path)
        if span is None:
            return self._enclosing(path)
        return _within(span, needle, occurrence) or span if needle else span

    def _enclosing(self, path: str) -> Span | None:
        while path:
            path = path.rpartition(".")[0]
            if path in self:
                return self[path]
        return None


def _within(span: Span, needle: str, occurrence: int) -> Span | None:
    # A line of YAML may break at any space, and `'` is doubled in single quotes. `@team` is not part of `@team-agreed`.
    words = r"\s+".join(re.escape(word).replace("'", "''?") for word in needle.split())
    if not words:
        return None
    ends = needle[-1]
    pattern = re.compile(words + (r"(?![\w-])" if ends.isalnum() or ends in "_-" else ""))
    for count, found in enumerate(pattern.finditer(span.file.text, span.start, span.end), 1):
        if count == occurrence:
            return Span(span.file, found.start(), found.end())
    return None
