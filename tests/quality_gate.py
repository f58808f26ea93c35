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

from tradegraph.evaluation import count_figures, evaluate_documents, read_documents

ANNOTATED = Path(__file__).parents[2] / "shared" / "eval"
FLOORS = Path(__file__).with_name("quality.json")
SEED = "seed"
SETS = (SEED, "dev", "train")
SLACK = 0.005
"""So far below what is measured a floor is pinned."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures that have a floor, from 0 to 1; of wrong passages there is a ceiling."""

    fact_f1: float
    role_f1: float
    modality_accuracy: float
    wrong_spans: int


@dataclass(frozen=True, slots=True)
class Floors:
    """What is demanded of each set of documents, and how far two sets may lie apart."""

    required: Mapping[str, Mapping[str, float]]
    pinned: Mapping[str, Mapping[str, float]]
    most_apart: float

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
    return Floors(told["required"], told["pinned"], told["most_apart"])


def measure(name: str, annotated: Path = ANNOTATED) -> Measured:
    """Return the figures of a set of documents as they are read now; the seed is one of dev."""
    folder = annotated / ("dev" if name == SEED else name)
    documents = read_documents(folder / "docs.jsonl")
    if name == SEED:
        documents = {SEED: documents[SEED]}
    figures = count_figures(evaluate_documents(folder / "gold", documents))
    return Measured(
        figures.facts.f1,
        figures.roles.f1,
        figures.modality_accuracy,
        figures.cited.wrong_spans if figures.cited else 0,
    )


def find_breaches(measured: Mapping[str, Measured], floors: Floors) -> Iterator[str]:
    """Yield a line for each floor that is not reached."""
    for name, figures in measured.items():
        if figures.wrong_spans:
            yield f"{name}: {figures.wrong_spans} passages do not quote their text"
        for figure, floor in floors.of(name).items():
            value = asdict(figures)[figure]
            if value < floor:
                yield f"{name}: {figure} is {value:.4f}, below its floor {floor:.4f}"
    apart = abs(measured["dev"].fact_f1 - measured["train"].fact_f1)
    if apart > floors.most_apart:
        yield f"dev and train: fact_f1 {apart:.4f} apart, more than {floors.most_apart:.4f}"


def pin_floors(measured: Mapping[str, Measured], file: Path = FLOORS) -> None:
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
    measured = {}
    for name in SETS:
        measured[name] = measure(name)
        shown = ", ".join(
            f"{figure} {value:.4g}" for figure, value in asdict(measured[name]).items()
        )
        sys.stdout.write(f"{name}: {shown}\n")
    if options.pin:
        pin_floors(measured)
    breaches = list(find_breaches(measured, read_floors()))
    sys.stderr.writelines(f"quality: {line}\n" for line in breaches)
    return int(bool(breaches))


if __name__ == "__main__":
    sys.exit(main())
