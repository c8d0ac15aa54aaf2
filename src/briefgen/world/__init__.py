"""The only door to files and clock: reads answer with text or a Diagnostic, writes happen whole or not at all."""

from briefgen.world.amend import Amendment
from briefgen.world.boundary import PROJECT, SCENARIO, boundary_of
from briefgen.world.glob import MOST_MATCHES
from briefgen.world.lookups import Lookup, Lookups
from briefgen.world.read import MOST_BYTES
from briefgen.world.transaction import Transaction
from briefgen.world.world import World

__all__ = [
    "MOST_BYTES", "MOST_MATCHES", "PROJECT", "SCENARIO", "Amendment", "Lookup", "Lookups", "Transaction", "World",
    "boundary_of",
]  # fmt: skip
