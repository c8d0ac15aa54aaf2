"""What no reviewer would put into a brief."""


class TooMuch(Exception):  # noqa: N818  (said of a file)
    """A file that holds what no reviewer would put there; the message goes on a sentence."""
