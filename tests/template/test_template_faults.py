"""What can go wrong while a brief is made, and what is made all the same."""

import pytest
from tests.template.document_notation import shown
from tests.template.small_world import HAITI, composed, places

from briefgen.core.diagnostic import Pointers

FAULTS = {
    "a directive that is not": (":::{decison} a\nx\n:::", "template-unknown-directive 1:5 decison", "x"),
    "a fence without name": ("::: x\ny\n:::", "template-unknown-directive 1:5 x", "y"),
    "a mark that is not": ("[x]{.mutde}", "template-unknown-span 1:5 .mutde", "x"),
    "a value in a code span": (
        "`a {{ scenario.title }}`",
        "template-misplaced 1:1 `a {{ scenario.title }}`",
        "{code:a }{code:Haiti: answering the request}",
    ),
    "a value in an address": ("[x](https://{{ scenario.baseline.id }})", None, "x"),
    "a value in a script": ("[x](javascript:{{ scenario.baseline.id }})", None, "x"),
    "a script": ("[x](javascript:alert)", "template-bad-link 1:5 javascript:alert", "x"),
    "a table among words": ("a {{ scenario.matrix }}", "template-misplaced 1:1 a {{ scenario.matrix }}", "a "),
    "a yes or no": (
        "{{ scenario.baseline.baseline }}",
        "template-not-printable 1:1 {{ scenario.baseline.baseline }}",
        "",
    ),
    "a record": ("a\n\n{{ scenario.baseline }}", "template-not-printable 3:1 {{ scenario.baseline }}", "a"),
    "a number of four hundred digits": (
        "a\n\n{{ " + "9" * 400 + " }}",
        "template-not-printable 3:1 {{ " + "9" * 400 + " }}",
        "a",
    ),
    "a list": ("{{ scenario.options }}", "template-not-printable 1:1 {{ scenario.options }}", ""),
    "a heading in a box": (":::{remark}\n# x\n\ny\n:::", "template-misplaced 2:1 # x", "remark() label: x\n         y"),
    "notes that are not closed": ("a\n\n:::{notes}\nb", "template-misplaced 3:5 notes", "a"),
    "a card of a kind that is not": (
        ":::{card} T {kind=best}\na\n:::",
        "template-bad-option 1:14 kind",
        "card plain(T) a",
    ),
    "a column outside columns": (":::{column}\na\n:::", "template-misplaced 1:5 column", "a"),
    "shares that do not fit": (
        ':::{table} T {shares="1 2"}\n| a |\n|---|\n:::',
        "template-bad-option 1:15 shares",
        "table #table-1 [l] “Table 1: T”\n= *a",
    ),
    "a ground that is not": (
        "| a |\n|---|\n| b {ground=red} |",
        "template-bad-option 3:6 ground",
        "table #table [l]\n= *a\n| *b",
    ),
    "a list as the key of a table": (
        ":::{table} T\n| a |\n|---|\n\nk\n\n- b\n:::",
        "template-misplaced 1:1 :::{table} T",
        "table #table-1 [l] “Table 1: T”\n= *a\nsmall: k\n- b",
    ),
    "contents of what is not": (":::{contents} C {of=maps}\n:::", "template-bad-option 1:18 of", "contents(C) 2"),
    "a depth that is not": (":::{contents} C {depth=9}\n:::", "template-bad-option 1:18 depth", "contents(C) 2"),
    "no figure": (":::{figure} F\nx\n:::", "template-misplaced 1:1 :::{figure} F", "x"),
    "no place of that name": ('# Gaps\n\n{{ ref("gasp") }} [x](#gapps) y', None, "h1 #gaps Gaps\n x y"),
}


