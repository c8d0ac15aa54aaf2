"""A rule on the format that a scenario is written in."""

from collections.abc import Iterator

from briefgen.core.codes import Code, rule
from briefgen.core.diagnostic import Finding
from briefgen.model.formats import NEWEST
from briefgen.model.scenario import Scenario

OLD_FORMAT = Code(
    "old-format",
    "info",
    """
    A scenario in format 1.

    A scenario without `format: 2` is read as briefgen 0.1 read it: a cell without `basis` counts as stated in its
    source. In format 2, such a cell counts as inferred, and some keys have other names. `briefgen migrate` rewrites the
    files: comments, order and all other lines stay as they are. It lists the cells that you have to look at.

    ## Why it matters

    In format 1, a cell counts as evidence because somebody forgot to write that it is not.

    ## Example

    ```yaml
    format: 1
    title: A night bus for Lindby
    ```

    ## How to fix it

    Run `briefgen migrate SCENARIO`. The file then begins like this:

    ```yaml
    format: 2
    title: A night bus for Lindby
    ```
    """,
)


@rule(OLD_FORMAT)
def check_format(scenario: Scenario) -> Iterator[Finding]:
    """The scenario is in the newest format."""
    if scenario.format < NEWEST:
        yield OLD_FORMAT.finding(
            "format",
            f"This scenario is written in format {scenario.format}; the newest is {NEWEST}.",
            "`briefgen migrate SCENARIO` rewrites it, and lists what you have to confirm.",
            presumes=("format",),
        )
