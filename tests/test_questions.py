"""The questions of docs/questions.md, each asked by its command on official documents."""

from __future__ import annotations

import csv
import gzip
import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tradegraph.cli import program

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCHEDULE = SHARED / "data" / "hts_chapter99_2026_rev6.txt.gz"
OFFICIAL = SHARED / "corpus" / "official.jsonl"
ASKED = SHARED / "eval" / "questions_dev.csv"
NEEDED = {
    "rc-0d0dfd8baffa",
    "rc-1268c4f73460",
    "rc-50a6f4312ca4",
    "rc-52b806980b9b",
    "rc-83c11062973b",
    "rc-896cb5ac9524",
    "rc-a2ae25f97fe6",
    "rc-aadbbb35407d",
    "rc-e087ec61da34",
}
"""The orders and statements that answer the questions, besides the schedule and the seed."""
RIVAL = {
    "id": "tracker",
    "date": "2025-06-20",
    "title": "How Washington and Beijing stepped back",
    "publisher": "Trade Notes",
    "text": "How Washington and Beijing stepped back\n\nOn April 14, 2025, the United States "
    "suspended its reciprocal tariff on China after talks in Geneva.\n",
}
ROW = re.compile(r"\| (?P<question>.+\?) \| `tradegraph (?P<command>.+)` \| (?P<found>.+) \|")
ROWS = list(ROW.finditer((ROOT / "docs" / "questions.md").read_text("utf-8")))

needs_documents = pytest.mark.skipif(
    not OFFICIAL.is_file(), reason="needs the official documents beside the checkout"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the schedule, the orders, the seed article, and an article that errs."""
    folder = tmp_path_factory.mktemp("questions")
    documents = folder / "documents.jsonl"
    lines = OFFICIAL.read_text("utf-8").splitlines()
    chosen = [line for line in lines if json.loads(line)["id"] in NEEDED]
    assert len(chosen) == len(NEEDED)
    documents.write_text("\n".join([*chosen, json.dumps(RIVAL)]) + "\n", "utf-8")
    schedule = folder / "chapter99.txt"
    schedule.write_bytes(gzip.decompress(SCHEDULE.read_bytes()))
    sources = [str(each) for each in (documents, schedule, *sorted((ROOT / "seeds").glob("*.txt")))]
    done = CliRunner().invoke(
        program, ["--store", str(folder / "store"), "build", *sources, "-o", str(folder / "g.ttl")]
    )
    assert done.exit_code == 0, done.output
    return folder / "store"


@needs_documents
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["question"])
def test_a_question_is_answered_by_its_command(row: re.Match[str], store: Path) -> None:
    command = shlex.split(row["command"])
    done = CliRunner().invoke(program, ["--store", str(store), *command, "-f", "csv"])
    assert done.exit_code in (0, 1), done.output
    missing = [each for each in row["found"].split("; ") if each not in done.stdout]
    assert not missing, done.stdout[:2000]


@needs_documents
def test_the_highest_rate_comes_first(store: Path) -> None:
    command = next(row["command"] for row in ROWS if "highest" in row["question"])
    done = CliRunner().invoke(program, ["--store", str(store), *shlex.split(command), "-f", "csv"])
    assert done.stdout.splitlines()[1].startswith("country-specific reciprocal tariffs: Lesotho")


def test_every_question_has_a_command() -> None:
    if not ASKED.is_file():
        pytest.skip("needs the questions beside the checkout")
    with ASKED.open(encoding="utf-8") as file:
        assert len(ROWS) >= len(list(csv.DictReader(file)))
