"""A language server on the other end of a pipe: messages of the Language Server Protocol, JSON behind a header with its length."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any

from tests.editors.install import PROGRAM

PATIENCE = 120
"""Seconds after which the server is ended, whatever it does."""


class Editor:
    """An editor without a screen, which opens files and asks what stands at a place. Network is never asked for.

    ``schemas`` are the settings of which files have which schema, beside what the files say themselves.
    """

    def __init__(self, root: Path, schemas: dict[str, Any] | None = None) -> None:
        self.root = root
        self._settings = {"yaml": {**SETTINGS, "schemas": schemas or {}}}
        self._number = 0
        self._is_set = False
        self.told: dict[str, list[dict[str, Any]]] = {}
        nowhere = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "NO_PROXY": ""}
        self._process = subprocess.Popen(
            ["node", PROGRAM, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **nowhere},
        )

        self._timer = Timer(PATIENCE, self._process.kill)

    def __enter__(self) -> Editor:
        self._timer.start()
        folder = {"uri": self.root.as_uri(), "name": "observatory"}
        self._ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder["uri"],
                "capabilities": CAPABILITIES,
                "workspaceFolders": [folder],
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        while not self._is_set:
            self._receive()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._process.kill()
        self._process.communicate()

    def completions(self, path: Path, marked: str) -> dict[str, dict[str, Any]]:
        """What is offered where ``‸`` stands in a text, by label."""
        answer = self._at("textDocument/completion", path, marked)
        items = answer if isinstance(answer, list) else (answer or {}).get("items", [])
        return {item["label"]: item for item in items}

    def hover(self, path: Path, marked: str) -> str:
        """What is said of the word where ``‸`` stands in a text, as Markdown; nothing is an empty text."""
        answer = self._at("textDocument/hover", path, marked)
        return answer["contents"]["value"] if answer else ""

    def faults(self, path: Path, text: str) -> list[str]:
        """What is underlined in a text."""
        uri = self._open(path, text)
        while uri not in self.told:
            self._receive()
        return [fault["message"] for fault in self.told[uri]]

    def _at(self, method: str, path: Path, marked: str) -> Any:
        before, _, after = marked.partition("‸")
        place = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(method, {"textDocument": {"uri": self._open(path, before + after)}, "position": place})

    def _open(self, path: Path, text: str) -> str:
        """Open a text as a file of its own, so that no answer is one to an earlier text."""
        self._number += 1
        uri = path.with_name(f"{self._number}-{path.name}").as_uri()
        self._tell(
            "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}
        )
        return uri

    def _ask(self, method: str, about: dict[str, Any]) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": about})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, about: dict[str, Any]) -> None:
        self._send({"method": method, "params": about})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered with nothing."""
        stream = self._process.stdout
        assert stream
        length = 0
        while (line := stream.readline()) != b"\r\n":
            assert line, "the language server has ended"
            name, _, value = line.partition(b":")
            if name == b"Content-Length":
                length = int(value)
        message: dict[str, Any] = json.loads(stream.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
            answer = [self._settings.get(item["section"], {}) for item in asked]
            self._is_set = self._is_set or bool(asked)
            self._send({"id": message["id"], "result": answer or None})
        return message


SETTINGS = {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}, "yamlVersion": "1.2"}
CAPABILITIES = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
    },
}
