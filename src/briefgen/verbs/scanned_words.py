"""The last look at what a command prints of a scenario for one audience."""

from collections.abc import Iterable

from briefgen.diagnostic import Diagnostic
from briefgen.release.scan import Released, guard, scan
from briefgen.verbs.address import Addressed
from briefgen.verbs.closed_texts import closed_texts
from briefgen.verbs.scanned import told


def scanned_words(
    addressed: Addressed, text: str, form: str, interface: Iterable[str], other: Iterable[str], computed: bool
) -> list[Diagnostic]:
    """That something withheld from the audience stands in a text of that form (`txt`, `csv`, `json`), which is then not
    printed. `interface`: words of the command itself, `other`: else released; `computed`: its figures were worked
    out."""
    if addressed.whole == addressed.loaded.scenario:
        return []
    texts = closed_texts(addressed.texts, addressed.loaded.scenario)
    said = Released(
        interface=tuple(interface),
        computed=(text,) if computed else (),
        other=tuple(other),
        called=addressed.loaded.name,
    )
    leaks = scan({f"{form}.{form}": text.encode()}, guard(addressed.whole, addressed.loaded.scenario, said, texts))
    return told(leaks, "what would be printed", "Nothing is printed of it.", addressed.loaded.files[0].name)
