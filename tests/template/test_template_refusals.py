"""What a template may not do, and what is said of it before anything is rendered."""

import pytest
from tests.template.small_world import TYPES, faults, files, places

from briefgen.core.source import SourceFile
from briefgen.template import includes, load

NOT_ALLOWED = {
    "~": "{{ scenario.title ~ 'x' }}",
    "%": "{{ '%s' % scenario.title }}",
    "*": "{{ 'a' * 1000000000 }}",
    "**": "{{ 9 ** 9 ** 9 }}",
    "/": "{{ 1 / 2 }}",
    "//": "{{ 1 // 2 }}",
    "set with a block": "{% set a %}# {{ scenario.title }}{% endset %}",
    "filter with a block": "{% filter upper %}x{% endfilter %}",
    "autoescape": "{% autoescape false %}{{ scenario.title }}{% endautoescape %}",
    "blocks": "{% block a %}{% endblock %}",
    "extends": "{% extends 'main' %}",
    "with": "{% with a = 1 %}{{ a }}{% endwith %}",
    "a dictionary": "{{ {'a': 1} }}",
    "a namespace": "{% set ns = scenario %}{% set ns.x = 1 %}",
    "a macro in a macro": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(m(1)) }}",
    "a macro in a sum": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) + 1 }}",
    "a macro in a choice": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) if 1 else 2 }}",
    "a macro in a filter": "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1) | length }}",
    "a macro that is set": "{% macro m(x) %}{{ x }}{% endmacro %}{% set a = m(1) %}",
    "a macro by another name": "{% macro m(x) %}{{ x }}{% endmacro %}{% set a = m %}",
    "a macro as an argument": "{% macro m(x) %}{{ x }}{% endmacro %}{{ sign(m) }}",
    "caller in an expression": "{% macro m() %}{{ caller() + 1 }}{% endmacro %}",
    "an imported macro in an expression": "{% import 'p' as p %}{{ p.m(1) + 1 }}",
    "an imported macro that is set": "{% from 'p' import m %}{% set a = m(1) %}",
    "a module": "{% import 'p' as p %}{% set a = p %}",
    "a private name": "{{ scenario.__class__ }}",
    "a private variable": "{{ _x }}",
    "a method": "{{ scenario.title.texts.items() }}",
    "a call of a call": "{{ sign(1)() }}",
    "self": "{{ self }}",
    "varargs": "{% macro m() %}{{ varargs }}{% endmacro %}",
    "stars": "{{ sign(*scenario.options) }}",
    "a recursive loop": "{% for o in scenario.options recursive %}{{ o.id }}{% endfor %}",
    "another meaning for _": "{% set _ = 1 %}",
    "another meaning for range": "{% for range in scenario.options %}{% endfor %}",
    "another meaning for ref": "{% macro ref(x) %}{% endmacro %}",
    "another meaning for page": "{% macro m(page) %}{% endmacro %}",
    "a computed include": "{% include scenario.title %}",
    "a choice of includes": "{% include ['p', 'q'] %}",
    "an include that may be missing": "{% include 'p' ignore missing %}",
    "including itself": "{% include 'main' %}",
    "including each other": "{% include 'circle' %}",
    "words that the catalogue cannot find": "{{ _(scenario.title) }}",
    "words put together": "{{ _('a' + 'b') }}",
    "a plural without number": "{{ ngettext('a', 'b') }}",
    "private-use characters": "a \ue0000\ue002",
}


@pytest.mark.parametrize("template", NOT_ALLOWED.values(), ids=NOT_ALLOWED)
def test_it_is_not_allowed(template: str) -> None:
    found = faults(template, p="{% macro m(x) %}{{ x }}{% endmacro %}", circle="{% include 'main' %}")
    assert "template-not-allowed" in {each.code for each in found}
    assert all(each.span for each in found)


