"""The word that is another one in each round, so that nobody finds the last round's result remembered."""

MARKER = "rounds0000"


def word_of(number: int) -> str:
    """The word of a round: as long as the marker, for inputs in which lengths are written down."""
    return f"rounds{number:04d}"
