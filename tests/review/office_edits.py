"""Edits a document in LibreOffice as a person would, step by step; run by the Python that has `uno`.

    python3 office_edits.py IN.docx OUT.docx < steps.json

A step is a list: its name, the words that it is about, and what it needs besides.

    ["replace", "words", "others"]     select the words and type others
    ["delete", "words"]                select the words and delete them
    ["type", "words", "more"]          type more behind the words
    ["enter", "words"]                 a new paragraph behind the words
    ["comment", "words", "remark"]     a comment on the words
    ["bold", "words"]                  make the words bold

Prints a list of what each step found: how many characters, or null where the words stand nowhere.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

_SECONDS = 60


def main(given: Path, wanted: Path, steps: list[list[str]]) -> list[int | None]:
    """Opens a file, takes the steps with changes tracked, and saves what comes of it."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"briefgen{Path(profile).name}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}",
             f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            desktop = _desktop(pipe)
            document = desktop.loadComponentFromURL(given.as_uri(), "_blank", 0, (_value("Hidden", True),))
            found = [_step(document, *step) for step in steps]
            document.storeToURL(wanted.as_uri(), (_value("FilterName", "MS Word 2007 XML"),))
            document.close(True)
            desktop.terminate()
            office.wait(_SECONDS)
        finally:
            office.kill()
    return found


def _desktop(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + _SECONDS
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _value(name: str, value: object) -> PropertyValue:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _step(document, kind: str, words: str, more: str = "") -> int | None:
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    found = document.findFirst(search)
    if found is None:
        return None
    text = found.getText()
    match kind:
        case "replace":
            found.setString(more)
        case "delete":
            found.setString("")
        case "type":
            text.insertString(found.getEnd(), more, False)
        case "enter":
            text.insertControlCharacter(found.getEnd(), PARAGRAPH_BREAK, False)
        case "bold":
            found.CharWeight = BOLD
        case "comment":
            remark = document.createInstance("com.sun.star.text.textfield.Annotation")
            remark.Content, remark.Author = more, "Ana Ruiz"
            text.insertTextContent(found, remark, True)
        case _:
            raise ValueError(kind)
    return len(words)


if __name__ == "__main__":
    found = main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), json.load(sys.stdin))
    sys.stdout.write(json.dumps(found))
