"""New values and comments in the text of a YAML file, and every other byte as it was."""

from briefgen.yamltree.patching.appending import append
from briefgen.yamltree.patching.growing import Grown, Growth, grow
from briefgen.yamltree.patching.patch import Patched, Replacement, patch
from briefgen.yamltree.patching.remarks import Remark

__all__ = ["Grown", "Growth", "Patched", "Remark", "Replacement", "append", "grow", "patch"]
