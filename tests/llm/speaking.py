"""A local server that answers as an OpenAI-compatible endpoint would, with what a test puts in."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Script:
    """What the server says, in turn; the last saying is repeated. It notes what it was asked."""

    sayings: list[dict[str, object]]
    asked: list[dict[str, object]] = field(default_factory=list)
    url: str = ""


def say(content: str | None, **message: object) -> dict[str, object]:
    """Return an answer with this text."""
    finish = message.pop("finish_reason", "stop")
    return {
        "status": 200,
        "body": {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "scripted",
            "choices": [
                {
                    "index": 0,
                    "finish_reason": finish,
                    "message": {"role": "assistant", "content": content, **message},
                }
            ],
            "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110},
        },
    }


def say_facts(*facts: dict[str, object]) -> dict[str, object]:
    """Return an answer that tells facts."""
    return say(json.dumps({"facts": list(facts)}))


def fail(status: int) -> dict[str, object]:
    """Return a refusal of the server."""
    return {"status": status, "body": {"error": {"message": f"status {status}"}}}


@contextmanager
def serve(*sayings: dict[str, object]) -> Iterator[Script]:
    """Give a server on this machine that says these things."""
    script = Script(list(sayings))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            script.asked.append(json.loads(self.rfile.read(length)))
            saying = script.sayings.pop(0) if len(script.sayings) > 1 else script.sayings[0]
            time.sleep(float(str(saying.get("late", 0))))
            body = json.dumps(saying["body"]).encode()
            self.send_response(int(str(saying["status"])))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("retry-after-ms", "1")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    script.url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
