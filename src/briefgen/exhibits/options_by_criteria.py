"""Options × criteria: what each cell rests on, shown by ground, sign and words; an empty cell says so quietly.

Criteria that an option must pass stand in a table of their own: no score makes up for a failure.
"""

from collections.abc import Sequence

import msgspec

from briefgen.analysis import state
from briefgen.analysis.coverage import weighted
from briefgen.document import Block, Cell, Column, Inline, Inlines, Row, Run, Table
from briefgen.exhibits.signs import sign_of_leaning
from briefgen.exhibits.words import Words, paragraph
from briefgen.scenario.model import Assessment, Criterion, Option, Range, Scenario

_ = str  # marks interface messages; they are translated where they are shown


_LEANINGS = {
    "for": (_("for:"), _("for, inferred:")),
    "against": (_("against:"), _("against, inferred:")),
    "mixed": (_("both ways:"), _("both ways, inferred:")),
}
"""The word beside a sign, on record and inferred: no one has to know the shapes."""

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
            *(_cell(option.assessments.get(criterion.id), criterion, words) for option in options),
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
        words.figure("\u00a0"),  # the weight never stands alone in a line
        words.figure(words.locale.number(criterion.weight or 0), "muted"),
    )


def _cell(assessment: Assessment | None, criterion: Criterion, words: Words) -> Cell:
    rests = state(assessment)
    if assessment is None or rests == "empty":
        lines: list[Block] = [paragraph(words.say(_("not stated"), "muted"))]
        if assessment and assessment.rationale:
            lines += words.led((), assessment.rationale, small=True)
        return Cell(tuple(lines))
    inferred = rests == "inferred"
    content: list[Inline] = []
    tone = assessment.leaning
    if tone:
        content.append(words.figure(sign_of_leaning(tone, inferred) + " ", "sign", tone))
        said = words.say(_LEANINGS[tone][inferred], *(("inferred",) if inferred else ("muted",)))
        content += [said, words.figure(" ")]
    elif inferred:
        content += [words.say(_("inferred:"), "inferred"), words.figure(" ")]
    if assessment.result:
        content += [words.say(_("pass") if assessment.result == "pass" else _("fail"), "strong"), words.figure(". ")]
    if assessment.score is not None:
        content += [*_score(assessment.score, criterion, words), words.figure(". ")]
    whole = [*words.led(content, assessment.rationale)] if assessment.rationale else [paragraph(*content)]
    if assessment.certainty:
        whole.append(paragraph(words.say(_CERTAINTY[assessment.certainty]), small=True))
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
