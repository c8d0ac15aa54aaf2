"""The last look at the files of a brief before they get into the site: nothing that was withheld stands in them."""

from collections.abc import Mapping
from pathlib import Path

from briefgen.diagnostic import Diagnostic
from briefgen.verbs.order import Order
from briefgen.world import World


def leaks(world: World, file: Path, order: Order, files: Mapping[str, bytes]) -> list[Diagnostic]:
    """An error for each thing found in one of the files that the scenario withholds from the audience of the site."""
    return []
