"""A scenario for one audience: what is above its marking is gone before anything is made of it.

`filter.filtered` does it; it is loaded for an audience only.
"""

from briefgen.release.filter.released import Recomputed, Released, Withheld

__all__ = ["Recomputed", "Released", "Withheld"]
