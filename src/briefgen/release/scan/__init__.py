"""The last look before a brief goes out: whether what is withheld from its readers is anywhere in its files.

`guard` says what is looked for, `scan` looks. It knows no document and no writer, only bytes, so that what goes wrong
anywhere before is found as well.
"""

from briefgen.release.scan.guard import Guard, Released, guard
from briefgen.release.scan.scan import Leak, scan

__all__ = ["Guard", "Leak", "Released", "guard", "scan"]
