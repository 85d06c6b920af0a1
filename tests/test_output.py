"""The output as analysts open it: pandas, polars and DuckDB read the folder of a run and see the same tables."""

import json
import subprocess
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parents[1]
PROBABILITIES = ["p_hawkish", "p_conciliatory", "p_conditional", "p_negative", "p_neutral", "p_positive"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of one run over the samples and the bad samples: exit code 3, finished with rejects."""
    folder = tmp_path_factory.mktemp("run") / "out"
    command = [ROOT / "bin" / "stance", "run", "--quiet", "--out", folder, "datasets/samples", "datasets/badsamples"]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == 3
    return folder


@pytest.mark.parametrize("table", ["mentions", "actors", "articles", "rejects"])
def test_three_readers_agree(out: Path, table: str) -> None:
    frame = pd.read_parquet(out / table)
    assert len(frame) > 0
    other = pl.read_parquet(out / table / "**/*.parquet", hive_partitioning=True)
    assert (other.height, set(other.columns)) == (len(frame), set(frame.columns))
    count = duckdb.sql(f"select count(*) from read_parquet('{out / table}/**/*.parquet', hive_partitioning=true)").fetchall()
    assert count == [(len(frame),)]


def test_offsets_are_code_points_of_the_articles_text(out: Path) -> None:
    mentions, articles = pd.read_parquet(out / "mentions"), pd.read_parquet(out / "articles")
    texts = articles.set_index("article_id").text
    for row in mentions.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.mention
        assert row.implied == (row.mention == "")
        assert row.mention in row.sentence


def test_scores_are_probabilities_and_decisions_shared_by_an_actors_mentions(out: Path) -> None:
    mentions = pd.read_parquet(out / "mentions")
    assert mentions[PROBABILITIES].min().min() >= 0
    assert mentions[PROBABILITIES].max().max() <= 1
    assert (mentions[["p_negative", "p_neutral", "p_positive"]].sum(axis=1) - 1).abs().max() < 1e-5
    assert set(mentions.sentiment) <= {"negative", "neutral", "positive"}
    shared = mentions.groupby(["article_id", "sentence_index", "actor_id"])[[*PROBABILITIES, "hawkish"]].nunique()
    assert shared.max().max() == 1


def test_counts_agree_between_tables(out: Path) -> None:
    mentions, actors, articles = (pd.read_parquet(out / t) for t in ("mentions", "actors", "articles"))
    assert articles.article_id.is_unique
    counted = mentions.groupby("article_id").size().reindex(articles.article_id, fill_value=0)
    assert (counted.to_numpy() == articles.mentions.to_numpy()).all()
    known = mentions[~mentions.actor_id.str.startswith("pronoun:")]  # of others nobody knows whether they are one actor
    assert actors.mentions.sum() == len(known)
    assert (articles.sentences > 0).all()


def test_run_record_and_metadata(out: Path) -> None:
    records = [json.loads(p.read_text()) for p in (out / "_runs").glob("*.json")]
    assert len(records) >= 1
    for path in out.glob("mentions/date=*/*.parquet"):
        metadata = pq.read_schema(path).metadata
        assert {b"stance.schema_version", b"stance.model", b"stance.program"} <= set(metadata)
