"""Debian's Chromium without a window, spoken to over a pipe in the DevTools protocol; nothing but the standard library.

`--remote-debugging-pipe`: commands go in at file descriptor 3 and come out at 4, as JSON, each ended by a NUL.
"""

import base64
import fcntl
import json
import os
import subprocess
from pathlib import Path
from typing import Any, Self

SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)

KEYS = {"Tab": 9, "Enter": 13, "Escape": 27}
"""Keys and their numbers."""


class BrowserError(Exception):
    """The browser refused a command, or a script in the page failed."""


class Browser:
    """One browser with one page.

    `requests`: the addresses that the page asked for; `complaints`: what went to the console.
    """

    def __init__(self, program: str, profile: Path) -> None:
        commands, self._out = os.pipe()
        answers, replies = os.pipe()
        self._in = os.fdopen(answers, "rb")
        quiet = subprocess.DEVNULL

        def wire() -> None:
            # Through numbers that are free: 3 or 4 may be one of the ends itself.
            ends = [fcntl.fcntl(each, fcntl.F_DUPFD, 5) for each in (commands, replies)]
            for number, end in enumerate(ends, 3):
                os.dup2(end, number)

        arguments = [program, *SWITCHES, f"--user-data-dir={profile}"]
        self._process = subprocess.Popen(
            arguments, preexec_fn=wire, close_fds=False, stdin=quiet, stdout=quiet, stderr=quiet
        )
        os.close(commands)
        os.close(replies)
        self._number = 0
        self._session = ""
        self._loaded: set[str] = set()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self._call(f"{domain}.enable")
        self._call("Page.setLifecycleEventsEnabled", enabled=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        os.close(self._out)
        self._process.terminate()
        self._process.wait(timeout=30)
        self._in.close()

    def open(
        self, file: Path, width: int = 1280, height: int = 900, *, dark: bool = False, script: bool = True
    ) -> None:
        """Load a page into a window of a size in CSS pixels, by day or in the dark."""
        self.resize(width, height)
        self._call("Emulation.setScriptExecutionDisabled", value=not script)
        self.prefer(**{"prefers-color-scheme": "dark" if dark else "light"})
        self._go("about:blank")  # else a page that is open already would only scroll
        self.requests.clear()
        self.complaints.clear()
        self._go(file.as_uri())

    def resize(self, width: int, height: int) -> None:
        """Give the window another size in CSS pixels; a narrow one is a phone's."""
        phone = width < 600
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)

    def _go(self, address: str) -> None:
        loading = self._call("Page.navigate", url=address)["loaderId"]
        while loading not in self._loaded:
            self._hear(self._receive())

    def prefer(self, **features: str) -> None:
        """What the reader prefers, by the names of media features; what is not named is as usual."""
        given = [{"name": name, "value": value} for name, value in features.items()]
        self._call("Emulation.setEmulatedMedia", features=given)

    def run(self, script: str) -> Any:
        """The value of an expression in the page; a promise is waited for."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """A key, as from a keyboard."""
        common = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        self._call("Input.dispatchKeyEvent", type="keyDown", **common, **({"text": "\r"} if key == "Enter" else {}))
        self._call("Input.dispatchKeyEvent", type="keyUp", **common)

    def roles(self) -> list[str]:
        """The roles of what a screen reader is told, in reading order."""
        self._call("Accessibility.enable")
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        self._call("Accessibility.disable")  # else it is worked out for each page that is opened
        return [node["role"]["value"] for node in nodes if not node["ignored"]]

    def picture(self, file: Path) -> None:
        """A screenshot of the whole page, for people."""
        size = self._call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {**size, "scale": 1}
        shot = self._call("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        file.write_bytes(base64.b64decode(shot["data"]))

    def paper(self) -> bytes:
        """The page as it is printed on A4, in PDF."""
        printed = self._call("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
        return base64.b64decode(printed["data"])

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._number += 1
        command: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            command["sessionId"] = self._session
        data = memoryview(json.dumps(command).encode() + b"\0")
        while data:
            data = data[os.write(self._out, data) :]
        while True:
            message = self._receive()
            if message.get("id") == self._number:
                if "error" in message:
                    raise BrowserError(f"{method}: {message['error']}")
                return message["result"]
            self._hear(message)

    def _receive(self) -> dict[str, Any]:
        out = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            if not byte:
                raise BrowserError("The browser has gone.")
            out += byte
        return json.loads(out)

    def _hear(self, message: dict[str, Any]) -> None:
        given = message.get("params", {})
        match message.get("method"):
            case "Page.lifecycleEvent" if given["name"] == "load":
                self._loaded.add(given["loaderId"])
            case "Network.requestWillBeSent":
                self.requests.append(given["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(given["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(given["exceptionDetails"]["text"])
            case "Runtime.consoleAPICalled" if given["type"] in ("error", "warning"):
                self.complaints.append(str(given["args"]))
