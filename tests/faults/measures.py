"""Faults in measures, rates, changes and periods."""

from __future__ import annotations

from findings import CODES, TG
from rdflib import PROV, RDF, Graph

from faults.mutations import Faults, both, change, code, date, decimal, drop, forget, node, put

STEEL = "msr:xa-steel-2024"
RAISED = "evt:increase-xa-steel-2024"
STRUCK_BACK = "evt:imposition-xb-timber-2024"
RATE = "sit:rate-xa-steel-40"


def forget_authority(graph: Graph) -> None:
    """Take all legal authorities away."""
    graph.remove((None, TG.legalAuthority, None))


def announce_late(graph: Graph) -> None:
    """Announce the tariffs two weeks after they took effect."""
    event = node("evt:announcement")
    graph.add((event, RDF.type, TG.MeasureEvent))
    graph.add((event, TG.affects, node("msr:xa-shield-2024")))
    graph.add((event, TG.eventType, CODES["event-announcement"]))
    graph.add((event, TG.notBefore, date("2024-05-20")))


FAULTS: Faults = {
    "in effect before announced": (
        "measures",
        both(change(RAISED, "eventType", code("event-entry-into-effect")), announce_late),
        "The measure takes effect, at the latest 2024-05-06",
    ),
    "rate of 12000 percent": (
        "measures",
        change(RATE, "rateHigh", decimal("12000.0")),
        "An upper rate bound lies between 0 and 10000 percent.",
    ),
    "exact rate without upper bound": (
        "measures",
        drop(RATE, "rateHigh"),
        "An exact rate has equal bounds.",
    ),
    "in force without authority": (
        "measures",
        forget_authority,
        "The measure is in force but no legal authority is known",
    ),
    "measure that targets its imposer": (
        "measures",
        put(STEEL, "targets", "cty:XA"),
        "A jurisdiction does not target itself.",
    ),
    "goods both covered and excepted": (
        "measures",
        put(STEEL, "exceptProduct", "pro:steel"),
        "Goods are not both covered and excepted.",
    ),
    "target both named and excepted": (
        "measures",
        put(STEEL, "exceptTarget", "cty:XB"),
        "A jurisdiction or group is not both targeted and excepted.",
    ),
    "retaliation against oneself": (
        "measures",
        change(STRUCK_BACK, "retaliatesAgainst", "cty:XB"),
        "A change does not retaliate against the jurisdiction whose measure changes.",
    ),
    "negative trade": (
        "measures",
        change(STRUCK_BACK, "tradeValue", decimal("-1.0")),
        "The trade covered is one positive decimal number of US dollars.",
    ),
    "measure that supersedes itself": (
        "measures",
        put("msr:xa-steel-2020", "supersedes", STEEL),
        "The measure supersedes itself.",
    ),
    "measure that stacks and yields": (
        "measures",
        put(STEEL, "excludedBy", "msr:xa-port-fee-2021"),
        "The measure both stacks with another and gives way to it.",
    ),
    "change that ends before it begins": (
        "measures",
        change("evt:exemption-xb-plywood-2024", "validUntil", date("2024-01-01")),
        "A change does not end before the act that makes it.",
    ),
    "overlapping status": (
        "periods",
        drop("prd:status-xa-shield-1", "until"),
        "The period overlaps",
    ),
    "conflict without a rule": (
        "periods",
        drop("cfl:day-xa-steel", "preferredBy"),
        "One rule of the scheme code:precedence decides a conflict.",
    ),
    "conflict of a fact with itself": (
        "periods",
        put("cfl:day-xa-steel", "prefers", "evt:pause-xa-steel-2024"),
        "A conflict prefers a fact, which it does not reject.",
    ),
    "period from nowhere": (
        "periods",
        forget("prd:rate-xa-steel-1", PROV.wasDerivedFrom),
        "A period is derived from at least one fact.",
    ),
    "quota below zero": (
        "terms",
        change("sit:quota-xa-steel-30000", "quotaVolume", decimal("-1.0")),
        "A quota's volume is one decimal number",
    ),
    "refund of an unknown kind": (
        "terms",
        change("sit:refund-xa-steel", "refundKind", code("event-pause")),
        "A refund has exactly one kind",
    ),
    "goods in transit entered before they were loaded": (
        "terms",
        change("evt:exemption-xa-steel-in-transit", "enteredBefore", date("2024-05-01")),
        "Goods in transit are loaded before they are entered.",
    ),
}
