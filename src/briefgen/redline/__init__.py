"""What changed between two editions, shown in one document: old words deleted, new words inserted.

It knows the Document only: any two will do. `revise` is the whole of it; `with_summary` says in words what changed.
"""

from briefgen.redline.revise import revise
from briefgen.redline.summary import with_summary

__all__ = ["revise", "with_summary"]
