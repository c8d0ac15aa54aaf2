"""What briefgen promises of its speed, as ratios of medians of one race."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A contender of ours beside others: ours ÷ (sum of `against` − sum of `less`) is at most `limit`."""

    ours: str
    against: tuple[str, ...]
    limit: float | None
    """None: shown, but no promise."""
    less: tuple[str, ...] = ()


GOALS = (
    Goal("briefgen --help", ("import click",), 1.5),
    Goal("briefgen render", ("pandoc", "typst"), 1.2),
    Goal("briefgen render", ("pandoc, Markdown", "typst"), None),
    Goal("briefgen render", ("pandoc", "typst"), None, less=("import typst",)),
    Goal("render, nothing kept", ("pandoc", "typst"), None),
    Goal("briefgen check", ("python",), None),
)
"""`pandoc` reads its own tree, ready made, which takes it half as long as the Markdown that an author would write: the
promise is the harder one. Without `import typst`: as if typst were a program that needs no Python to start it."""
