"""What a template makes, case by case: Markdown and values → blocks."""

import pytest
from tests.template.document_notation import shown
from tests.template.small_world import composed

CASES = {
    "words of the template": ("Some *words*.", "Some {emphasis:words}."),
    "a label": ("{{ scenario.title }}", "Haiti: answering the request"),
    "one full stop after a value that ends with one": (
        "{{ scenario.options[0].summary }}. It may...",
        "Nothing more is done. It may...",
    ),
    "a label in bold": ("**{{ scenario.title }}**", "{strong:Haiti: answering the request}"),
    "a value in a mark": ("[{{ scenario.title }}]{.muted}", "{muted:Haiti: answering the request}"),
    "marks add up": ("[*{{ scenario.title }}*]{.muted .for}", "{emphasis for muted:Haiti: answering the request}"),
    "a language": ("[{{ scenario.title }}]{lang=en}", "{lang=en:Haiti: answering the request}"),
    "a date and numbers": ("{{ scenario.as_of }}, {{ 1200 }}, {{ 1.5 }}", "28 October 2022, 1,200, 1.5"),
    "a word": ("{{ scenario.options[1].id }}", "team"),
    "two values side by side": ("{{ 1 }}{{ 2 }}", "12"),
    "prose alone is blocks": (
        "{{ scenario.options[1].summary }}",
        "A team goes.^1.1\n- It looks.^2.1\n- It {emphasis:reports}.^1.2",
    ),
    "prose among words goes on in the line up to a list": (
        "So: {{ scenario.options[1].summary }}",
        "So: A team goes.^1.1\n- It looks.^2.1\n- It {emphasis:reports}.^1.2",
    ),
    "a list where there is one line only": (
        ":::{remark} So: {{ scenario.options[1].summary }}\nWords.\n:::",
        "remark(So: A team goes.^1.1 / •\u00a0It looks.^2.1 / •\u00a0It {emphasis:reports}.^1.2) Words.",
    ),
    "a note mark among the template's words": (
        "{{ scenario.options[1].cells['us'] }}) It may.",
        "It helps.^1.1) It may.",
    ),
    "prose in a list": ("- {{ scenario.options[0].summary }}\n- b", "- Nothing more is done.\n- b"),
    "nothing": ("{{ scenario.options[0].note }}", ""),
    "nothing among words": ("a {{ scenario.options[0].note }} b", "a b"),
    "conditions that come to nothing": (
        "{{ scenario.options[0].summary }} {% if false %}c{% endif %} {% if false %}d{% endif %} [b]{.muted} `x  y`",
        "Nothing more is done. {muted:b} {code:x  y}",
    ),
    "nothing in a list": ("- {{ scenario.options[0].note }}\n- b", "- b"),
    "a list of nothing": ("- {{ scenario.options[0].note }}", ""),
    "nothing in a heading": ("# {{ scenario.options[0].note }}", ""),
    "nothing in a box": (":::{remark} Title\n{{ scenario.options[0].note }}\n:::", ""),
    "inlines from a function": (
        "{{ sign(scenario.options[1].positions[0]) }} it",
        "{for sign:▲ }supports it",
    ),
    "inlines alone": ("{{ sign(scenario.options[1].positions[1]) }}", "{against sign:▼ }opposes"),
    "a table from elsewhere": ("{{ scenario.matrix }}", "table #table [l l]\n| made | "),
    "a sentence": ('{{ _("As of {date}.", date=scenario.as_of) }}', "As of 28 October 2022."),
    "a sentence with prose": (
        '{{ _("Thus: {it}", it=scenario.options[0].summary) }}',
        "Thus: Nothing more is done.",
    ),
    "a sentence with a number": (
        '{{ ngettext("{n} option", "{n} options", scenario.options | length) }}',
        "2 options",
    ),
    "a sentence is not Markdown": ('{{ _("*a* # b") }}', "*a* # b"),
    "a list of names": ('{{ scenario.options | map("name") | join }}', "No action and Assessment team"),
    "a list with a separator": ('{{ scenario.options | map("id") | join("; ") }}', "no-action; team"),
    "found": ('{{ (scenario.options | find("team")).name }}', "Assessment team"),
    "not found": ('{% if scenario.options | find("x") %}yes{% else %}no{% endif %}', "no"),
    "selected": (
        '{% for p in scenario.options[1].positions | selectattr("stance", "==", "opposes") %}{{ p.party }}{% endfor %}',
        "Many people",
    ),
    "rejected": (
        '{% for o in scenario.options | rejectattr("baseline") %}{{ o.id }}{% endfor %}',
        "team",
    ),
    "sorted by words": ('{% for o in scenario.options | sort("name") %}{{ o.id }} {% endfor %}', "team no-action"),
    "sorted by number": ('{% for o in scenario.options | sort("weight") %}{{ o.weight }} {% endfor %}', "1.5 2"),
    "items": ("{% for k, v in scenario.options[1].cells | items %}{{ k }}: {{ v }}{% endfor %}", "us: It helps.^1.1"),
    "a loop": (
        "{% for o in scenario.options %}\n{{ loop.index }} {{ o.name }}{{ '' if loop.last else ',' }}\n{% endfor %}\n",
        "1 No action, 2 Assessment team",
    ),
    "an indented loop": (
        "{% for o in scenario.options %}\n      {{ o.name }}\n\n{% endfor %}\n",
        "No action\nAssessment team",
    ),
    "a macro": (
        "{% macro m(o) %}**{{ o.name }}** ({{ o.id }}){% endmacro %}\n- {{ m(scenario.baseline) }}",
        "- {strong:No action} (no-action)",
    ),
    "a call": (
        "{% macro m() %}*{{ caller() }}*{% endmacro %}{% call m() %}{{ scenario.title }}{% endcall %}",
        "{emphasis:Haiti: answering the request}",
    ),
    "setting": ("{% set o = scenario.baseline %}{{ o.name }}", "No action"),
    "adding": ("{{ 1 + 2 - 4 }}", "-1"),
    "levels without gaps": (
        "## A\n\n#### B\n\n## C\n\n# D\n\n## E",
        "h1 #a A\nh2 #b B\nh1 #c C\nh1 #d D\nh2 #e E",
    ),
    "anchors given once": (
        "# Same\n\n# Same\n\n# Ça va ?\n\n# 中",
        "h1 #same Same\nh1 #same-2 Same\nh1 #ca-va Ça va ?\nh1 #section 中",
    ),
    "an anchor of its own": ('# {{ _("Gaps") }} {anchor=gaps}', "h1 #gaps Gaps"),
    "an anchor of notes is kept for them": ("# Note 1", "h1 #section-note-1 Note 1"),
    "an anchor from a value": (
        '# {{ scenario.baseline.name }} {anchor="option-{{ scenario.baseline.id }}"}\n\n'
        "[see](#option-{{ scenario.baseline.id }})",
        "h1 #option-no-action No action\n<see → #option-no-action>",
    ),
    "references": (
        '# Gaps {anchor=gaps}\n\n{{ ref("gaps") }}, page {{ page("gaps") }}',
        "h1 #gaps Gaps\n<Gaps → #gaps>, page (p. gaps: Gaps)",
    ),
    "a sentence by pages, and one without": (
        '# Gaps {anchor=gaps}\n\n[{{ paged(_("On page {p}.", p=page("gaps")), _("In {h}.", h=ref("gaps"))) }}]{.muted}',
        "h1 #gaps Gaps\n({muted:On page }(p. gaps: Gaps){muted:.} or {muted:In }<Gaps → #gaps>{muted:.})",
    ),
    "a reference to a table": (
        'See {{ ref("t") }}.\n\n:::{table} All {anchor=t}\n| a |\n|---|\n| b |\n:::',
        "See <Table 1 → #t>.\ntable #t [l] “Table 1: All”\n= *a\n| *b",
    ),
    "a link of the template": ("[x](https://example.org)", "<x → https://example.org>"),
    "citations behind a link": (
        "[{{ scenario.options[1].cells['us'] }}](https://example.org)",
        "<It helps. → https://example.org>^1.1",
    ),
    "a forced line end": ("a\\\nb", "a / b"),
    "a quotation": ("> {{ scenario.question }}", "> Should a force be sent?"),
    "a pipe table": (
        "| Option | n |\n|---|--:|\n"
        "{% for o in scenario.options %}\n| **{{ o.name }}** {ground=for} | {{ o.weight }} |\n"
        "{% endfor %}\n",
        "table #table [l r]\n= *Option | *n\n| *{strong:No action} (for) | 2\n| *{strong:Assessment team} (for) | 1.5",
    ),
    "blocks in a cell": (
        "| | a |\n|---|---|\n| x | {{ scenario.options[1].summary }} |",
        "table #table [l l]\n= * | *a\n| x | A team goes.^1.1 / - It looks.^2.1 / - It {emphasis:reports}.^1.2",
    ),
    "a ground from a value": ('| a |\n|---|\n| b {ground={{ "mixed" }}} |', "table #table [l]\n= *a\n| *b (mixed)"),
    "a column without values": (
        "| Option | note | n | for you |\n|---|---|--:|---|\n"
        "{% for o in scenario.options %}\n| {{ o.name }} | {{ o.note }} | {{ o.weight }} | |\n{% endfor %}\n",
        "table #table [l r l]\n= *Option | *n | *for you\n| *No action | 2 | \n| *Assessment team | 1.5 | ",
    ),
    "a table without a head": ("| | |\n|---|---|\n| a | b |", "table #table [l l]\n| a | b"),
    "raw": ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    "HTML is words": ("<b>x</b>", "<b>x</b>"),
}


