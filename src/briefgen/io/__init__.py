"""The only door to files and clock: reads answer with text or a Diagnostic, writes happen whole or not at all."""

from briefgen.io.filesystem import Amendment, World
from briefgen.io.glob import MOST_MATCHES
from briefgen.io.lookups import Lookup, Lookups
from briefgen.io.read import MOST_BYTES, PROJECT, SCENARIO, boundary_of
from briefgen.io.transaction import Transaction

__all__ = [
    "MOST_BYTES", "MOST_MATCHES", "PROJECT", "SCENARIO", "Amendment", "Lookup", "Lookups", "Transaction", "World",
    "boundary_of",
]  # fmt: skip
