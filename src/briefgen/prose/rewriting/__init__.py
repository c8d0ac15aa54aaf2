"""What reviewers did to the plain words of a field, in its Markdown."""

from briefgen.prose.rewriting.plain import MARK, plain
from briefgen.prose.rewriting.rewrite import Unplaced, rewrite

__all__ = ["MARK", "Unplaced", "plain", "rewrite"]
