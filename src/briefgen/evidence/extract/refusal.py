"""Why a document is not read."""

from briefgen.diagnostic import Diagnostic, error


def unreadable(name: str, why: str, hint: str = "") -> Diagnostic:
    """A document that is damaged, protected, or made to harm."""
    hint = hint or "Open it in the program that made it, and save it again; or save its text as .txt in UTF-8."
    return error("unreadable-document", f"{name} is not read: {why}.", file=name, hint=hint)
