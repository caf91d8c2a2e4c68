"""A headless editor: as much of the language server protocol as it takes to ask about one open file."""

import json
import subprocess
import threading
from pathlib import Path
from queue import Empty, Queue
from types import TracebackType
from typing import Any, Self

_PATIENCE = 30  # seconds for an answer
_QUIET = 1.0  # seconds without a further report: the server corrects its first one as the schema arrives
_SETTINGS = {
    "yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}, "hover": True, "validate": True}
}


class Editor:
    """A running server with one workspace. Nothing is fetched: it is told to know no catalogue."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._diagnostics: Queue[dict[str, Any]] = Queue()
        self._answers: Queue[dict[str, Any]] = Queue()
        self._last = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}},
        }
        self.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities})
        self._send({"method": "initialized", "params": {}})
        self._send({"method": "workspace/didChangeConfiguration", "params": {"settings": _SETTINGS}})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._process:  # which closes its pipes
            self._process.kill()
            self._listener.join()

    def problems(self, path: Path) -> list[str]:
        """Open a file and give what is reported of it as `line:column message`, sorted by place."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        reported: list[dict[str, Any]] = self._diagnostics.get(timeout=_PATIENCE)["diagnostics"]
        try:
            while True:
                reported = self._diagnostics.get(timeout=_QUIET)["diagnostics"]
        except Empty:
            places = [(one["range"]["start"]["line"] + 1, one["range"]["start"]["character"] + 1) for one in reported]
            found = sorted(zip(places, (one["message"] for one in reported), strict=True))
            return [f"{line}:{column} {message}" for (line, column), message in found]

    def offered(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Give what is offered at a place of an open file, with what is said of each."""
        answer = self.ask("textDocument/completion", _at(path, line, column))
        return {item["label"]: _text(item.get("documentation", "")) for item in answer["items"]}

    def hover(self, path: Path, line: int, column: int) -> str:
        """Give what is said of a place of an open file."""
        return _text((self.ask("textDocument/hover", _at(path, line, column)) or {}).get("contents", ""))

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Send a request and wait for its answer."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        answer = self._answers.get(timeout=_PATIENCE)
        assert answer["id"] == self._last, answer
        return answer["result"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                while stream.readline().strip():  # other headers, and the empty line that ends them
                    pass
                self._take(json.loads(stream.read(int(value))))

    def _take(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics.put(message["params"])
        elif message.get("method") == "workspace/configuration":
            sections = [item.get("section", "") for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": [_SETTINGS.get(section, {}) for section in sections]})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        elif "id" in message:
            self._answers.put(message)


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line - 1, "character": column - 1}}


def _text(content: Any) -> str:
    return str(content["value"] if isinstance(content, dict) else content)