UNKNOWN = {
    "a field": ("\n{{ scenario.opitons }}", "template-unknown-name 2:13 opitons", "Did you mean `options`?"),
    "a field of an element": (
        "{% for o in scenario.options %}{{ o.nmae }}{% endfor %}",
        "template-unknown-name 1:37 nmae",
        "Did you mean `name`?",
    ),
    "a field of what was set": (
        "{% set o = scenario.options[0] %}{{ o.naem }}",
        "template-unknown-name 1:39 naem",
        "Did you mean `name`?",
    ),
    "a field of a slice": (
        "{% for o in scenario.options[1:] %}{{ o.x }}{% endfor %}",
        "template-unknown-name 1:41 x",
        None,
    ),
    "a field of the first": (
        "{{ (scenario.options | first).naem }}",
        "template-unknown-name 1:31 naem",
        "Did you mean `name`?",
    ),
    "a field of what was found": (
        "{{ (scenario.options | find('a')).naem }}",
        "template-unknown-name 1:35 naem",
        "Did you mean `name`?",
    ),
    "a field of a property": (
        "{{ scenario.baseline.naem }}",
        "template-unknown-name 1:22 naem",
        "Did you mean `name`?",
    ),
    "a field of a value by key": (
        "{{ scenario.options[0].cells['us'].x }}",
        "template-unknown-name 1:36 x",
        "It is printed as it is.",
    ),
    "a field after selecting": (
        "{% for o in scenario.options | selectattr('baseline') | sort('weight') %}{{ o.x }}{% endfor %}",
        "template-unknown-name 1:79 x",
        None,
    ),
    "an attribute of a filter": (
        "{{ scenario.options | map('nmae') | join }}",
        "template-unknown-name 1:28 nmae",
        "Did you mean `name`?",
    ),
    "a part of prose": ("{{ scenario.question.texts }}", "template-unknown-name 1:22 texts", "It is printed as it is."),
    "a field of a list": ("{{ scenario.options.name }}", "template-unknown-name 1:21 name", None),
    "something of loop": (
        "{% for o in scenario.options %}{{ loop.indx }}{% endfor %}",
        "template-unknown-name 1:40 indx",
        "Did you mean `index`?",
    ),
    "a variable": ("{{ scenari.title }}", "template-unknown-name 1:4 scenari", "Did you mean `scenario`?"),
    "a function": ("{{ sgin(1) }}", "template-unknown-name 1:4 sgin", "Did you mean `sign`?"),
    "a loop variable after its loop": (
        "{% for o in scenario.options %}{% endfor %}\n{{ o.id }}",
        "template-unknown-name 2:4 o",
        None,
    ),
    "a filter": ("{{ scenario.options | lenght }}", "template-unknown-filter 1:23 lenght", "Did you mean `length`?"),
    "a filter of Jinja's": ("{{ scenario.title | safe }}", "template-unknown-filter 1:21 safe", None),
    "a test": (
        "{% if scenario.title is strnig %}{% endif %}",
        "template-unknown-test 1:25 strnig",
        "Did you mean `string`?",
    ),
    "a template": ("{% include 'prats' %}", "template-unknown-template 1:13 prats", "Did you mean `parts`?"),
    "a slot without value": (
        "{{ _('As of {date}') }}",
        "template-unknown-name 1:13 {date}",
        "Add date=… behind the words.",
    ),
    "a value without slot": ("{{ _('As of', date=1) }}", "template-unknown-name 1:15 date", None),
    "a record": ("{{ scenario.options[0] }}", "template-not-printable 1:1 {{ scenario.options[0] }}", None),
    "a list of records": ("{{ scenario.options }}", "template-not-printable 1:1 {{ scenario.options }}", None),
    "an if that never ends": ("a\n{% if scenario.title %}", "template-syntax 2:1 {% if scenario.title %}", ""),
    "no expression": ("a\n{{ }}", "template-syntax 2:1 {{ }}", ""),
}


