"""New values and comments in the text of a YAML file, and every other byte as it was."""

from briefgen.yaml.edit.appending import append
from briefgen.yaml.edit.entries import KeyName, Listed, NewEntry, Rewritten, Word, rewrite
from briefgen.yaml.edit.growing import Grown, Growth, grow
from briefgen.yaml.edit.patch import Patched, Remark, Replacement, patch

__all__ = [
    "Grown", "Growth", "KeyName", "Listed", "NewEntry", "Patched", "Remark", "Replacement", "Rewritten", "Word",
    "append", "grow", "patch", "rewrite",
]  # fmt: skip
