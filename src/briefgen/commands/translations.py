"""What a scenario gives out to translators, and what it takes back, also where they may not read all of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from briefgen.commands.apply_review import write_texts
from briefgen.commands.audiences import AudienceView, view_of_valid
from briefgen.commands.check import check_scenario
from briefgen.commands.lock import withheld_texts
from briefgen.commands.scan import reported_leaks
from briefgen.core.diagnostic import Diagnostic, error, in_order, warning
from briefgen.core.report import Report
from briefgen.io.filesystem import World
from briefgen.markup.model import Label, Prose, own, same
from briefgen.markup.rewrite import RewriteError
from briefgen.model.formats import current_path
from briefgen.model.read import Loaded, load
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.model.scenario import Audience, Scenario
from briefgen.model.walk import texts
from briefgen.release.filter import filtered, renumbered, seen_of
from briefgen.release.scan import Released, guard, scan
from briefgen.review.combine import merge_text_surely
from briefgen.review.fields import Fields
from briefgen.review.merge import new_texts
from briefgen.translation import NOTES, PART, NotXliff, Refused, Translated, Unit, read, returned, units, write
from briefgen.translation.xliff import MOST_BYTES
from briefgen.yaml.edit.growing import Growth
from briefgen.yaml.edit.patch import Replacement


def leaks_in(addressed: AudienceView, name: str, data: bytes, lang: str, audience: str) -> list[Diagnostic]:
    """Errors where a file for a translator contains something withheld from its audience."""
    left = addressed.loaded.scenario
    if addressed.whole == left:
        return []
    interface = (*NOTES, write([], "", "", "").decode(), "trans-unit resname preserve source target state translated",
                 "note ph bpt ept ctype x-citation x-markdown")  # fmt: skip
    released = Released(interface=interface, other=(lang, audience), called=addressed.loaded.name)
    return reported_leaks(
        scan({name: data}, guard(addressed.whole, left, released, withheld_texts(addressed.texts, left)))
    )  # fmt: skip


class Given(msgspec.Struct, frozen=True):
    """A scenario as those saw it for whom a file was sent out."""

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

    def given_text(self, text: Prose | Label, key: str) -> str:
        """What they had of it in a language; empty where that is nothing."""
        return self.texts.get(text.path, {}).get(key, "")

    def home(self, text: Prose | Label, key: str | None, new: str) -> str | None:
        """What was written for the part that they had, with the words in their places that they had not; None where
        there is no translation that holds these, or their places are not sure."""
        if self.audience is None or key is None or not self.given_text(text, key):
            return None
        made = merge_text_surely(self.given_text(text, key).strip(), text.texts[key].strip(), new)
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


# What a scenario gives out to translators, and what it takes back.


class Exported(msgspec.Struct, frozen=True):
    """A file for a translator."""

    path: Path
    units: int
    translated: int
    """Of them, those that have a translation already."""
    withheld: int = 0
    """Texts that are not in it, or only in part: the audience does not see them."""


class Imported(msgspec.Struct, frozen=True):
    """What became of a file that came back."""

    lang: str
    files: tuple[Path, ...]
    """That were changed."""
    written: int
    """Texts that are new, or other ones now."""
    same: int
    untranslated: int
    """Texts that are not translated, or not wholly."""


def export(
    world: World, file: Path, lang: str, out: Path | None, force: bool = False, audience: str = ""
) -> tuple[Exported | None, list[Diagnostic]]:
    """Writes all that there is to translate into a language as XLIFF; by default `NAME-LANG.xlf` where one is.

    With an audience, what these readers may see of it, and nothing else; then the scenario has to be without faults,
    since a marking that cannot be read would let its words pass."""
    if not is_language(lang):
        hint = language_cure(lang)
        return None, [error("unknown-language", f"`{lang[:20]}` is not a language code.", hint=hint)]
    addressed = None
    if audience:
        addressed, diagnostics = _addressed(world, file, audience)
        loaded = addressed.loaded if addressed else None
    else:
        loaded, diagnostics = load(world, file)
    if loaded is None or any(each.severity == "error" for each in diagnostics):
        return None, in_order(diagnostics)
    source = loaded.scenario.language
    if same(source, lang):
        message = f"The scenario is written in `{source}`: there is nothing to translate into `{lang}`."
        return None, [error("unknown-language", message, loaded.origins.at("language"))]
    found = [called for called, _ in _called(loaded.scenario, lang)]
    path = out or Path(f"{'-'.join(filter(None, (loaded.name, audience, lang)))}.xlf")
    if not force and (fault := world.refusal(path)):
        return None, [fault]
    data = write(found, loaded.name, source, lang, audience)
    withheld = 0
    if addressed:
        if leaks := leaks_in(addressed, path.name, data, lang, audience):
            return None, [*diagnostics, *leaks]
        seen = {text.path: text.texts for text in texts(loaded.scenario)}
        withheld = sum(
            seen.get(text.path) != text.texts
            for text in texts(addressed.whole)
            if not text.path.startswith(("audiences.", "markings."))
        )
    faults = world.write_outputs({path: data})
    if faults:
        return None, faults
    return Exported(path, len(found), sum(each.target is not None for each in found), withheld), diagnostics


def _called(scenario: Scenario, lang: str) -> list[tuple[Unit, Unit]]:
    """What there is to say, as a file calls it, and as the scenario does; nothing of the whole has two numbers."""
    numbers = renumbered(scenario)
    return [(replace(unit, path=numbers.get(unit.path, unit.path)), unit) for unit in units(scenario, lang)]


def _addressed(world: World, file: Path, audience: str) -> tuple[AudienceView | None, list[Diagnostic]]:
    report = Report()
    checked = check_scenario(report, world, file)
    view = view_of_valid(report, checked.loaded, audience, checked.verified) if checked else None
    return view, list(report)


def bring_back(world: World, xliff: Path, file: Path) -> tuple[Imported | None, list[Diagnostic]]:
    """Writes the translations of a file into the scenario: each field whole, all files or none. A translation that lost
    a code, or whose source has changed, is reported and not written."""
    if unfinished := world.around(file).recover():
        return None, unfinished
    loaded, diagnostics = load(world, file)
    if loaded is None or any(each.severity == "error" for each in diagnostics):
        return None, in_order(diagnostics)
    data = world.read_bytes(xliff, MOST_BYTES)
    if isinstance(data, Diagnostic):
        return None, [data]
    try:
        lang, audience, returned_units = read(data)
    except NotXliff as fault:
        hint = "Give the file that `briefgen translations export` wrote, as the translator saved it."
        name = world.shown(xliff)
        return None, [error("not-a-translation", f"{name} is not taken: {fault}.", hint=hint, file=name)]
    report: list[Diagnostic] = []
    given = given_to(loaded, audience)
    fields, untranslated = _fields(given.seen, lang, returned_units, report)
    edits, unchanged = _edits(given, lang, fields, report)
    new, refused = new_texts(edits)
    for path in edits:
        if path in refused:
            _unwritten(path, loaded, report)
    files, faults = write_texts(world, file, loaded, new)
    if faults:
        return None, faults
    return Imported(lang, files, len(edits) - len(refused), unchanged, untranslated), in_order(report)


def _fields(
    loaded: Loaded, lang: str, returned_units: Sequence[Translated], report: list[Diagnostic]
) -> tuple[dict[str, list[tuple[Unit, str]]], int]:
    """Path → its paragraphs in the other language, of fields that came back whole; and how many did not."""
    known = {called.id: unit for called, unit in _called(loaded.scenario, lang)}
    back: dict[str, list[tuple[Unit, str]]] = {}
    untranslated: set[str] = set()
    for each in returned_units:
        path, part, number = each.id.partition(PART)
        unit = known.pop(f"{current_path(path)}{part}{number}", None)
        if unit is None:
            message = f"The scenario has nothing to translate as `{each.id[:200]}`: it has changed since it went out."
            report.append(warning("translation-outdated", message, file=loaded.files[0].name, hint=_AGAIN))
            continue
        made = returned(unit, each, lang)
        if isinstance(made, Refused):
            code = "translation-outdated" if made.outdated else "translation-refused"
            hint = _AGAIN if made.outdated else "Mend it in the translator's program, and import the file again."
            message = f"The translation of `{unit.id}` is not taken: {made.why}."
            report.append(error(code, message, loaded.origins.at(f"{unit.path}.{unit.given}"), hint))
            untranslated.add(unit.path)
        elif made is None:
            untranslated.add(unit.path)
        else:
            back.setdefault(unit.path, []).append((unit, made))
    untranslated |= {unit.path for unit in known.values()}
    whole = {path: parts for path, parts in back.items() if path not in untranslated and len(parts) == parts[0][0].of}
    return whole, len(untranslated | (back.keys() - whole.keys()))


_AGAIN = "Export again: what is translated and still holds is in the new file."


def _edits(
    given: Given, lang: str, fields: Mapping[str, list[tuple[Unit, str]]], report: list[Diagnostic]
) -> tuple[dict[str, Replacement | Growth], int]:
    """Path → what is to be written there; and how many texts the files have already."""
    loaded = given.whole
    by_path = {text.path: text for text in texts(loaded.scenario)}
    written = Fields(loaded)
    edits: dict[str, Replacement | Growth] = {}
    unchanged = 0
    for path, parts in fields.items():
        unit, text = parts[0][0], by_path[path]
        translation = "\n\n".join(made for _, made in sorted(parts, key=lambda part: part[0].number))
        key = own(text.texts, lang)
        if key is not None and _plainly(given.given_text(text, key)) == _plainly(translation):
            unchanged += 1
            continue
        markdown = given.home(text, key, translation) if given.is_part(text, lang) else translation
        if markdown is None:
            _of_a_part(path, translation, loaded, report)
            continue
        try:
            field = written.at(f"{path}.{key or unit.given}")
            span = field.node.span
            if key is None:
                edits[path] = Growth(span, unit.given, lang, markdown, unit.label)
            else:
                edits[path] = Replacement(span, field.with_markdown(markdown).node.text)
        except RewriteError:
            _unwritten(path, loaded, report)
    return edits, unchanged


def _plainly(markdown: str) -> str:
    """A text whatever its lines."""
    return " ".join(markdown.split())


def _unwritten(path: str, loaded: Loaded, report: list[Diagnostic]) -> None:
    message = f"The translation of `{path}` is not written: there is no way to put it where the text stands."
    hint = "Write the text by language in the file (`en: …`), and import again."
    report.append(error("translation-refused", message, loaded.origins.at(path), hint))


def _of_a_part(path: str, translation: str, loaded: Loaded, report: list[Diagnostic]) -> None:
    message = (
        f"The translation of `{path}` is not written: the translator was given a part of the text, and it is not sure"
        " where the other words stand in it."
    )
    hint = f"Write it by language in the file, those words too. The translator wrote: {_plainly(translation)[:400]}"
    report.append(error("translation-refused", message, loaded.origins.at(path), hint))