@pytest.mark.parametrize("template, place, hint", UNKNOWN.values(), ids=UNKNOWN)
def test_there_is_no_such_thing(template: str, place: str, hint: str | None) -> None:
    found = faults(template, parts="")
    assert places(found) == [place]
    assert hint is None or found[0].hint == hint


def test_all_faults_are_told_at_once_each_in_its_file() -> None:
    found = faults("{{ scenario.a }}\n{% include 'part' %}\n{{ scenario.b }}", part="\n{{ scenario.c }}{{ o }}")
    assert {(each.where, each.span.line) for each in found if each.span} == {
        ("main.md.j2", 1), ("main.md.j2", 3), ("part.md.j2", 2),
    }  # fmt: skip
    assert len(found) == 4


def test_an_included_template_sees_the_names_of_its_place() -> None:
    body = "{% for o in scenario.options %}{% include 'part' %}{% endfor %}"
    assert faults(body, part="{{ o.id }}") == []
    assert places(faults(body, part="{{ o.idd }}")) == ["template-unknown-name 1:6 idd"]


@pytest.mark.parametrize(
    "template",
    [
        "{{ scenario.title if scenario.as_of else scenario.question }}",
        "{{ scenario.options[0].note or scenario.question }}",
        "{% if x is defined %}{% endif %}",
        "{% macro m(o, n=1) %}{{ o.anything.at.all }}{{ n }}{% endmacro %}{{ m(scenario) }}",
        "{% for k, v in scenario.options[0].cells | items %}{{ k }}{{ v }}{% endfor %}",
        "{% for o in scenario.options if o.baseline %}{{ loop.previtem.x }}{% else %}-{% endfor %}",
        "{% for o in scenario.options %}{{ loop.cycle('a', 'b') }}{% endfor %}",
        "{{ scenario.options[1:][0].name }}{{ scenario.options[0].positions[-1].party }}",
        "{{ sign(scenario.options[0].positions[0]) }}{{ scenario.matrix }}{{ scenario.chart }}",
        "{% for n in range(3) %}{{ n + 1 }}{% endfor %}",
        "{# a comment #}{% raw %}{{ scenari }}{% endraw %}",
    ],
)
def test_these_are_fine(template: str) -> None:
    assert faults(template) == []


def test_the_names_come_from_the_types_alone() -> None:
    assert set(TYPES) == {"scenario", "sign"}


def test_a_template_that_is_not_there() -> None:
    template, found = load("x", files({"y": ""}))
    assert template is None
    assert [each.code for each in found] == ["template-unknown-template"]


def test_a_template_that_is_too_long_is_not_read() -> None:
    template, found = load("x", files({"x": "a" * 600_000}))
    assert template is None
    assert [each.code for each in found] == ["template-too-large"]


DEEP = {
    "brackets": "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
    "lists": "{{ " + "[" * 3_000 + "]" * 3_000 + " }}",
    "blocks": "{% if scenario.title %}" * 3_000 + "x" + "{% endif %}" * 3_000,
    "a hundred blocks, which Jinja takes and Python does not": "{% if scenario.title %}" * 120 + "{% endif %}" * 120,
    "filters": "{{ scenario.title" + " | length" * 3_000 + " }}",
    "conditions": "{% if " + "not " * 3_000 + "scenario.title %}x{% endif %}",
    "operators": "{{ scenario.title" + " and scenario.title" * 1_500 + " }}",
    "digits": "{{ " + "9" * 5_000 + " }}",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_what_stands_in_one_another_without_end_is_a_fault_of_the_template(text: str) -> None:
    template, found = load("x", files({"x": f"Words.\n\n{text}\n"}))
    assert template is None
    assert {each.code for each in found} <= {"template-too-large", "template-syntax", "template-not-allowed"}
    assert {each.span.line for each in found if each.span} == {3}
    assert includes(SourceFile("x", text)) == frozenset()