@pytest.mark.parametrize("template, place, document", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_and_the_rest_is_made(template: str, place: str | None, document: str) -> None:
    made = composed(template)
    assert shown(made.document.blocks) == document
    assert made.diagnostics
    assert place is None or places(made.diagnostics) == [place]


FAILURES = {
    "an undefined name": "a\n\n{{ scenario.opitons }}",
    "an index past the end": "a\n\n{{ scenario.options[9].name }}",
    "a field of nothing": "a\n\n{{ (scenario.options | find('x')).name }}",
    "a sum of words": "a\n\n{{ scenario.baseline.id + 'x' }}",
    "a sum of yes and no": "a\n\n{{ true + 1 }}",
    "a comparison of unlike things": "a\n\n{% if scenario.title < 3 %}{% endif %}",
    "a loop over a number": "a\n\n{% for x in 3 %}{% endfor %}",
    "an unpacking that does not fit": "a\n\n{% for x, y in scenario.options %}{% endfor %}",
    "a call with too many arguments": "a\n\n{{ sign(1, 2, 3) }}",
    "an anchor that is no word": "a\n\n{{ ref(scenario) }}",
    "a page of what is no anchor": "a\n\n{{ page(3) }}",
    "an anchor that is not defined": "a\n\n{{ ref(scenario.opitons) }}",
    "a function that fails": "a\n\n{{ sign(scenario) }}",
    "an order of unlike things": "a\n\n{{ [1, 'a'] | sort | join }}",
    "a private attribute by its name": "a\n\n{{ scenario.options | map('__class__') | join }}",
    "a private item by its name": "a\n\n{{ scenario['__class__'] }}",
    "a comparison that is none": "a\n\n{{ scenario.options | selectattr('id', 'is', 'x') | length }}",
}


@pytest.mark.parametrize("template", FAILURES.values(), ids=FAILURES)
def test_an_expression_that_fails_is_told_at_its_line(template: str) -> None:
    (fault,) = composed(template).diagnostics
    assert (fault.code, fault.span and fault.span.line) == ("template-failed", 3)
    assert "Traceback" not in fault.message


def test_a_failure_in_a_macro_is_told_in_its_own_file() -> None:
    made = composed("{% import 'p' as p %}\n\n{{ p.m(scenario) }}", p="\n{% macro m(s) %}\n{{ s.x }}\n{% endmacro %}")
    (fault,) = made.diagnostics
    assert (fault.where, fault.span and fault.span.line) == ("p.md.j2", 3)


LOOP = "{% for a in range(999) %}"
TOO_LARGE = {
    "loops in loops": LOOP * 3 + "x" + 3 * "{% endfor %}",
    "loops in a macro": "{% macro m() %}{% for a in range(999) %}{% for b in range(999) %}"
    + "words " * 50
    + "{% endfor %}{% endfor %}{% endmacro %}{{ m() }}",
    "values without end": "{% for a in range(999) %}{% for b in range(999) %}{{ b }}{% endfor %}{% endfor %}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "a macro that doubles": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}"
    "{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "a long range": "{% for a in range(10000) %}{% endfor %}",
    "empty loops": LOOP * 3 + 3 * "{% endfor %}",
}


@pytest.mark.parametrize("template", TOO_LARGE.values(), ids=TOO_LARGE)
def test_a_template_that_makes_too_much_is_stopped(template: str) -> None:
    made = composed(template)
    assert [each.code for each in made.diagnostics] == ["template-too-large"]
    assert made.document.blocks == ()


def test_directives_nest_only_so_deep() -> None:
    deep = "\n".join(":" * (30 - n) + "{remark}" for n in range(20)) + "\nx"
    assert "template-too-large" in {each.code for each in composed(deep).diagnostics}


def test_what_is_wrong_in_prose_is_told_by_path() -> None:
    import msgspec
    from tests.template.small_world import prose

    scenario = msgspec.structs.replace(HAITI, question=prose("question", "So [@nobody] [x]{.judgment} [y](#nowhere)."))
    made = composed("{{ scenario.question }}", scenario)
    assert {(each.code, each.path, each.place) for each in made.findings} == {
        ("unknown-fact", "question.en", Pointers("@nobody")),
        ("unknown-anchor", "question.en", Pointers("#nowhere")),
    }
    assert shown(made.document.blocks) == "So x y."
