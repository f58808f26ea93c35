"""Faults in what courts do."""

from __future__ import annotations

from faults.mutations import Faults, both, change, dated, drop, put

RULING = "evt:ruling-xa-commerce"
STAY = "evt:stay-xa-appeal"
APPEAL = "evt:appeal-xa-ministry"
FILING = "evt:filing-xa-importers"

FAULTS: Faults = {
    "ruling without outcome": (
        "courts",
        drop(RULING, "outcome"),
        "The outcome of the ruling is not known.",
    ),
    "ruling with two courts": (
        "courts",
        put(RULING, "issuedBy", "crt:xa-high"),
        "A court action is issued by exactly one court.",
    ),
    "stay by an inferior court": (
        "courts",
        both(
            change(STAY, "issuedBy", "crt:xa-commerce"), change(RULING, "issuedBy", "crt:xa-appeal")
        ),
        "The staying court",
    ),
    "stay of two rulings": (
        "courts",
        put(STAY, "stays", "evt:ruling-xa-commerce-earlier"),
        "A stay stays exactly one ruling.",
    ),
    "stay before the ruling": (
        "courts",
        dated(STAY, "2024-05-01"),
        "The stay comes before the ruling it stays.",
    ),
    "appeal to an inferior court": (
        "courts",
        both(
            change(APPEAL, "appealedTo", "crt:xa-commerce"),
            change(RULING, "issuedBy", "crt:xa-appeal"),
        ),
        "The court appealed to,",
    ),
    "appeal of no ruling": (
        "courts",
        drop(APPEAL, "appealsDecision"),
        "An appeal is against exactly one ruling.",
    ),
    "appeal before the ruling": (
        "courts",
        dated(APPEAL, "2024-05-01"),
        "The appeal comes before the ruling it is against.",
    ),
    "stay lifted before it is ordered": (
        "courts",
        dated("evt:stay-xa-appeal-earlier", "2024-04-15"),
        "The stay is lifted before it is ordered.",
    ),
    "complaint without court": (
        "courts",
        drop(FILING, "filedWith"),
        "The court or panel that receives the complaint is not known.",
    ),
    "complaint of no one": (
        "courts",
        drop(FILING, "filedBy"),
        "A complaint is filed by at least one actor.",
    ),
    "complaint against oneself": (
        "courts",
        put(FILING, "filedBy", "gov:xa-trade-ministry"),
        "Nobody files a complaint against themselves.",
    ),
    "hearing of a person": (
        "courts",
        change("evt:hearing-xa-high", "issuedBy", "per:ben-castor"),
        "A hearing is held by exactly one court or agency.",
    ),
    "judge who is a court": (
        "courts",
        change(RULING, "judge", "crt:xa-high"),
        "A judge is a person.",
    ),
    "dissent that outvotes the majority": (
        "courts",
        change(RULING, "votesAgainst", 3),
        "A dissent has no more votes than the majority.",
    ),
    "injunction of nothing": (
        "courts",
        drop("evt:injunction-xa-high", "enjoins"),
        "The measures that the injunction concerns are not known.",
    ),
    "courts that review each other": (
        "courts",
        put("crt:xa-high", "reviewedBy", "crt:xa-commerce"),
        "The court reviews itself.",
    ),
}
