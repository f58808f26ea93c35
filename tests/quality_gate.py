"""Fails when the facts that are read have become worse: `python tests/quality_gate.py`.

The documents and their annotations lie beside the checkout and are not part of the project. The
floors stand in `quality.json`: `required` ones are settled, `pinned` ones are a little below what
was measured when they were last written with `--pin`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tradegraph.evaluation import (
    KindFigures,
    count_figures,
    count_resolutions,
    load_graph,
    read_documents,
    resolve_names,
    score_documents,
)
from tradegraph.evaluation.dataset import Dataset
from tradegraph.evaluation.resolution import EVERY_KIND
from tradegraph.learning.calibrate import measure_error, weigh_samples
from tradegraph.learning.samples import read_samples
from tradegraph.model import Document
from tradegraph.trained.linear import load_weights

ANNOTATED = Path(__file__).parents[2] / "shared" / "eval"
FLOORS = Path(__file__).with_name("quality.json")
SEED = "seed"
SETS = (SEED, "dev", "train")
NAMES = "names"
SLACK = 0.005
"""So far below what is measured a floor is pinned."""


@dataclass(frozen=True, slots=True)
class ReadSet:
    """A set of documents, the folder of their annotations, and the graph of what is read."""

    gold: Path
    documents: Mapping[str, Document]
    dataset: Dataset


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures that have a floor, from 0 to 1; of wrong passages there is a ceiling."""

    fact_f1: float
    role_f1: float
    modality_accuracy: float
    wrong_spans: int


@dataclass(frozen=True, slots=True)
class Floors:
    """What is demanded of each set of documents, and how far dev and unseen ones may lie apart.

    The weights of the trained models were made from train, so that it is no unseen text;
    `cross_validated` is the F1 of facts over train and dev with weights that saw none of them,
    printed by `python -m tradegraph.learning.crossvalidate`. `most_miscalibrated` is the greatest
    distance of confidence and share of right facts on dev.

    Under NAMES stand the shares of names that lead to the registry's right entry, by kind;
    `most_wrong` is the share that may lead to another one, of each kind that has a floor.
    """

    required: Mapping[str, Mapping[str, float]]
    pinned: Mapping[str, Mapping[str, float]]
    most_apart: float
    most_wrong: float
    cross_validated: float
    most_miscalibrated: float

    def of(self, name: str) -> dict[str, float]:
        """Return the floors of one set of documents, the higher of two."""
        required, pinned = self.required.get(name, {}), self.pinned.get(name, {})
        return {
            figure: max(each.get(figure, 0.0) for each in (required, pinned))
            for figure in dict.fromkeys([*required, *pinned])
        }


def read_floors(file: Path = FLOORS) -> Floors:
    """Return the floors."""
    told = json.loads(file.read_text("utf-8"))
    names = ("most_apart", "most_wrong", "cross_validated", "most_miscalibrated")
    return Floors(told["required"], told["pinned"], *(told[name] for name in names))


def read_set(name: str, annotated: Path = ANNOTATED) -> ReadSet:
    """Return a set of documents with what is read out of them now; the seed is one of dev."""
    folder = annotated / ("dev" if name == SEED else name)
    documents = read_documents(folder / "docs.jsonl")
    if name == SEED:
        documents = {SEED: documents[SEED]}
    return ReadSet(folder / "gold", documents, load_graph(documents, None))


def measure(read: ReadSet) -> Measured:
    """Return the figures of a set of documents."""
    figures = count_figures(score_documents(read.gold, read.documents, read.dataset))
    return Measured(
        figures.facts.f1,
        figures.roles.f1,
        figures.modality_accuracy,
        figures.cited.wrong_spans if figures.cited else 0,
    )


def measure_calibration(annotated: Path = ANNOTATED) -> float:
    """Return how far confidence and the share of right facts lie apart on dev."""
    folder = annotated / "dev"
    samples = read_samples([(folder / "gold", folder / "docs.jsonl")])
    return measure_error([w for w in weigh_samples(samples, load_weights()) if w.told])


def find_name_breaches(figures: Sequence[KindFigures], floors: Floors) -> Iterator[str]:
    """Yield a line for each kind of names of which too few lead to the right entry of the registry.

    And for each of which too many lead to another one.
    """
    lowest = floors.of(NAMES)
    for each in figures:
        if each.share < lowest.get(each.kind, 0):
            floor = lowest[each.kind]
            yield f"names: {each.kind} resolve {each.share:.4f}, below their floor {floor:.4f}"
        if each.kind in (*lowest, EVERY_KIND) and each.wrong_share > floors.most_wrong:
            most = floors.most_wrong
            yield f"names: {each.kind} go wrong {each.wrong_share:.4f}, more than {most:.4f}"


def find_breaches(measured: Mapping[str, Measured], floors: Floors) -> Iterator[str]:
    """Yield a line for each floor that is not reached."""
    for name, figures in measured.items():
        if figures.wrong_spans:
            yield f"{name}: {figures.wrong_spans} passages do not quote their text"
        for figure, floor in floors.of(name).items():
            value = asdict(figures)[figure]
            if value < floor:
                yield f"{name}: {figure} is {value:.4f}, below its floor {floor:.4f}"
    apart = abs(measured["dev"].fact_f1 - floors.cross_validated)
    if apart > floors.most_apart:
        yield f"dev and unseen: fact_f1 {apart:.4f} apart, more than {floors.most_apart:.4f}"


def pin_floors(
    measured: Mapping[str, Measured], names: Sequence[KindFigures], file: Path = FLOORS
) -> None:
    """Write the floors anew, a little below what was measured."""
    told = json.loads(file.read_text("utf-8"))
    told["pinned"] = {
        name: {
            figure: round(value - SLACK, 4)
            for figure, value in asdict(figures).items()
            if figure != "wrong_spans"
        }
        for name, figures in measured.items()
    }
    kinds = [each for each in names if each.kind in told["required"].get(NAMES, {})]
    told["pinned"][NAMES] = {each.kind: round(each.share - SLACK, 4) for each in kinds}
    file.write_text(json.dumps(told, indent=2) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, say what was measured, and return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    parser.add_argument(
        "--allow-missing", action="store_true", help="pass where there are no annotated documents"
    )
    options = parser.parse_args(arguments)
    if not ANNOTATED.is_dir():
        sys.stderr.write(f"quality: no annotated documents in {ANNOTATED}\n")
        return 0 if options.allow_missing else 1
    measured, resolutions = {}, []
    for name in SETS:
        read = read_set(name)
        measured[name] = measure(read)
        say(name, asdict(measured[name]))
        if name != SEED:
            resolutions += resolve_names(read.gold, read.documents, read.dataset)
    names = count_resolutions(resolutions)
    say(NAMES, {each.kind: each.share for each in names})
    say(f"{NAMES}, wrong", {each.kind: each.wrong_share for each in names})
    if options.pin:
        pin_floors(measured, names)
    floors = read_floors()
    error = measure_calibration()
    say("confidence", {"error": error})
    breaches = [*find_breaches(measured, floors), *find_name_breaches(names, floors)]
    if error > floors.most_miscalibrated:
        breaches.append(f"confidence: off by {error:.4f}, more than {floors.most_miscalibrated}")
    sys.stderr.writelines(f"quality: {line}\n" for line in breaches)
    return int(bool(breaches))


def say(name: str, figures: Mapping[str, float]) -> None:
    """Print figures on a line."""
    shown = ", ".join(f"{figure} {value:.4g}" for figure, value in figures.items())
    sys.stdout.write(f"{name}: {shown}\n")


if __name__ == "__main__":
    sys.exit(main())
