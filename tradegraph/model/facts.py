"""Facts: what a document may claim, and how it commits to it."""

from __future__ import annotations

from dataclasses import dataclass

from tradegraph.model.measures import (
    DutyRefund,
    Measure,
    MeasureEvent,
    MeasureRelation,
    MeasureState,
    Quota,
)
from tradegraph.model.passages import DateRange, Span


@dataclass(frozen=True, slots=True)
class Ruling:
    """A court's decision; `outcomes`, `relief` and `scope` are notations of their code lists.

    `judges` are all who took part, among them who wrote the court's opinion and who dissented.
    """

    court: str
    outcomes: tuple[str, ...]
    measures: tuple[Measure, ...] = ()
    relief: tuple[str, ...] = ()
    scope: str | None = None
    scope_text: str | None = None
    legal_question: str | None = None
    judges: tuple[str, ...] = ()
    opinion_by: str | None = None
    dissenters: tuple[str, ...] = ()
    votes_for: int | None = None
    votes_against: int | None = None
    when: DateRange | None = None
    cases: tuple[str, ...] = ()
    slip_opinion: str | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A court's suspension of a ruling, or with `lifted` the court's act that ends one."""

    court: str
    ruling: Ruling
    interim: bool = False
    lifted: bool = False
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Injunction:
    """A court's order not to enforce a measure; `scope` is a notation of the code list."""

    court: str
    measure: Measure | None = None
    when: DateRange | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Appeal:
    """A party's request that `to_court` review a ruling."""

    appellants: tuple[str, ...]
    ruling: Ruling
    to_court: str | None = None
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class CaseFiling:
    """The filing of a complaint before a court or a dispute panel."""

    plaintiffs: tuple[str, ...]
    court: str | None
    defendants: tuple[str, ...] = ()
    measure: Measure | None = None
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Hearing:
    """A session in which a court hears the parties."""

    court: str
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Investigation:
    """A step of an administrative inquiry; `event` is a notation of the code list `event`."""

    event: str
    agency: str
    authority: str | None = None
    products: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Encounter:
    """Actors communicate; `event` is a notation of the code list `event`."""

    event: str
    participants: tuple[str, ...]
    places: tuple[str, ...] = ()
    outlet: str | None = None
    parties: tuple[str, ...] = ()
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class NegotiationState:
    """The condition of a negotiation; `status` is a notation of the code list `negotiation`.

    `deadline` is the event before whose end the parties want to finish.
    """

    parties: tuple[str, ...]
    status: str
    agreement: str | None = None
    when: DateRange | None = None
    deadline: MeasureEvent | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An utterance. `quotes` are the words in quotation marks, without the marks.

    `content` are the passages that hold what is said, apart from who says it.
    """

    speakers: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    paraphrase: str | None = None
    outlet: str | None = None
    about: tuple[str, ...] = ()
    made_in: Encounter | None = None
    when: DateRange | None = None
    content: tuple[Span, ...] = ()

    @property
    def verbatim(self) -> bool:
        """Whether the source gives the speaker's words in quotation marks."""
        return bool(self.quotes)


@dataclass(frozen=True, slots=True)
class OfficeHolding:
    """A person holding an office as of the document's day."""

    person: str
    office: str


@dataclass(frozen=True, slots=True)
class PostureChange:
    """A change in how actors behave in a negotiation, and the court actions said to cause it."""

    actors: tuple[str, ...]
    parties: tuple[str, ...]
    causes: tuple[Ruling | Stay, ...] = ()
    when: DateRange | None = None


@dataclass(frozen=True, slots=True)
class Requirement:
    """An encounter that is needed: for a deal between the parties, for their talks, or for both."""

    needed: Encounter
    parties: tuple[str, ...]
    for_deal: bool = True
    for_talks: bool = False


Content = (
    MeasureEvent
    | MeasureRelation
    | Ruling
    | Stay
    | Injunction
    | Appeal
    | CaseFiling
    | Hearing
    | Investigation
    | Encounter
    | NegotiationState
    | Statement
    | OfficeHolding
    | MeasureState
    | Quota
    | DutyRefund
    | PostureChange
    | Requirement
)
"""What a document may claim: the twelve fact types that are scored, and those that support them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim of a document: content, commitment, passages, and who read it.

    `modality` is a notation of the code list `modality`; `positive` is False when the source says
    that it is not so; `attribution` is the statement on whose word the document relies.
    """

    content: Content
    evidence: tuple[Span, ...]
    modality: str = "asserted"
    positive: bool = True
    confidence: float = 0.8
    attribution: Statement | None = None
    extractor: str = "rules"
