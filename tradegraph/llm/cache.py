"""Answers that were paid for once, by the content of the question: a folder of JSON files.

Without a folder nothing is kept beyond the process. A file that is damaged counts as missing.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from tradegraph.errors import EngineError
from tradegraph.llm.endpoint import Answer


def digest(*parts: str) -> str:
    """Return the name of a question: the SHA-256 of all that goes into it."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


class AnswerCache:
    """Answers by the digest of their question."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known: dict[str, Answer] = {}

    def find(self, key: str) -> Answer | None:
        """Return the answer, if the question was asked before."""
        return self._known.get(key) or self._read(key)

    def keep(self, key: str, answer: Answer) -> None:
        """Keep an answer; raises EngineError when the folder cannot be written."""
        self._known[key] = answer
        if self._folder is None:
            return
        content = {"text": answer.text, "sent": answer.sent, "received": answer.received}
        file = self._folder / f"{key}.json"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            part.write_text(json.dumps(content, sort_keys=True), "utf-8")
            part.replace(file)
        except OSError as error:
            raise EngineError(
                f"the answer cannot be kept: {error.strerror}",
                where=str(self._folder),
                how="TRADEGRAPH_LLM_CACHE=ANOTHER_FOLDER",
            ) from error

    def _read(self, key: str) -> Answer | None:
        if self._folder is None:
            return None
        try:
            kept = json.loads((self._folder / f"{key}.json").read_text("utf-8"))
            return Answer(str(kept["text"]), int(kept["sent"]), int(kept["received"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
