"""A scenario of the author's own to begin with: what was answered, and commented lines for all the rest."""

import re
from string import Template

from briefgen.verbs.wishes import Wishes, ids
from briefgen.yamltree.quoted import quoted

_SCENARIO = Template("""\
# A scenario is one decision. A line that begins with `#` and no space is an example: take the `#` away, and write what
# is so in your case. Run `briefgen check` whenever you like: every fault is told with its line and a cure.

title: $title
question: $question
decision_maker: $decision_maker
language: $language                    # of every text that does not name its own
as_of: $as_of               # how far the evidence reaches
#deadline: 2026-12-31
#reference: LIN-2026-03
#prepared_by: Transport desk
#contact: Transport desk, town hall
#marking: TLP:AMBER             # who may see it: TLP:CLEAR, :GREEN, :AMBER, :AMBER+STRICT or :RED
edition: {number: 1, status: draft}   # `cleared` takes the word “Draft” off the pages

neutral: true                   # the paper recommends nothing; when it does, in place of this line:
#recommendation:
#  option: $last
#  text: Why this option, in a sentence or two [@first-fact].
#  confidence: low              # low, moderate or high
#  confidence_reason: Why no higher and no lower.

# What a reader takes away who reads nothing else, and why a decision is needed. A citation, [@id], follows the words
# that a fact supports; it becomes a footnote with the passage. What you conclude is marked: [so]{.judgement}.
#bottom_line: >
#  What to do and why, in two sentences [@first-fact].
#issue: >
#  What makes the decision necessary [@first-fact].

# One file an option. The first is the baseline, with which the others are compared.
options:
$files

# What the options are compared on. Weights add up to 100; each option has an assessment for each criterion.
#criteria:
#  - id: effect
#    name: Effect
#    weight: 60
#    definition: What is meant by it, so that two people would give the same score.
#    reason: Why it counts as much as that.
#  - id: cost
#    name: Cost
#    weight: 40
#    direction: less-is-better
#    definition: What is paid in a year.
#    reason: The budget is fixed.

# The documents that evidence comes from: `briefgen source add FILE` takes the text out of one and prints its entry.
#sources:
#  - id: first-source
#    title: Its title
#    publisher: Who published it
#    language: en
#    reliability: C             # A completely reliable … E unreliable, F cannot be judged

# A fact is one statement, in your words, with the shortest passage that carries it, copied word for word:
# `briefgen quote WORDS SCENARIO` finds it and prints the entry.
#facts:
#  - id: first-fact
#    statement: What the source supports, in a sentence.
#    evidence:
#      - {source: first-source, quote: the words of the passage as they stand}

# The parties, and where each stands. `stated`: it said so; `inferred`: you conclude it.
#stakeholders:
#  - id: residents
#    name: Residents
#    role: Who they are, and what they want [@first-fact].
#    positions:
#      $last: {stance: supports, basis: stated, text: "What they said [@first-fact]."}

# What is taken as given without evidence; and what is not known, and would matter.
#assumptions:
#  - {id: first-assumption, statement: What is taken as given.}
#gaps:
#  - {id: first-gap, text: What is not known., matters: Why it would matter., options: [$last]}
""")

_OPTION = Template("""\
id: $id
name: $name
$baseline
#definition: What the option means here, in a sentence or two.
#benefits:
#  - {id: first-benefit, text: "What speaks for it [@first-fact]."}
#drawbacks:
#  - {id: first-drawback, text: "What speaks against it [@first-fact]."}
#risks:
#  - {id: first-risk, text: What could go wrong., mitigation: What can be done against it.}
#not_choosing: What follows if it is not chosen.

# How it does on each criterion. Where nothing is known leave the score out: an empty cell is shown as empty.
#assessments:
#  effect:
#    score: {low: 2, high: 4}   # on the criterion's scale, 1 to 5; or one number
#    leaning: for               # what it says of the option: for, against or mixed
#    rationale: Why [@first-fact].
#    certainty: low
#  cost:
#    rationale: No offer has been asked for.
""")

_BASELINE = "baseline: true                  # exactly one option is the baseline: mostly to go on as today"


def outline(wishes: Wishes) -> dict[str, str]:
    """File below the scenario's folder → its text, for wishes that are filled and without fault."""
    names = ids(wishes.options)
    scenario = _SCENARIO.substitute(
        title=quoted(wishes.title),
        question=quoted(as_prose(wishes.question)),
        decision_maker=quoted(wishes.decision_maker),
        language=wishes.language,
        as_of=wishes.as_of,
        last=names[-1],
        files="\n".join(f"  - options/{name}.yaml" for name in names),
    )
    options = {
        f"options/{name}.yaml": _OPTION.substitute(
            id=name, name=quoted(words), baseline=_BASELINE if name == names[0] else "#baseline: true"
        )
        for name, words in zip(names, wishes.options, strict=True)
    }
    return {"scenario.yaml": scenario, **options}


def as_prose(line: str) -> str:
    """Words of one line as Markdown that means nothing but these words."""
    line = re.sub(r"[\\`*_\[\]<>&~{}]", r"\\\g<0>", line)
    return re.sub(r"^(?:(\d{1,9})(?=[.)])|(?=[#+=|-]))", r"\1\\", line)
