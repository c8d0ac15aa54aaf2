"""What reviewers did to the plain words of a field, in its Markdown."""

from briefgen.prose.model import MARK
from briefgen.prose.plain import BETWEEN, plain
from briefgen.prose.rewriting.emphasis import Emphasis, emphasise
from briefgen.prose.rewriting.field import Unplaced
from briefgen.prose.rewriting.rewrite import rewrite

__all__ = ["BETWEEN", "MARK", "Emphasis", "Unplaced", "emphasise", "plain", "rewrite"]
