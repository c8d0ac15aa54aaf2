"""Where the numbers of our lists and definitions begin: beside those of a house style there must be room for both."""

import msgspec


class Numbers(msgspec.Struct, frozen=True):
    """Ours begin after `lists` and `definitions`."""

    lists: int = 0
    definitions: int = 0
    bullet: int = 0
    """The house's list of bullets for the body, where it has one."""
    ordered: int | None = None
    """The house's definition of numbers for the body, where it has one."""
