"""Laws of formulas: ranges hold every point, units obey algebra, what is printed is read back, nothing raises."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from briefgen.claims.arithmetic import compare
from briefgen.claims.tables import check_table
from briefgen.formulas import Formula, Problem, Quantity, evaluate, parse, quantity, units
from briefgen.formulas.printing import presented, text
from briefgen.formulas.quantities import add, converted, divide, multiply
from briefgen.locale import load

NAMES = ("a", "b", "c")

FORMULAS = st.recursive(
    st.sampled_from([*NAMES, "2", "0.5", "3"]),
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("-{}".format, inner),
        st.builds("({}) ** {}".format, inner, st.integers(-3, 3)),
        st.builds("min({}, {})".format, inner, inner),
        st.builds("max({}, {})".format, inner, inner),
        st.builds("round({}, 2)".format, inner),
    ),
    max_leaves=6,
)

NUMBERS = st.fractions(-50, 50, max_denominator=20)


@given(FORMULAS, st.lists(st.tuples(NUMBERS, NUMBERS, st.fractions(0, 1)), min_size=3, max_size=3))
def test_a_range_holds_the_result_of_every_point(text: str, ends: list[tuple[Fraction, Fraction, Fraction]]) -> None:
    formula = parse(text)
    assert isinstance(formula, Formula), (text, formula)
    ranges, points = {}, {}
    for name, (one, other, at) in zip(NAMES, ends, strict=True):
        low, high = min(one, other), max(one, other)
        ranges[name] = Quantity(low, high)
        point = low + (high - low) * at
        points[name] = Quantity(point, point)
    wide, exact = evaluate(formula, ranges), evaluate(formula, points)
    if isinstance(wide, Quantity):
        assert isinstance(exact, Quantity), exact
        assert wide.low <= exact.low <= exact.high <= wide.high


@given(st.text(alphabet="abmx0123.,+-*/()% _×÷–'[]{}:=\n\"", max_size=40) | st.text(max_size=30))
def test_no_text_of_a_formula_raises(text: str) -> None:
    formula = parse(text)
    if isinstance(formula, Formula):
        some = {name: Quantity(Fraction(1), Fraction(2), units.SHARE) for name in formula.names}
        assert isinstance(evaluate(formula, some), Quantity | Problem)


@given(st.text(max_size=20) | st.floats() | st.integers() | st.booleans(), st.text(max_size=20))
def test_no_value_or_unit_raises(value: str | float | int, unit: str) -> None:
    assert isinstance(quantity(value, unit), Quantity | str)


MEASURES = st.sampled_from(
    ["person", "household", "boat", "ha", "km", "m", "l", "day", "week", "usd", "kg", "t", "kwh"]
)
POWERS = st.sampled_from([-2, -1, 1, 2])
UNITS = st.dictionaries(MEASURES, POWERS, max_size=3).map(lambda parts: units.Unit(tuple(parts.items())))
AMOUNTS = st.builds(
    lambda number, unit: Quantity(number, number, unit), st.fractions(1, 1000, max_denominator=8), UNITS
)


def in_base(amount: Quantity) -> tuple[Fraction, frozenset[tuple[str, int]]]:
    """An amount in base units, which is equal for equal amounts."""
    return amount.low * amount.unit.factor, amount.unit.dimension


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_units_multiply_and_divide(one: Quantity, two: Quantity, three: Quantity) -> None:
    assert in_base(multiply(one, two)) == in_base(multiply(two, one))
    assert in_base(multiply(multiply(one, two), three)) == in_base(multiply(one, multiply(two, three)))
    assert in_base(divide(multiply(one, two), two)) == in_base(one)


@given(AMOUNTS, st.fractions(1, 9), MEASURES)
def test_a_sum_does_not_depend_on_the_unit(amount: Quantity, number: Fraction, measure: str) -> None:
    other = units.Unit(((measure, 1),))
    if other.dimension == amount.unit.dimension:
        more = Quantity(number, number, other)
        assert in_base(add(amount, more)) == in_base(add(more, amount))
        assert in_base(converted(amount, other)) == in_base(amount)


@given(UNITS, st.sampled_from(["en", "fr", "es"]))
def test_a_unit_is_read_as_it_is_printed(unit: units.Unit, lang: str) -> None:
    if unit.parts and unit.parts[0][1] > 0 and "boat" not in dict(unit.parts):
        assert units.parse(units.words(unit, lang))[0].dimension == unit.dimension


PRINTABLE = ["people", "households", "hectares", "litres", "days", "tonnes", "USD", "%", "percentage points", ""]


@given(
    st.decimals(min_value=2, max_value=10**9, places=1).map(str) | st.integers(2, 10**10).map(str),
    st.sampled_from(PRINTABLE),
    st.sampled_from(["en", "fr", "es"]),
)
def test_a_quantity_is_read_back_as_it_is_printed(number: str, unit: str, lang: str) -> None:
    made = quantity(number, unit)
    assert isinstance(made, Quantity)
    locale = load(lang)
    for each in (made, presented(made)):
        sentence = f"{text(each, locale)}."
        assert compare(each, sentence, lang).agrees, sentence
        nine_tenths = Quantity(each.low * Fraction(9, 10), each.high * Fraction(9, 10), each.unit, each.step)
        if each.low >= 20:
            assert not compare(nine_tenths, sentence, lang).agrees or each.step * 5 > each.low / 10, sentence


PIECES = st.sampled_from(
    ["3", "1,250", "2.6 M€", "one in three", "12–15", "27 %", "per 1,000", "1990", "3 March", "trois", "mil", "½", "-",
     "between", "and", "entre", "y", "USD", "0", "°C", "months", "two years and", "Total", "people", "%", "\u202f"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8), st.sampled_from(["en", "fr", "es", "de"]), AMOUNTS, st.booleans())
def test_no_sentence_or_table_raises(pieces: list[str], lang: str, amount: Quantity, wide: bool) -> None:
    high = amount.low * 2 if wide else amount.low
    result = Quantity(amount.low, high, amount.unit, Fraction(1, 10))
    found = compare(result, " ".join(pieces), lang, [amount])
    assert found.expected
    assert 0 <= found.start <= found.end <= len(" ".join(pieces))
    check_table(pieces[:3], [pieces[3:5], ["Total", *pieces[5:]]], lang)
