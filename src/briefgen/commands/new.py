"""A new scenario: the complete example, or an outline of the author's own."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

import msgspec

from briefgen.core.diagnostic import Diagnostic, error
from briefgen.core.report import Report
from briefgen.io.filesystem import World, shipped
from briefgen.io.names import is_reserved
from briefgen.io.read import SCENARIO
from briefgen.markup.words import clean
from briefgen.model.read import load
from briefgen.model.reading.language_codes import is_language, language_cure
from briefgen.model.reading.texts import proposed_id
from briefgen.yaml.tree import is_value, quoted

LONGEST = 300
"""Characters of an answer."""


class Answers(msgspec.Struct, frozen=True):
    """What the author answered; empty for what was not answered. The first option is the one without a change."""

    question: str = ""
    title: str = ""
    decision_maker: str = ""
    options: tuple[str, ...] = ()
    language: str = ""
    as_of: str = ""
    """As `2026-01-31`."""
    deadline: str = ""
    """As `2026-12-31`."""


def cleaned(answers: Answers) -> Answers:
    """The answers on one line each, without characters that a brief cannot contain and without empty options."""
    lines = {name: _line(getattr(answers, name)) for name in Answers.__struct_fields__ if name != "options"}
    return Answers(options=tuple(name for each in answers.options if (name := _line(each))), **lines)


def with_defaults(answers: Answers, today: dt.date, folder: str) -> Answers:
    """The answers with a default for each that is empty, except the deadline. The default title is made of the name of
    the scenario's folder: `Night bus` of `night-bus`."""
    name = _line(re.sub(r"[\W_]+", " ", folder))[:LONGEST]
    return Answers(
        question=answers.question or "What should be done?",
        title=answers.title or name[:1].upper() + name[1:] or "Options for decision",
        decision_maker=answers.decision_maker or "The decision-maker",
        options=answers.options or ("No change", "A first option"),
        language=answers.language or "en",
        as_of=answers.as_of or today.isoformat(),
        deadline=answers.deadline,
    )


def faults(answers: Answers) -> list[Diagnostic]:
    """What is wrong with the answers."""
    out = [
        error("too-long", f"An answer has {len(text):,} characters; at most {LONGEST} are taken.", hint="Shorten it.")
        for text in (answers.question, answers.title, answers.decision_maker, *answers.options)
        if len(text) > LONGEST
    ]
    if answers.language and not is_language(answers.language):
        hint = language_cure(answers.language)
        out.append(error("unknown-language", f"`{answers.language[:20]}` is not a language code.", hint=hint))
    for day in (answers.as_of, answers.deadline):
        if day and not is_day(day):
            hint = "Write year, month and day: `2026-01-31`."
            out.append(error("not-a-date", f"`{day[:20]}` is not a date.", hint=hint))
    if len(answers.options) == 1:
        hint = 'Name at least two, first the one without a change: `--option "No change" --option "Night bus"`.'
        out.append(error("too-few-options", "One option is no choice.", hint=hint))
    return out


def is_day(text: str) -> bool:
    """Whether a text is a date as scenarios have them."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return False
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def ids(names: tuple[str, ...]) -> tuple[str, ...]:
    """A different id for each option, made of the letters of its name; none is reserved on Windows,
    or anything but a text in YAML."""
    out: list[str] = []
    for number, name in enumerate(names, 1):
        stem = proposed_id(name, 56) or f"option-{number}"
        stem = f"option-{stem}" if is_reserved(stem) or is_value(stem) else stem
        free = (stem if n == 1 else f"{stem}-{n}" for n in range(1, len(names) + 2))
        out.append(next(each for each in free if each not in out))
    return tuple(out)


def _line(text: str) -> str:
    return " ".join(clean(text).split())


# The outline of a scenario of the author's own: the answers, and commented examples of everything else.

_SCENARIO = Template("""\
# A scenario is one decision. briefgen does not read what follows a `#`. Some lines are examples, such as `#reference:`
# below: remove the `#` and write what applies to your case, or delete them. Put a text in double quotes if it has a
# colon in it, or is between { and }. `briefgen check` lists every problem, with its line and how to fix it.

# THE DECISION
format: 2               # of this file
title: $title          # short: it is printed at the top of every page
question: $question
decision_maker: $decision_maker
$deadline             # by when to decide; dates are written year-month-day
as_of: $as_of                # the evidence reaches up to this day
language: $language                     # of every text that does not name its own
#reference: LIN-2026-03
#prepared_by: Transport desk
#contact: Transport desk, town hall
edition: {number: 1, status: draft}   # `cleared` removes the word “Draft” from the pages

