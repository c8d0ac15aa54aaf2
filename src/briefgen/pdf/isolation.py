"""ReportLab imported without the files and environment variables that change what it writes.

ReportLab executes settings from the home and the working folder as soon as any of its modules is imported, so this
module imports none of them at the top.
"""

import os
import sys
from types import ModuleType

_HOOKS = ("reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings")
"""Modules that ReportLab imports if they exist; if they do, it does not look in the home folder."""
_OPTIONAL = ("_rl_accel", "rlbidi")
"""Modules that ReportLab uses where they are installed, for speed and for scripts that briefgen does not paint."""
_PREFIX = "RL_"


class _NoTime:
    """Replaces ReportLab's clock, which reads SOURCE_DATE_EPOCH and fails where that is no number."""

    t, YMDhms, dhh, dmm = 0, (1980, 1, 1, 0, 0, 0), 0, 0

    def __init__(self, *_: object) -> None: ...


def isolate() -> None:
    """Import ReportLab without the hooks and variables that change what it writes."""
    replaced: dict[str, ModuleType | None] = {name: ModuleType(name) for name in _HOOKS}
    replaced |= dict.fromkeys(_OPTIONAL)  # None: an import fails as if there were none
    replaced = {name: module for name, module in replaced.items() if name not in sys.modules}
    hidden = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(_PREFIX)}
    sys.modules.update(replaced)  # type: ignore[arg-type]  # typeshed knows of no None
    try:
        from reportlab import rl_config, rl_settings  # 30 ms, and only now, without the hooks
        from reportlab.pdfbase import pdfdoc, ttfonts  # noqa: F401  # 30 ms, with all that it imports
        from reportlab.pdfgen import canvas  # noqa: F401  # 30 ms
    finally:
        os.environ.update(hidden)
        for name in replaced:
            del sys.modules[name]
    # Another program in this process may have imported it before.
    for name in ("pdfComments", "pdfMultiLine", "documentLang", "canvas_baseColor", "defaultImageCaching"):
        setattr(rl_config, name, getattr(rl_settings, name))
    rl_config.useA85, rl_config.pageCompression, rl_config.invariant = 0, 1, 1
    pdfdoc.TimeStamp = _NoTime
