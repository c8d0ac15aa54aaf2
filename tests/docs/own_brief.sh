# A newcomer's first own brief, from an empty folder and a text: each command below a line `# N` counts as one, and so does
# writing a file.

# 1
briefgen new ferry --yes --title "A later ferry for Skerry" --question "Should the last ferry leave at 22:30?" --decision-maker "Harbour council" --option "No change" --option "Later ferry" --as-of 2026-03-02 --deadline 2026-04-15

# 2
briefgen source add minutes.txt ferry

# 3
sed -i 's/redistribution: quotes-only/redistribution: allowed/' ferry/evidence/sources.yaml

# 4
briefgen quote last ferry leaves ferry --add last-ferry --statement "The last ferry leaves Skerry at 20:15."

# 5
briefgen quote 64 of 210 ferry --add stayed --statement "In January, 64 of 210 households stayed on the island in the evening for want of a boat."

# 6
briefgen quote second crew ferry --add crew --statement "A later ferry needs a second crew of three, the harbour master said."

# 7
briefgen quote 180,000 ferry --add price --statement "A second crew costs 180,000 euros a year, the harbour master said."

# 8
briefgen quote hotel owners ferry --add hotels --statement "The hotel owners support a later ferry."

# 9
briefgen quote fishermen ferry --add fishermen --statement "The fishermen oppose a later ferry as long as it blocks the quay."

# 10
cat > ferry/scenario.yaml <<'END'
format: 2
title: A later ferry for Skerry
question: Should the last ferry leave at 22:30?
decision_maker: Harbour council
deadline: 2026-04-15
as_of: 2026-03-02
edition: {number: 1, status: draft}
marking: TLP:CLEAR
audiences:
  - {id: public, name: The public, marking: "TLP:CLEAR"}
  - {id: decision-maker, name: Harbour council, marking: "TLP:AMBER"}
issue: >
  The last ferry leaves Skerry at 20:15 [@last-ferry]. In January, 64 of 210 households stayed on the island in the
  evening for want of a boat [@stayed].
bottom_line: >
  Run a later ferry for one summer. It needs a second crew [@crew], at 180,000 euros a year [@price].
sources: evidence/sources.yaml
facts: evidence/facts.yaml
sourcing: All the evidence comes from the minutes of one meeting.
options: options/*.yaml
criteria:
  - id: access
    name: Access
    weight: 60
    definition: Whether people can leave the island in the evening.
    reason: Households stay at home for want of a boat [@stayed].
  - id: cost
    name: Cost
    weight: 40
    better: lower
    definition: What the harbour pays in a year.
    reason: A second crew is its largest expense [@price].
stakeholders:
  - id: hotels
    name: Hotel owners
    positions:
      later-ferry: {stance: supports, basis: stated, text: "They support a later ferry [@hotels]."}
  - id: fishermen
    name: Fishermen
    positions:
      later-ferry: {stance: opposes, basis: stated, text: "They oppose it as long as it blocks the quay [@fishermen]."}
recommendation:
  option: later-ferry
  text: A summer shows how many people use it.
  confidence: low
  confidence_reason: The minutes of one meeting are all there is.
  facts: [stayed, price]
END

# 11
cat > ferry/options/no-change.yaml <<'END'
id: no-change
name: No change
baseline: true
definition: The last ferry goes on leaving at 20:15.
benefits:
  - {id: no-crew, text: "No second crew has to be paid."}
drawbacks:
  - {id: stay, text: "Households stay on the island in the evening [@stayed]."}
if_not_chosen: The harbour has to find the money for a crew.
assessments:
  access: {score: 1, leaning: against, basis: stated, confidence: moderate, reason: "The last ferry leaves at 20:15 [@last-ferry]."}
  cost: {reason: "The minutes do not say what the ferry costs today."}
END

# 12
cat > ferry/options/later-ferry.yaml <<'END'
id: later-ferry
name: Later ferry
definition: For one summer, the last ferry leaves at 22:30.
benefits:
  - {id: out, text: "Households that stay at home today have a boat [@stayed]."}
drawbacks:
  - {id: price, text: "A second crew costs 180,000 euros a year [@price]."}
if_not_chosen: Nobody learns how many people would use it.
assessments:
  access: {reason: "The minutes do not say how many people would use it."}
  cost: {score: 4, leaning: against, basis: stated, confidence: moderate, reason: "A second crew costs 180,000 euros a year [@price]."}
END

# 13
briefgen check ferry --strict

# 14
briefgen lock ferry

# 15
briefgen render ferry