# Who may see the paper: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED. To show an item to fewer people,
# give it a `marking` of its own: `briefgen render --audience public` leaves it out.
marking: TLP:CLEAR
audiences:
  - {id: public, name: $public, marking: "TLP:CLEAR"}
  - {id: decision-maker, name: $decision_maker, marking: "TLP:AMBER"}

# WHY, AND WHAT TO DO
# The issue says why a decision is needed. The bottom line is the key message. `[@first-fact]` in a sentence cites the
# fact with that id: the brief prints its passage in a note. `[words]{.judgement}` marks words as your own conclusion.
#issue: >
#  What makes the decision necessary [@first-fact].
#bottom_line: >
#  What to do and why, in two sentences [@first-fact].

# THE EVIDENCE
# `briefgen source add FILE` and `briefgen quote WORDS SCENARIO --add FACT-ID` write these two files.
sources: evidence/sources.yaml
facts: evidence/facts.yaml
#sourcing: How good the sources are as a whole.

# THE OPTIONS
# One file for each. The first is the baseline, with which the others are compared.
options:
$files

# What the options are compared on. The weights add up to 100. Each option has an assessment for each criterion.
#criteria:
#  - id: effect
#    name: Effect
#    weight: 60
#    definition: What it means, precise enough for two people to give the same score.
#    reason: Why it has this weight.
#    facts: [first-fact]
#  - id: cost
#    name: Cost
#    weight: 40
#    better: lower
#    definition: What is paid in a year.
#    reason: The budget is fixed.
#    facts: [first-fact]

# The parties, and their position on each option. `stated`: they said so; `inferred`: you conclude it. If the sources do
# not say, write `{stance: not-stated}`.
#stakeholders:
#  - id: residents
#    name: Residents
#    role: Who they are, and what they want [@first-fact].
#    positions:
#      $last: {stance: supports, basis: inferred, text: "What they said [@first-fact]."}

# YOUR ASSESSMENT
# What you conclude, how likely it is, and how confident you are.
#likelihood_scale: icd203
#judgements:
#  - id: first-judgement
#    statement: What will likely happen [@first-fact].
#    likelihood: likely
#    confidence: moderate       # low, moderate or high
#    confidence_reason: Why no lower and no higher.
#    facts: [first-fact]        # what it rests on
#    would_change: What would make you think otherwise.

# What you take as given without evidence, and what you do not know but would need to.
#assumptions:
#  - {id: first-assumption, statement: "What is taken as given."}
#gaps:
#  - {id: first-gap, text: "What is not known.", reason: "Why it would matter.", options: [$last]}

neutral: true                   # the paper recommends nothing. If it does, write this in place of `neutral: true`:
#recommendation:
#  option: $last
#  text: Why this option, in a sentence or two [@first-fact].
#  confidence: low
#  confidence_reason: Why no lower and no higher.
#  facts: [first-fact]
""")

_SOURCES = """\
# The documents that evidence comes from. `briefgen source add FILE` writes the text of a document to the folder
# `texts`, and its entry into this file. To write one by hand, replace the line `[]` by an entry like this example.
#- id: first-source
#  title: Its title
#  publisher: Who published it
#  date: 2026-01-31
#  language: en
#  reliability: C               # A completely reliable … E unreliable, F cannot be judged
[]
"""

_FACTS = """\
# A fact is one statement in your own words, with the passages that support it, copied word for word.
# `briefgen quote WORDS SCENARIO` finds a passage; with `--add FACT-ID` it writes the fact into this file. To write one
# by hand, replace the line `[]` by a fact like this example.
#- id: first-fact
#  statement: What the source supports, in one sentence.
#  evidence:
#    - {source: first-source, quote: "the words of the passage exactly as they are"}
[]
"""

_OPTION = Template("""\
id: $id
name: $name
$baseline
#definition: What the option means, in a sentence or two.
#benefits:
#  - {id: first-benefit, text: "An advantage [@first-fact]."}
#drawbacks:
#  - {id: first-drawback, text: "A disadvantage [@first-fact]."}
#risks:
#  - {id: first-risk, text: "What goes wrong.", mitigation: "What to do about it."}
#if_not_chosen: What follows if this option is not chosen.

