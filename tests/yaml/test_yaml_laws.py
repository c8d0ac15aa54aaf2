"""Whatever the bytes are, parsing ends with a tree or with faults that have a place."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.core.source import SourceFile
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Mapping, Node, Scalar, Sequence

ODD = st.sampled_from(
    [*"[]{}:,-?*&!|>'\"%@`#\\ \n\t\r😀x1", ": ", "- ", "\n  ", "\n    ", "&a ", "*a ", "---\n", "\x85", "\x00"]
)


def scalars(node: Node | None) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Mapping(entries=entries):
            return [found for entry in entries for inner in (entry.key, entry.value) for found in scalars(inner)]
        case Sequence(items=items):
            return [found for item in items for found in scalars(item)]
    return []


@given(st.lists(ODD, max_size=30).map("".join))
def test_parsing_never_raises_and_every_fault_has_a_place(text: str) -> None:
    tree, faults = parse(SourceFile("f.yaml", text))
    for fault in faults:
        assert fault.span is not None
        assert 0 <= fault.span.start <= len(text)
        assert fault.span.line >= 1
        assert fault.message
        assert fault.hint
    for scalar in scalars(tree) if not faults else []:
        if scalar.style == "plain" and "\n" not in scalar.span.text and "\r" not in scalar.span.text:
            assert scalar.span.text == scalar.text


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"), max_size=12
)


@given(st.dictionaries(WORDS, st.lists(WORDS, max_size=4), max_size=5))
def test_what_is_quoted_is_read_back_word_for_word(content: dict[str, list[str]]) -> None:
    def quote(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    text = "".join(f"? {quote(key)}\n: [{', '.join(map(quote, words))}]\n" for key, words in content.items())
    tree, faults = parse(SourceFile("f.yaml", text))
    assert faults == []
    read = {}
    if isinstance(tree, Mapping):
        for entry in tree.entries:
            assert isinstance(entry.value, Sequence)
            read[entry.key.text] = [item.text for item in entry.value.items if isinstance(item, Scalar)]
            assert [item.span.text for item in entry.value.items] == [quote(word) for word in read[entry.key.text]]
    assert read == content
