"""The comparison as tables: options by criteria, options by stakeholders, and the options at a glance."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from briefgen.analysis import evidenced_criteria, position, state
from briefgen.analysis.coverage import weighted
from briefgen.document import Block, Blocks, Cell, Column, Inline, Inlines, Row, Run, Table
from briefgen.document.walk import runs, texts
from briefgen.exhibits.words import Words, paragraph
from briefgen.model.options import Assessment, Criterion, Option, Position, Range, Stance
from briefgen.model.scenario import Scenario

_ = str  # marks interface messages; they are translated where they are shown

Tone: TypeAlias = Literal["for", "against", "mixed"]


class Sign(msgspec.Struct, frozen=True):
    """A stance to be shown. `message` is its word, as an interface message."""

    shape: str
    message: str
    tone: Tone | None


_TONES: dict[str, Tone] = {"supports": "for", "opposes": "against", "conditional": "mixed", "mixed": "mixed"}
_FULL: dict[Tone, str] = {"for": "▲", "against": "▼", "mixed": "◆"}
_HOLLOW: dict[Tone, str] = {"for": "△", "against": "▽", "mixed": "◊"}
_WORDS = {
    "supports": (_("supports"), _("supports, inferred")),
    "opposes": (_("opposes"), _("opposes, inferred")),
    "conditional": (_("on conditions"), _("on conditions, inferred")),
    "mixed": (_("mixed"), _("mixed, inferred")),
    "neutral": (_("neutral"), _("neutral, inferred")),
}
NOT_STATED = Sign("", _("not stated"), None)


def sign_of_position(position: Position) -> Sign:
    """How a position is shown."""
    if position.stance == "not-stated":
        return NOT_STATED
    inferred = position.basis == "inferred"
    tone = _TONES.get(position.stance)
    shape = (_HOLLOW if inferred else _FULL)[tone] if tone else ""
    return Sign(shape, _WORDS[position.stance][inferred], tone)


_KEYS: dict[Literal["leaning", "stance"], dict[Tone, str]] = {
    "leaning": {
        "for": _("{signs} speaks for"),
        "against": _("{signs} speaks against"),
        "mixed": _("{signs} speaks both ways"),
    },
    "stance": {
        "for": _("{signs} supports"),
        "against": _("{signs} opposes"),
        "mixed": _("{signs} mixed or on conditions"),
    },
}


def key(table: Table | None, of: Literal["leaning", "stance"], words: Words) -> str:
    """What the signs that a table shows mean; empty where it shows none."""
    shown = [run for row in table.body for cell in row.cells for run in _runs(cell.blocks)] if table else []
    shapes = {run.text.strip() for run in shown if "sign" in run.marks}
    parts = [
        words.locale.text(message).format(signs=" ".join(signs))
        for tone, message in _KEYS[of].items()
        if (signs := [each for each in (_FULL[tone], _HOLLOW[tone]) if each in shapes])
    ]
    remark = ""
    if not shapes.isdisjoint(_HOLLOW.values()):
        remark = words.locale.text(_("hollow signs and italics: inferred by the authors"))
    elif any("inferred" in run.marks for run in shown):
        remark = words.locale.text(_("italics: inferred by the authors"))
    if parts and remark:
        return words.locale.text(_("{signs}; {remark}.")).format(signs=", ".join(parts), remark=remark)
    key = ", ".join(parts) or remark
    return f"{key[:1].upper()}{key[1:]}." if key else ""


def _runs(blocks: Blocks) -> Iterator[Run]:
    return (run for block in blocks for line in texts(block) for run in runs(line))


def sign_of_leaning(leaning: Tone, inferred: bool) -> str:
    """The shape alone."""
    return (_HOLLOW if inferred else _FULL)[leaning]


# Options × criteria: what each cell rests on, by background, sign and words; empty cells are shown as empty.
#
# Criteria that an option must pass have a table of their own: no score compensates a failure.

_LEANINGS = {
    "for": (_("for:"), _("for, inferred:")),
    "against": (_("against:"), _("against, inferred:")),
    "mixed": (_("both ways:"), _("both ways, inferred:")),
}
"""The word after a sign, on record and inferred, so that readers need not know the shapes."""

_CERTAINTY = {
    "low": _("Certainty: low"),
    "moderate": _("Certainty: moderate"),
    "high": _("Certainty: high"),
}


def options_by_criteria(scenario: Scenario, options: Sequence[Option], words: Words) -> Table:
    """One row a weighted criterion, one column an option."""
    return _table(
        weighted(scenario),
        options,
        words,
        _("Criterion and weight"),
        "options-by-criteria",
        _(
            "One row for each criterion with its weight, one column for each option. Each cell says what "
            "speaks for or against the option, or that nothing is stated."
        ),
    )


def options_by_screening(scenario: Scenario, options: Sequence[Option], words: Words) -> Table | None:
    """One row a screening criterion, one column an option; nothing where nothing is screened."""
    criteria = [criterion for criterion in scenario.criteria if criterion.kind == "screening"]
    if not criteria:
        return None
    return _table(
        criteria,
        options,
        words,
        _("Screening criterion"),
        "screening",
        _(
            "One row for each screening criterion, one column for each option. Each cell says whether the option "
            "passes or fails, or that this is not known."
        ),
    )


def _table(
    criteria: Sequence[Criterion], options: Sequence[Option], words: Words, corner: str, anchor: str, description: str
) -> Table:
    head = [Cell((paragraph(words.say(corner)),), header=True)]
    head += [Cell((paragraph(*words.label(option.name)),), header=True) for option in options]
    body = [
        Row((
            Cell((paragraph(*_name(criterion, words)),), header=True),
            *(_criterion_cell(option.assessments.get(criterion.id), criterion, words) for option in options),
        ))
        for criterion in criteria
    ]  # fmt: skip
    return Table(
        columns=(Column() if len(options) > 1 else Column(share=0.34), *(Column() for _option in options)),
        head=(Row(tuple(head)),),
        body=tuple(body),
        anchor=anchor,
        description=words.locale.text(description),
    )


def _name(criterion: Criterion, words: Words) -> tuple[Inline, ...]:
    if criterion.kind == "screening":
        return words.label(criterion.name)
    return (
        *words.label(criterion.name),
        words.figure("\u00a0"),  # the weight is never alone in a line
        words.figure(words.locale.number(criterion.weight or 0), "muted"),
    )


def _criterion_cell(assessment: Assessment | None, criterion: Criterion, words: Words) -> Cell:
    rests = state(assessment)
    if assessment is None or rests == "empty":
        lines: list[Block] = [paragraph(words.say(_("not stated"), "muted"))]
        if assessment and assessment.reason:
            lines += words.prefixed((), assessment.reason, small=True)
        return Cell(tuple(lines))
    inferred = rests == "inferred"
    content: list[Inline] = []
    tone = assessment.leaning
    if tone:
        content.append(words.figure(sign_of_leaning(tone, inferred) + " ", "sign", tone))
        message = words.say(_LEANINGS[tone][inferred], *(("inferred",) if inferred else ("muted",)))
        content += [message, words.figure(" ")]
    elif inferred:
        content += [words.say(_("inferred:"), "inferred"), words.figure(" ")]
    if assessment.result:
        content += [words.say(_("pass") if assessment.result == "pass" else _("fail"), "strong"), words.figure(". ")]
    if assessment.score is not None:
        content += [*_score(assessment.score, criterion, words), words.figure(". ")]
    whole = [*words.prefixed(content, assessment.reason)] if assessment.reason else [paragraph(*content)]
    if assessment.confidence:
        whole.append(paragraph(words.say(_CERTAINTY[assessment.confidence]), small=True))
    return Cell(tuple(whole), ground=tone if tone and not inferred else "")


def _score(score: float | Range, criterion: Criterion, words: Words) -> tuple[Inline, ...]:
    """A score as its scale has it: with its unit, with the word for its step, or out of the most."""
    number = words.locale.number
    scale = criterion.scale
    shown = words.locale.between(score.low, score.high) if isinstance(score, Range) else number(score)
    if scale.unit:
        return (words.figure(f"{shown} ", "strong"), *_strong(words.label(scale.unit)))
    out = words.figure(words.locale.text(_("{score} of {most}")).format(score=shown, most=number(scale.high)), "strong")
    label = None if isinstance(score, Range) else scale.labels.get(f"{score:g}")
    return (out, words.figure(", "), *words.label(label)) if label else (out,)


def _strong(inlines: Inlines) -> tuple[Inline, ...]:
    return tuple(
        msgspec.structs.replace(inline, marks=inline.marks | {"strong"}) if isinstance(inline, Run) else inline
        for inline in inlines
    )


# Options × stakeholders: positions, on record or inferred; what is not stated is shown as such.


def options_by_stakeholders(scenario: Scenario, words: Words) -> Table:
    """One row a stakeholder, one column an option."""
    head = [Cell((paragraph(words.say(_("Party"))),), header=True)]
    head += [Cell((paragraph(*words.label(option.name)),), header=True) for option in scenario.options]
    body = [
        Row((
            Cell((paragraph(*words.label(party.name)),), header=True),
            *(_position_cell(position(party, option), words) for option in scenario.options),
        ))
        for party in scenario.stakeholders
    ]  # fmt: skip
    return Table(
        columns=(Column(), *(Column() for _option in scenario.options)),
        head=(Row(tuple(head)),),
        body=tuple(body),
        anchor="options-by-stakeholders",
        description=words.locale.text(
            _(
                "One row for each party, one column for each option. Each cell gives the party's stance, whether "
                "it is stated or inferred, or says that it is not stated."
            )
        ),
    )  # fmt: skip


def _position_cell(stance: Position, words: Words) -> Cell:
    sign = sign_of_position(stance)
    if stance.stance == "not-stated":
        return Cell((paragraph(words.say(sign.message, "muted")),))
    inferred = stance.basis == "inferred"
    content: list[Inline] = []
    if sign.shape and sign.tone:
        content.append(words.figure(f"{sign.shape} ", "sign", sign.tone))
    if inferred:
        content.append(words.say(sign.message, "inferred"))
    elif sign.tone:
        content.append(words.say(sign.message, "strong", sign.tone))
    else:
        content.append(words.say(sign.message))
    content += words.citations(stance.text)
    ground = sign.tone if sign.tone and not inferred else ""
    return Cell((paragraph(*content),), ground=ground)


# The options at a glance: the table of a first page that can be read alone.

NAMED = 2
"""Parties of one stance that are named on the first page; the whole list, with its passages, has its own table."""

_STANCES: tuple[tuple[Stance, str], ...] = (
    ("supports", _("supported by")),
    ("opposes", _("opposed by")),
    ("conditional", _("on conditions:")),
    ("mixed", _("mixed:")),
)


def options_at_a_glance(scenario: Scenario, words: Words) -> Table:
    """One row an option."""
    heads = (_("Option"), _("What it means"), _("Positions on record"), _("Evidence"))
    body = []
    for option in scenario.options:
        name: list[Block] = [paragraph(*words.label(option.name))]
        if option.baseline:
            name.append(paragraph(words.say(_("baseline")), small=True))
        meaning = option.definition or option.summary
        evidence = evidence_on(scenario, option, words)
        body.append(
            Row((
                Cell(tuple(name), header=True),
                Cell(words.prose(meaning) if meaning else ()),
                Cell(_stated(scenario, option, words)),
                Cell((paragraph(words.figure(evidence, "muted")),)),
            ))
        )  # fmt: skip
    return Table(
        columns=(Column(),) * 4,
        head=(Row(tuple(Cell((paragraph(words.say(head)),), header=True) for head in heads)),),
        body=tuple(body),
        anchor="options-at-a-glance",
        description=words.locale.text(
            _(
                "One row for each option: what it means, who is on record for or against it, and on how many "
                "criteria there is evidence."
            )
        ),
    )  # fmt: skip


def evidence_on(scenario: Scenario, option: Option, words: Words) -> str:
    """On how many of the weighted criteria there is evidence for an option."""
    found, total = evidenced_criteria(scenario, option), len(weighted(scenario))
    message = words.locale.plural("{found} of {n} criterion", "{found} of {n} criteria", total)
    return message.format(found=words.locale.number(found), n=words.locale.number(total))


def _stated(scenario: Scenario, option: Option, words: Words) -> tuple[Block, ...]:
    """The parties whose stance a source states: a line a stance, the first few by name."""
    lines = []
    for stance, message in _STANCES:
        on_record = [
            (party, at)
            for party in scenario.stakeholders
            if (at := position(party, option)).stance == stance and at.basis == "stated"
        ]
        if not on_record:
            continue
        sign = sign_of_position(on_record[0][1])
        tone = (sign.tone,) if sign.tone else ()
        line: list[Inline] = [words.figure(f"{sign.shape} ", "sign", *tone), words.say(message, "muted")]
        # “and 1 more” is no shorter than its name
        named = on_record if len(on_record) <= NAMED + 1 else on_record[:NAMED]
        for number, (party, _at) in enumerate(named):
            line += [words.figure(", " if number else " "), *words.label(party.name)]
        if len(on_record) > len(named):
            more = len(on_record) - len(named)
            message = words.locale.plural("and {n} more", "and {n} more", more).format(n=words.locale.number(more))
            line.append(words.figure(f" {message}"))
        lines.append(paragraph(*line))
    return tuple(lines) or (paragraph(words.say(_("none on record"), "muted")),)
