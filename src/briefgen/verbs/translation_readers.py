"""Texts for a translator who may not read all of them: as an audience sees them on the way out, and on the way home
beside what it does not see."""

from collections.abc import Mapping

import msgspec

from briefgen.diagnostic import Diagnostic
from briefgen.merging.three_way import merged_surely
from briefgen.prose import Label, Prose
from briefgen.prose.language import own
from briefgen.release.filter import filtered, seen_of
from briefgen.release.scan import Released, guard, scan
from briefgen.scenario import Loaded
from briefgen.scenario.model import Audience
from briefgen.scenario.walk import texts
from briefgen.translation import NOTES, write
from briefgen.verbs.address import Addressed
from briefgen.verbs.closed_texts import closed_texts
from briefgen.verbs.scanned import told


def looked_through(addressed: Addressed, name: str, data: bytes, lang: str, audience: str) -> list[Diagnostic]:
    """That something withheld from an audience stands in a file for its translator."""
    left = addressed.loaded.scenario
    if addressed.whole == left:
        return []
    interface = (*NOTES, write([], "", "", "").decode(), "trans-unit resname preserve source target state translated",
                 "note ph bpt ept ctype x-citation x-markdown")  # fmt: skip
    said = Released(interface=interface, other=(lang, audience), called=addressed.loaded.name)
    return told(scan({name: data}, guard(addressed.whole, left, said, closed_texts(addressed.texts, left))))


class Given(msgspec.Struct, frozen=True):
    """A scenario as the readers had it for whom a file went out."""

    whole: Loaded
    seen: Loaded
    """The whole where the file was for no audience, or for one that the scenario has not."""
    audience: Audience | None
    texts: Mapping[str, Mapping[str, str]]
    """Path → what they had of a text, by language."""

    def is_part(self, text: Prose | Label, lang: str) -> bool:
        """Whether words of a text, or of what it is in a language, were not given to them."""
        there = self.texts.get(text.path, {})
        keys = {own(text.texts, self.whole.scenario.language), own(text.texts, lang)} - {None}
        return any(there.get(key or "") != text.texts[key or ""] for key in keys)

    def said(self, text: Prose | Label, key: str) -> str:
        """What they had of it in a language; empty where that is nothing."""
        return self.texts.get(text.path, {}).get(key, "")

    def home(self, text: Prose | Label, key: str | None, new: str) -> str | None:
        """What was written for the part that they had, with the words in their places that they had not; None where
        there is no translation that holds these, or their places are not sure."""
        if self.audience is None or key is None or not self.said(text, key):
            return None
        made = merged_surely(self.said(text, key).strip(), text.texts[key].strip(), new)
        if made is None:
            return None
        again = msgspec.structs.replace(text, texts={key: made})
        seen = seen_of(again, self.whole.scenario, self.seen.scenario, self.audience)
        return made if seen and " ".join(seen.texts.get(key, "").split()) == " ".join(new.split()) else None


def given_to(loaded: Loaded, audience: str) -> Given:
    """The scenario as the readers had it whom a file names. What it says counts only as the name of an audience that
    the scenario has."""
    readers = next((each for each in loaded.scenario.audiences if each.id == audience), None)
    left = filtered(loaded.scenario, readers).scenario if readers else None
    if left is None or left == loaded.scenario:
        left, readers = loaded.scenario, None
    seen = msgspec.structs.replace(loaded, scenario=left)
    return Given(loaded, seen, readers, {each.path: each.texts for each in texts(left)})
