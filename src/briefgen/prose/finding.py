"""Something wrong in what an author wrote, told by path."""

import msgspec

from briefgen.diagnostic import Severity


class Finding(msgspec.Struct, frozen=True):
    """A problem in a field. Prose does not know its file; whoever does makes a Diagnostic of it.

    `path` names the field with its language (`options.force.summary.en`); `needle` is the piece of its text that the
    message is about, as the author wrote it, or empty for the whole field.
    """

    severity: Severity
    code: str
    message: str
    path: str
    needle: str = ""
    hint: str = ""
