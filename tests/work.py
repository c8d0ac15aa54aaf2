"""How much work a call is, in bytecodes of Python: unlike time, the same each time."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def bytecodes(call: Callable[[], object]) -> int:
    """All that are run, those of comprehensions among them; what is written in C counts for nothing."""
    count = 0

    def within(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return within

    before = sys.gettrace()
    sys.settrace(within)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
