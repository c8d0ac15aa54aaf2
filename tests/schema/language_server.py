"""A small client of a language server: the editor's side of the protocol, as far as the tests need it.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

import json
import os
import queue
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds to wait for an answer: the first one compiles the server."""

OFFLINE = """
const net = require('net');
net.Socket.prototype.connect = function () {
  process.stderr.write('the server looked for the network\\n');
  process.exit(70);
};
"""
"""Run before the server: it may not reach for anything."""

CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


class Editor:
    """An editor with one folder open. Places are counted from 0, as the protocol does."""

    def __init__(self, command: list[str], folder: Path, settings: dict[str, Any], offline: Path) -> None:
        self.settings = settings
        self.answers: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.faults: dict[str, list[dict[str, Any]]] = {}
        self.number = 0
        self.server = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"NODE_OPTIONS": f"--require {offline}"},
        )
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=CAPABILITIES,
                 workspaceFolders=[{"uri": folder.as_uri(), "name": folder.name}])  # fmt: skip
        self.tell("initialized")
        self._wait(lambda message: message.get("method") == "workspace/configuration")

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Shows a text as that of a file, which need not exist; returns the faults that the server marks in it."""
        uri = file.as_uri()
        assert uri not in self.faults, "each text is shown as another file"
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        self._wait(lambda _: uri in self.faults)
        return self.faults[uri]

    def complete(self, file: Path, line: int, column: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place, by its label."""
        answer = self.ask("textDocument/completion", textDocument={"uri": file.as_uri()},
                          position={"line": line, "character": column})  # fmt: skip
        return {item["label"]: item for item in (answer if isinstance(answer, list) else answer["items"])}

    def hover(self, file: Path, line: int, column: int) -> str:
        """What is shown when the pointer rests at a place."""
        answer = self.ask("textDocument/hover", textDocument={"uri": file.as_uri()},
                          position={"line": line, "character": column})  # fmt: skip
        return answer["contents"]["value"] if answer else ""

    def close(self) -> None:
        """Ends the server."""
        try:
            self.ask("shutdown")
            self.tell("exit")
            self.server.wait(10)
        finally:
            self.server.kill()
            self.server.wait()

    def ask(self, method: str, **params: Any) -> Any:
        """A request, and its answer."""
        self.number += 1
        asked = self.number
        self._send({"id": asked, "method": method, "params": params})
        answer = self._wait(lambda message: message.get("id") == asked and "method" not in message)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def tell(self, method: str, **params: Any) -> None:
        """A notification: there is no answer."""
        self._send({"method": method, "params": params})

    def _wait(self, meant: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self.answers.get(timeout=PATIENCE)
            assert message is not None, f"the server ended, with {self.server.wait()}"
            match message:
                case {"method": "workspace/configuration", "id": number, "params": {"items": items}}:
                    self._send({"id": number, "result": [self.settings.get(item["section"], {}) for item in items]})
                case {"method": _, "id": number}:
                    self._send({"id": number, "result": None})
                case {"method": "textDocument/publishDiagnostics", "params": {"uri": uri, "diagnostics": faults}}:
                    self.faults[uri] = faults
            if meant(message):
                return message

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def _listen(self) -> None:
        stream = self.server.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.partition(b":")[2]) if header.lower().startswith(b"content-length") else 0
            while header.strip():
                header = stream.readline()
            self.answers.put(json.loads(stream.read(length)))
        self.answers.put(None)
