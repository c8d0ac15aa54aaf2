"""No text, however it is written, comes back as another one; and no value grows but as it should."""

from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.core.source import SourceFile
from briefgen.markup.plain import reading
from briefgen.translation import Refused, Translated, Unit, returned
from briefgen.translation.units import Code, Pieces, _aligned, codes, joined, paragraphs, split_codes
from briefgen.yaml.edit.growing import Growth, grow
from briefgen.yaml.edit.scalar import surroundings
from briefgen.yaml.parse import parse

SIGNS = (
    "a", "b.", " ", "\n", "\n\n", "*", "**", "_", "`", "[", "]", "]{.judgement}", "{", "](https://x.org)", "[@f]",
    "\\*", "[@f; @g, p. 2]", "\n- ", "\n1. ", "<https://x.org>", "&amp;", "<", "é", "«", "]{lang=de}", "#", "!",
)  # fmt: skip
markdown = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14).map("".join)


def went(pieces: Pieces) -> tuple[str | tuple[str, str], ...]:
    return tuple(each if isinstance(each, str) else (each.kind, str(each.number)) for each in pieces)


def unit(text: str) -> Unit:
    return Unit("issue", 1, 1, split_codes(text), None, "", label=False, given="en")


@given(markdown)
def test_pieces_are_the_text(text: str) -> None:
    for part in paragraphs(text):
        assert "".join(joined(split_codes(part)).split()) == "".join(part.split())
        ends = [code.number for code in codes(split_codes(part)) if code.kind != "alone"]
        assert all(ends.count(number) == 2 for number in ends)


@given(markdown)
@example("a\n- \na")  # no list: its dash is a word, and was lost
def test_what_comes_back_as_it_went_reads_as_it_did(text: str) -> None:
    """Or it is refused, where the text is odd."""
    for part in paragraphs(text):
        one = unit(part)
        came = Translated("issue", went(one.source), went(one.source))  # type: ignore[arg-type]
        made = returned(one, came, "en")
        if isinstance(made, str):
            assert set(reading(made, "en").looks) == set(reading(joined(one.source), "en").looks)
            assert "".join(reading(made, "en").words.split()) == "".join(reading(part, "en").words.split())


@given(st.text("ab [@f]*_`\\<>{}.-#&\n", max_size=20), st.booleans())
def test_new_words_are_never_markdown(words: str, first: bool) -> None:
    """Whatever a translator types stands there as words, and the codes with it; or it is refused."""
    one = unit("They *walk* [@f].")
    source = went(one.source)
    target = (words, *source[1:]) if first else (*source[:-1], words)
    made = returned(one, Translated("issue", source, target), "fr")  # type: ignore[arg-type]
    if isinstance(made, str):
        found = reading(made, "fr")
        assert found.words.count("\ue000") == 1
        said = "".join(each for each in target if isinstance(each, str))
        assert sorted("".join(found.words.replace("\ue000", "").split())) == sorted("".join(said.split()))
        assert sum(look[:1] == (frozenset({"emphasis"}),) for look in found.looks) == 4
    else:
        assert isinstance(made, Refused)


def test_a_translation_is_given_the_numbers_of_its_source() -> None:
    source, target = split_codes("A [@f] *b* [@g]."), split_codes("[@g] *B* et [@f].")
    numbered = _aligned(source, target)
    assert numbered
    assert [each.number for each in numbered if isinstance(each, Code)] == [3, 2, 2, 1]
    assert _aligned(source, split_codes("[@g] *B*.")) is None


VALUES = (
    "word",
    "two words",
    "'it''s'",
    '"a: b"',
    ">\n{0}folded\n{0}text",
    "|-\n{0}literal\n\n{0}text",
    "plain\n{0}on",
)
SHAPES = ("{0}: ", "{0}:  ", "{0}: # why\n  ")
NEW = ("mot", "a: b", "# x", "l’eau, «à»", "x " * 90 + "y", "un\n\ndeux", "- a\n- b", " ", "no", "'", '"', "é" * 130)


values = st.tuples(st.sampled_from(VALUES), st.sampled_from(("map", "list", "flow", "langs")))


@given(
    st.lists(values, min_size=1, max_size=5),
    st.lists(st.sampled_from(NEW), min_size=5, max_size=5),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
)
def test_a_file_grows_by_what_was_asked_and_no_more(
    held: list[tuple[str, str]], new: list[str], line_end: str, last: bool
) -> None:
    lines = []
    for number, (value, shape) in enumerate(held):
        match shape:
            case "map":
                lines.append(
                    f"k{number}: {value.format('  ')}  # x" if "\n" not in value else f"k{number}: {value.format('  ')}"
                )
            case "list":
                lines.append(f"k{number}:\n  - {value.format('    ')}\n  - other")
            case "flow":
                lines.append(f"k{number}: {{a: {value if '{' not in value else 'word'}, b: c}}")
            case _:
                lines.append(f"k{number}:\n  en: {value.format('    ')}\n  de: wort")
    text = ("\n".join(lines) + ("\n" if last else "")).replace("\n", line_end)
    source = SourceFile("f", text)
    root, faults = parse(source)
    if root is None or faults:
        return
    found = [node for node, _ in surroundings(root).values() if node.text not in ("wort", "other", "c")]
    growths = [Growth(node.span, "en", "fr", words) for node, words in zip(found, new, strict=False)]
    grown = grow(source, growths)
    done = [each for each in growths if each not in grown.refused]
    read, faults = parse(SourceFile("f", grown.text))
    assert read is not None
    assert faults == []
    assert len(done) >= len(growths) - sum(not each.value.strip() for each in growths)
    said = [node.text.strip() for node, _ in surroundings(read).values()]
    assert sorted(node.text.strip() for node, _ in surroundings(root).values()) == sorted(
        _without([" ".join(each.value.split()) for each in done], said)
    )
    # Every line is still there, but for its indentation, its key, and what a flow mapping gained.
    assert grown.text.count("\r\n") == (grown.text.count("\n") if "\r\n" in text else 0)


def _without(added: list[str], said: list[str]) -> list[str]:
    left = list(said)
    for each in added:
        left.remove(next(text for text in left if " ".join(text.split()) == each))
    return left
