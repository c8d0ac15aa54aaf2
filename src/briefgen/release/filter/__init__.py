"""A scenario for one audience: what is above its marking is gone before anything is made of it."""

from briefgen.release.filter.filter import filtered
from briefgen.release.filter.released import Recomputed, Released, Withheld

__all__ = ["Recomputed", "Released", "Withheld", "filtered"]