@pytest.mark.parametrize("template, document", CASES.values(), ids=CASES)
def test_a_template_makes(template: str, document: str) -> None:
    made = composed(template)
    assert (shown(made.document.blocks), made.diagnostics, made.findings) == (document, (), ())


DIRECTIVES = {
    "title-block": (
        ":::{title-block}\nOptions paper\n\n# {{ scenario.title }}\n\n{{ scenario.question }}\n\n"
        "| As of | Deadline |\n|---|---|\n| {{ scenario.as_of }} | {{ scenario.options[0].note }} |\n:::",
        "title Options paper | Haiti: answering the request | Should a force be sent?\n  As of: 28 October 2022",
    ),
    "decision": (
        "::::{decision} Bottom *line*\n{{ scenario.question }}\n\n:::{small}\nJudgement.\n:::\n::::",
        "decision(Bottom {emphasis:line}) Should a force be sent?\n" + 33 * " " + "small: Judgement.",
    ),
    "card": (":::{card} Team {kind=recommended}\nIt goes.\n:::", "card recommended(Team) It goes."),
    "an empty card": (":::{card} Title\n{{ scenario.options[0].note }}\n:::", ""),
    "columns": (
        ':::::{columns} {shares="3 2" gap=narrow}\n::::{column}\na\n\nb\n::::\n\n:::{card} C\nc\n:::\n:::::',
        "columns narrow 3 | a\n                   b\ncolumns narrow 2 | card plain(C) c",
    ),
    "a column alone": (":::{columns}\na\n\n{{ scenario.options[0].note }}\n:::", "a"),
    "remark": (":::{remark}\nA remark.\n:::", "remark() A remark."),
    "table": (
        ':::{table} The *options* {shares="1 2.5" anchor=glance description="Options by n"}\n'
        "| a | b |\n|---|---|\n| c | d |\n\nThe key.\n:::",
        "table #glance [l1.0 l2.5] “Table 1: The {emphasis:options}” (Options by n)\n= *a | *b\n"
        "| *c | d\nsmall: The key.",
    ),
    "table, made elsewhere": (
        ":::{table} Made {anchor=m}\n{{ scenario.matrix }}\n:::",
        "table #m [l l] “Table 1: Made”\n| made | ",
    ),
    "table, plain rows": (
        ":::{table} T {rows=plain}\n| a |\n|---|\n| b |\n:::",
        "table #table-1 [l] “Table 1: T”\n= *a\n| b",
    ),
    "figure": (
        ":::{figure} What it shows\n{{ scenario.chart }}\n:::",
        "figure #figure-1 Three parties “Figure 1: What it shows”",
    ),
    "figure, with its own caption": (
        ":::{figure}\n{{ scenario.chart }}\n:::",
        "figure #figure-1 Three parties “Figure 1: its own”",
    ),
    "contents": (":::{contents} Contents {depth=1}\n:::", "contents(Contents) 1"),
    "contents of tables": (":::{contents} Tables {of=tables}\n:::", "contents(Tables) tables"),
    "notes, none cited": ("a\n\n# Notes\n\n:::{notes}\n:::", "a"),
    "lead": (":::{lead}\n{{ scenario.question }}\n\n- a\n:::", "lead: Should a force be sent?\n- a"),
    "label": (":::{label}\nBaseline\n:::", "label: Baseline"),
    "page-break": ("a\n:::{page-break}\n:::\nb", "a\npage-break\nb"),
    "quotation": (
        ":::{quotation}\n{{ scenario.question }}\n\n— {{ scenario.title }}\n:::",
        "> Should a force be sent?\n  — Haiti: answering the request",
    ),
    "quotation without a speaker": (":::{quotation}\na\n\nb\n:::", "> a\n  b"),
}


