"""Changes that reviewers made, merged into the text of a scenario's files as it is today.

Three states meet in each field: what the reviewer was given (base), what the file says now, and what the reviewer left.
Where only one side changed, its words are taken; where both did, both, unless they changed the same words: that is a
conflict, and is told.
"""

from briefgen.merging.outcome import (
    Applied,
    Beside,
    Change,
    Conflict,
    Join,
    Outcome,
    Remarked,
    Reorder,
    Restyle,
    Said,
    Transfer,
    Unchanged,
    Unplaced,
    Wanted,
)

__all__ = [
    "Applied", "Beside", "Change", "Conflict", "Join", "Outcome", "Remarked", "Reorder", "Restyle", "Said", "Transfer",
    "Unchanged", "Unplaced", "Wanted",
]  # fmt: skip