# How the option does on each criterion. If nothing is known, leave the score out: the cell is shown as empty.
#assessments:
#  effect:
#    score: {low: 2, high: 4}   # on the criterion's scale, from 1 to 5; or one number
#    leaning: for               # whether it counts for or against the option: for, against or mixed
#    basis: inferred            # or stated, where a cited passage says so
#    reason: Why [@first-fact].
#    confidence: low            # low, moderate or high
#  cost:
#    reason: No offer has been requested.
""")

_BASELINE = "baseline: true                  # exactly one option is the baseline: usually the one without a change"
_PUBLIC = {"en": "The public", "fr": "Le public", "es": "El público"}


def outline(answers: Answers) -> dict[str, str]:
    """File in the scenario's folder → its text, for valid answers with defaults."""
    names = ids(answers.options)
    scenario = _SCENARIO.substitute(
        title=quoted(answers.title),
        question=quoted(as_prose(answers.question)),
        decision_maker=quoted(answers.decision_maker),
        deadline=f"deadline: {answers.deadline}" if answers.deadline else "#deadline: 2026-12-31",
        language=answers.language,
        as_of=answers.as_of,
        public=quoted(_PUBLIC.get(answers.language.partition("-")[0], _PUBLIC["en"])),
        last=names[-1],
        files="\n".join(f"  - options/{name}.yaml" for name in names),
    )
    options = {
        f"options/{name}.yaml": _OPTION.substitute(
            id=name, name=quoted(words), baseline=_BASELINE if name == names[0] else "#baseline: true"
        )
        for name, words in zip(names, answers.options, strict=True)
    }
    return {"scenario.yaml": scenario, **options, "evidence/sources.yaml": _SOURCES, "evidence/facts.yaml": _FACTS}


def as_prose(line: str) -> str:
    """A line of plain text as Markdown."""
    line = re.sub(r"[\\`*_\[\]<>&~{}]", r"\\\g<0>", line)
    return re.sub(r"^(?:(\d{1,9})(?=[.)])|(?=[#+=|-]))", r"\1\\", line)


# A new scenario: the complete example, or an outline of the author's own.

STARTER = "starter"
"""The shipped scenario that is the example."""


def new(report: Report, world: World, folder: Path, answers: Answers = Answers()) -> list[Path]:  # noqa: B008
    """Writes a scenario into a folder that is new or empty, and returns the files.

    Without answers, or with those of `example`, it is the example.
    """
    answers = cleaned(answers)
    if wrong := faults(answers):
        report.extend([*in_use(world, folder, {}), *wrong])
        return []
    if answers in (Answers(), example(world)):
        root = shipped("scenarios") / STARTER
        files = {path.relative_to(root): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    else:
        complete = with_defaults(answers, world.today(), (world.cwd / folder).resolve().name)
        files = {Path(name): text.encode() for name, text in outline(complete).items()}
    written = {folder / name: data for name, data in files.items()}
    unwritten = in_use(world, folder, written) or world.write_together(written)
    report.extend(unwritten or ())
    return [] if unwritten else list(written)


def example(world: World) -> Answers:
    """The answers of the example."""
    loaded, _ = load(world, shipped("scenarios") / STARTER / SCENARIO)
    if loaded is None:
        return Answers()
    scenario = loaded.scenario
    return Answers(
        question=scenario.question.texts[scenario.language],
        title=scenario.title.texts[scenario.language],
        decision_maker=scenario.decision_maker.texts[scenario.language],
        options=tuple(option.name.texts[scenario.language] for option in scenario.options),
        language=scenario.language,
        as_of=scenario.as_of.isoformat() if scenario.as_of else "",
        deadline=scenario.deadline.isoformat() if scenario.deadline else "",
    )


def in_use(world: World, folder: Path, files: Mapping[Path, bytes]) -> list[Diagnostic]:
    """Why the files cannot be written into a folder, if they cannot: it must be new, empty, or contain some of
    them, left by a run that was killed."""
    if unfinished := world.recover(folder):
        return unfinished
    target = world.cwd / folder
    name = world.shown(folder)
    hint = "Name a folder that does not exist yet."
    try:
        if target.exists() and not target.is_dir():
            return [error("not-empty", f"{name} is a file.", file=name, hint=hint)]
        ours = {world.cwd / path: data for path, data in files.items()}
        for path in sorted(target.rglob("*")):
            if path in ours and path.is_file() and path.read_bytes() == ours[path]:
                continue
            if path.is_symlink() or not path.is_dir():
                other = world.shown(path)
                message = f"{name} is not empty: it holds {other}, which is not a file of what was to be written."
                return [error("not-empty", message, file=name, hint=hint)]
    except OSError as fault:
        return [error("unreadable-file", f"{name} cannot be read: {fault.strerror}.", file=name)]
    return []
