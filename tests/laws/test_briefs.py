"""What the selections of shipped briefs hold that tests look at in CI."""

from tests.laws.briefs import SHIPPED, TEMPLATES, a_few, by_turns, every_brief


def test_a_few_hold_each_scenario_template_and_language() -> None:
    scenarios, languages = ({each[at] for each in SHIPPED} for at in (0, 1))
    names, langs, templates, _ = (set(each) for each in zip(*a_few(), strict=True))
    assert (names, langs, templates) == (scenarios, languages, set(TEMPLATES))


def test_by_turns_each_brief_stands_in_one_language() -> None:
    def without_language(of: tuple[str, str, str, str]) -> tuple[str, ...]:
        return of[0], *of[2:]

    briefs = [without_language(of) for of in by_turns()]
    assert len(briefs) == len(set(briefs))
    assert set(briefs) == {without_language(of) for of in every_brief()}
