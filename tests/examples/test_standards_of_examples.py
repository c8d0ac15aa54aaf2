"""Every example by every template, in every language and on both papers, meets the standards of its formats."""

import pytest
from tests.examples.test_examples_for_audiences import LEAST
from tests.examples.test_examples_for_audiences import made as for_audiences
from tests.laws.briefs import called, every_brief
from tests.release.rendered import pdf_of_example
from tests.validators.vera import faults

from briefgen.theme import PAPERS
from briefgen.verbs.order import Order

pytestmark = pytest.mark.slow


def test_each_pdf_meets_ua_1_and_a_3a() -> None:
    """As veraPDF understands them; with what the brief was made from. One is for an audience: the others, and in the
    other languages, stand in a soak (`test_examples_for_audiences`)."""
    made = {
        f"{called((name, lang, template, option))}-{paper}.pdf": pdf_of_example(
            name, Order(template=template, lang=lang, option=option, paper=paper)
        )
        for name, lang, template, option in every_brief()
        for paper in PAPERS
    }
    made["for-an-audience.pdf"] = for_audiences(LEAST)[1]["pdf"]
    assert faults(made) == {}
