"""What reviewers did to the plain words of a field, in its Markdown."""

from briefgen.prose.rewriting.plain import BETWEEN, MARK, plain
from briefgen.prose.rewriting.rewrite import Unplaced, rewrite

__all__ = ["BETWEEN", "MARK", "Unplaced", "plain", "rewrite"]
