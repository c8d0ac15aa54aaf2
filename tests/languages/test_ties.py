"""Where no line ends between two words. In the cases `~` is a no-break space, `^` a narrow one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.locale import tied


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "On 4~March 2026 it gave 62~percent, 30~per cent or 7~%."),
        ("en", "It is 12~km away, at 15~°C, and costs 64~million."),
        ("en", "It burst 23~times in 10~years; 4~wells are open, but 3 options remain."),
        ("en", "In 2026 the city, in 2026 four wells"),
        ("en", "See p.~12, Table~3 and No.~4: 5 of~5~wells."),
        ("en", "Mr~Henry, Dr~Ruta Hallane and T.~S.~Eliot"),
        ("en", "It fell~– as they said~– and then~…"),
        ("en", "a week, I think; it is « quoted »"),
        ("en", "Audit, par.~2~· line~4~· found"),
        ("en-CA", "4~March"),
        ("fr", "«^Relier^»^: 12^%, vrai^? Non^! Si^; mais"),
        ("fr", "Le 3~mars, 24~000 habitants à~Kelmouth, et il y~a~3~puits."),
        ("fr", "M.~Henry, no~4, par.~3.2, ligne~18"),
        ("fr", "Il a~dit~– sans raison~– que 3 et 4"),
        ("es", "El 4~de marzo, a~12~km y~a~3~pozos"),
        ("es", "El 26~de noviembre de~2026, el 62~% y~24~000 habitantes: véanse el Cuadro~3 y~la p.~12, núm.~4"),
        ("es", "Dijo «sí»; ¿y~la Sra.~Clesca? edición~2, 3 de~5"),
        ("de", "4~km und 3~t"),
        ("", "4~km"),
    ],
)
def test_spaces_that_no_line_ends_at(lang: str, written: str) -> None:
    given_text = written.replace("~", " ").replace("^", " ")
    assert tied(given_text, lang).replace("\u00a0", "~").replace("\u202f", "^") == written


@pytest.mark.parametrize("lang", ["en", "fr", "es", "de", "", "x-klingon"])
@given(text=st.lists(st.sampled_from((*"a4«»;%– \u00a0.M", "km", "mars", "p.", " ")), max_size=30).map("".join))
def test_only_spaces_change_and_a_tied_text_stays(lang: str, text: str) -> None:
    """So that an edited text can be compared with what the Document has."""
    found = tied(text, lang)
    assert len(found) == len(text)
    assert all(new == old or (old == " " and new in "\u00a0\u202f") for old, new in zip(text, found, strict=True))
    assert tied(found, lang) == found