@pytest.mark.parametrize("template, document", DIRECTIVES.values(), ids=DIRECTIVES)
def test_a_directive_makes(template: str, document: str) -> None:
    made = composed(template)
    assert (shown(made.document.blocks), made.diagnostics) == (document, ())


def test_tables_and_figures_are_numbered_in_the_language_of_the_brief() -> None:
    made = composed(":::{table} A\n| a |\n|---|\n:::\n\n:::{remark}\n{{ scenario.chart }}\n:::\n\n::::{remark}\n"
                    ":::{table} B\n| b |\n|---|\n:::\n::::", lang="fr")  # fmt: skip
    assert shown(made.document.blocks).splitlines() == [
        "table #table-1 [l] “Tableau 1: A”", "= *a",
        "remark() figure #figure-1 Three parties “Figure 1: its own”",
        "remark() table #table-2 [l] “Tableau 2: B”", "         = *b",
    ]  # fmt: skip


def test_a_file_can_be_included_and_imported() -> None:
    made = composed(
        '{% from "parts" import bold %}\n{% import "parts" as p %}\n{% for o in scenario.options %}\n'
        '- {{ bold(o.name) }} {{ p.bold(o.id) }}{% include "tail" %}\n\n{% endfor %}\n',
        parts="{% macro bold(x) %}**{{ x }}**{% endmacro %}\n",
        tail=": {{ o.weight }}",
    )
    assert shown(made.document.blocks) == (
        "- {strong:No action} {strong:no-action}: 2\n- {strong:Assessment team} {strong:team}: 1.5"
    )
