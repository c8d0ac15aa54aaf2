"""What changed between two editions, shown in one document: old words deleted, new words inserted.

It knows the Document only: any two will do. `revise` is the whole of it.
"""

from briefgen.redline.revise import revise

__all__ = ["revise"]
