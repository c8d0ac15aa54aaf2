"""The outline of a scenario of the author's own: the answers, and commented examples of everything else."""

import re
from string import Template

from briefgen.verbs.wishes import Wishes, ids
from briefgen.yamltree.quoted import quoted

_SCENARIO = Template("""\
# A scenario is one decision. briefgen does not read what follows a `#`. Some lines are examples, such as `#reference:`
# below: remove the `#` and write what applies to your case, or delete them. Put a text in double quotes if it has a
# colon in it, or is between { and }. `briefgen check` lists every problem, with its line and how to fix it.

# THE DECISION
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
#    supported_by: [first-fact]
#  - id: cost
#    name: Cost
#    weight: 40
#    direction: less-is-better
#    definition: What is paid in a year.
#    reason: The budget is fixed.
#    supported_by: [first-fact]

# The parties, and their position on each option. `stated`: they said so; `inferred`: you conclude it. If the sources do
# not say, write `{stance: not-stated}`.
#stakeholders:
#  - id: residents
#    name: Residents
#    role: Who they are, and what they want [@first-fact].
#    positions:
#      $last: {stance: supports, basis: stated, text: "What they said [@first-fact]."}

# YOUR ASSESSMENT
# What you conclude, how likely it is, and how confident you are.
#likelihood_scale: icd203
#judgements:
#  - id: first-judgement
#    statement: What will likely happen [@first-fact].
#    likelihood: likely
#    confidence: moderate       # low, moderate or high
#    confidence_reason: Why no lower and no higher.
#    basis: [first-fact]        # the facts that it rests on
#    would_change: What would make you think otherwise.

# What you take as given without evidence, and what you do not know but would need to.
#assumptions:
#  - {id: first-assumption, statement: "What is taken as given."}
#gaps:
#  - {id: first-gap, text: "What is not known.", matters: "Why it would matter.", options: [$last]}

neutral: true                   # the paper recommends nothing. If it does, write this in place of `neutral: true`:
#recommendation:
#  option: $last
#  text: Why this option, in a sentence or two [@first-fact].
#  confidence: low
#  confidence_reason: Why no lower and no higher.
#  basis: [first-fact]
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
#not_choosing: What follows if this option is not chosen.

# How the option does on each criterion. If nothing is known, leave the score out: the cell is shown as empty.
#assessments:
#  effect:
#    score: {low: 2, high: 4}   # on the criterion's scale, from 1 to 5; or one number
#    leaning: for               # whether it counts for or against the option: for, against or mixed
#    rationale: Why [@first-fact].
#    certainty: low             # low, moderate or high
#  cost:
#    rationale: No offer has been requested.
""")

_BASELINE = "baseline: true                  # exactly one option is the baseline: usually the one without a change"
_PUBLIC = {"en": "The public", "fr": "Le public", "es": "El público"}


def outline(wishes: Wishes) -> dict[str, str]:
    """File below the scenario's folder → its text, for wishes that are filled and without fault."""
    names = ids(wishes.options)
    scenario = _SCENARIO.substitute(
        title=quoted(wishes.title),
        question=quoted(as_prose(wishes.question)),
        decision_maker=quoted(wishes.decision_maker),
        deadline=f"deadline: {wishes.deadline}" if wishes.deadline else "#deadline: 2026-12-31",
        language=wishes.language,
        as_of=wishes.as_of,
        public=quoted(_PUBLIC.get(wishes.language.partition("-")[0], _PUBLIC["en"])),
        last=names[-1],
        files="\n".join(f"  - options/{name}.yaml" for name in names),
    )
    options = {
        f"options/{name}.yaml": _OPTION.substitute(
            id=name, name=quoted(words), baseline=_BASELINE if name == names[0] else "#baseline: true"
        )
        for name, words in zip(names, wishes.options, strict=True)
    }
    return {"scenario.yaml": scenario, **options, "evidence/sources.yaml": _SOURCES, "evidence/facts.yaml": _FACTS}


def as_prose(line: str) -> str:
    """Words of one line as Markdown that means nothing but these words."""
    line = re.sub(r"[\\`*_\[\]<>&~{}]", r"\\\g<0>", line)
    return re.sub(r"^(?:(\d{1,9})(?=[.)])|(?=[#+=|-]))", r"\1\\", line)
