"""Records the commit that a package is built from, as `briefgen/_shipped/commit`."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CommitHook(BuildHookInterface):
    """In a wheel and in a source distribution; an editable install asks git when it runs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the file to what is built."""
        root, git = Path(self.root), shutil.which("git")
        recorded = root / "COMMIT"  # in a source distribution, which has no git
        if version == "editable":
            return
        if git and (root / ".git").exists():
            done = subprocess.run(
                [git, "-C", root, "rev-parse", "--verify", "--quiet", "HEAD"],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            commit = done.stdout.strip()
        else:
            commit = recorded.read_text("ascii").strip() if recorded.is_file() else ""
        if commit:
            made = Path(self.directory) / ".commit"
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(commit + "\n", "ascii")
            into = "COMMIT" if self.target_name == "sdist" else "briefgen/_shipped/commit"
            build_data["force_include"][str(made)] = into
