"""No heading of a shipped brief stands over nothing."""

from itertools import pairwise

import pytest
from tests.laws.briefs import brief, called, every_brief

from briefgen.document import Heading, plain

ENGLISH = [of for of in every_brief() if of[1] == "en"]


@pytest.mark.parametrize("of", ENGLISH, ids=map(called, ENGLISH))
def test_something_stands_below_each_heading(of: tuple[str, str, str, str]) -> None:
    """“Where the parties stand” stood in a note on an option on which nobody had said a word."""
    blocks = brief(*of).blocks
    empty = [
        plain(above.content)
        for above, below in pairwise((*blocks, Heading(1, (), "")))
        if isinstance(above, Heading) and isinstance(below, Heading) and below.level <= above.level
    ]
    assert empty == []
