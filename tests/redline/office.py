"""What LibreOffice makes of tracked changes: the paragraphs of a file after all of them were accepted or rejected."""

import re
import subprocess
import zipfile
from pathlib import Path

from lxml import etree
from tests.laws.readings import folded
from tests.tools import require

from briefgen.ooxml.tags import w

_MACRO = """
Sub Settle(source, command, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName" : filter(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  document.storeToURL(ConvertToURL(target), filter())
  document.close(True)
End Sub
"""
_NUMBER = re.compile(r"\d+")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCRIPT = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redline" script:language="StarBasic">'
)
_LIBRARY = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Redline"/></library:library>"""


def settled(file: Path, command: str, folder: Path) -> Path:
    """The file with all changes settled: `AcceptAllTrackedChanges` or `RejectAllTrackedChanges`."""
    profile, made = folder / "profile", folder / f"{file.stem}-{command}.docx"
    office = [require("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    if not profile.exists():  # it makes its own libraries first
        subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=180)
        basic = profile / "user/basic/Standard"
        (basic / "Redline.xba").write_text(f"{_HEAD}{_SCRIPT}{_MACRO}</script:module>", encoding="utf-8")
        (basic / "script.xlb").write_text(_HEAD + _LIBRARY, encoding="utf-8")
    macro = f"macro:///Standard.Redline.Settle({file},{command},{made})"
    subprocess.run([*office, macro], check=True, capture_output=True, timeout=180)
    return made


def paragraphs(file: Path) -> list[str]:
    """The words of each paragraph that has some, without lists of contents, and without figures: it numbers captions
    anew, and shows a part of the number of a note as text."""
    with zipfile.ZipFile(file) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [words for paragraph in root.iter(w("p")) if (words := folded(_NUMBER.sub("", _words(paragraph))))]


def _words(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    if style is not None and style.get(w("val"), "").startswith(("TOC", "Contents", "TableofFigures")):
        return ""
    return "".join(
        part.text or "" if part.tag == w("t") else " "
        for run in paragraph.iter(w("r"))
        if not _is_mark(run)
        for part in run
        if part.tag in (w("t"), w("tab"), w("br"))
    )


def _is_mark(run: etree._Element) -> bool:
    style, raised = (run.find(f"{w('rPr')}/{w(name)}") for name in ("rStyle", "vertAlign"))
    if run.find(w("footnoteReference")) is not None or raised is not None:
        return True
    return style is not None and style.get(w("val"), "").startswith("Footnote")
