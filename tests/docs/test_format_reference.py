"""The reference of the format is that of the model."""

from tests.docs.format_reference import PAGE, page


def test_the_page_is_as_the_model_has_it():
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make reference`"
