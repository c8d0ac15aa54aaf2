"""A template that passed all its checks, as bytes that the next run need not make again.

Jinja takes longer to compile a template than everything else takes to fill it. What is kept is the compiled code, so it
is as trusted as the program's own: the caller keeps it where only the person who runs the program can write.
"""

import marshal
import sys
from collections.abc import Mapping
from hashlib import sha256

from briefgen.source import SourceFile
from briefgen.template.model import Template


def key(name: str, sources: Mapping[str, SourceFile], depends: bytes) -> str:
    """The name under which a template is kept: a digest of all that its code depends on.

    `depends` stands for the program itself and the names that templates may use.
    """
    import jinja2

    digest = sha256(depends)
    for part in (sys.version, jinja2.__version__, name):
        digest.update(part.encode() + b"\0")
    for each in sorted(sources):
        text = sources[each].text.encode("utf-8", "surrogatepass")
        digest.update(each.encode() + b"\0%d\0" % len(text) + text)
    return digest.hexdigest()


def dumped(template: Template) -> bytes:
    """A template without faults as bytes."""
    return marshal.dumps((tuple(template.files), dict(template.codes), template.uses))


def restored(data: bytes, name: str, sources: Mapping[str, SourceFile]) -> Template:
    """The template of such bytes."""
    names, codes, uses = marshal.loads(data)
    return Template(name, {each: sources[each] for each in names}, {}, codes, uses)
