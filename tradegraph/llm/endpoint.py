"""The door to the client library: one question, one answer, errors in our own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tradegraph.errors import EngineError, UsageError
from tradegraph.llm.settings import Settings

if TYPE_CHECKING:
    from openai import OpenAI
    from openai.types.chat import ChatCompletion

RETRIES: Final = 2
"""How often a request is tried again, with growing pauses, when the endpoint is overloaded."""
NO_KEY: Final = "none"
"""What local servers are sent, which ask for no key."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model wrote, and how many tokens that took. `complaint` says why it is no use."""

    text: str
    sent: int = 0
    received: int = 0
    complaint: str | None = None


class Endpoint:
    """An OpenAI-compatible endpoint; the library is loaded when it is first asked."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def _client(self) -> OpenAI:
        try:
            from openai import OpenAI  # noqa: PLC0415 - only who asks a model needs the library
        except ImportError as error:
            raise UsageError(
                "the extractor llm needs the extra llm", how="pip install 'tradegraph[llm]'"
            ) from error
        settings = self._settings
        return OpenAI(
            base_url=settings.url,
            api_key=settings.key or NO_KEY,
            timeout=settings.timeout,
            max_retries=RETRIES,
        )

    def ask(self, system: str, user: str, schema: Mapping[str, object]) -> Answer:
        """Return the model's answer, as JSON of the schema where the endpoint can enforce it.

        Raises EngineError when the endpoint cannot be reached, refuses the request or is late.
        """
        client = self._client
        from openai import APIError, APITimeoutError  # noqa: PLC0415 - loaded by the client

        try:
            completion = client.chat.completions.create(
                model=self._settings.model,
                temperature=0,
                seed=0,
                max_tokens=self._settings.longest_answer,
                messages=[
                    {"role": "system", "content": system},
                    {"role": "user", "content": user},
                ],
                response_format={
                    "type": "json_schema",
                    "json_schema": {"name": "facts", "strict": True, "schema": dict(schema)},
                },
            )
        except APITimeoutError as error:
            raise self._fail(f"no answer within {self._settings.timeout:g} s") from error
        except APIError as error:
            raise self._fail(error.message) from error
        return _read_completion(completion)

    def _fail(self, what: str) -> EngineError:
        how = "TRADEGRAPH_LLM_URL, TRADEGRAPH_LLM_KEY and TRADEGRAPH_LLM_TIMEOUT"
        return EngineError(f"the language model failed: {what}", where=self._settings.url, how=how)


def _read_completion(completion: ChatCompletion) -> Answer:
    usage = completion.usage
    sent, received = (usage.prompt_tokens, usage.completion_tokens) if usage else (0, 0)
    if not completion.choices:
        return Answer("", sent, received, "the answer is empty")
    choice = completion.choices[0]
    text = choice.message.content or ""
    complaint = None
    if choice.message.refusal or choice.finish_reason == "content_filter":
        complaint = f"the model refused: {choice.message.refusal or 'content filter'}"
    elif choice.finish_reason == "length":
        complaint = "the answer was cut off at its longest"
    return Answer(text, sent, received, complaint)
