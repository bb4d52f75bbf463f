"""Texts without annotations in; grammar/lexicon/word_classes.toml out: words grouped by the company they keep.

    word_classes.py [SOURCE]    SOURCE is by default the corpus beside this checkout, one cable a line with its "text"

Two things are told of a word. Its class: words before and behind it are counted, weighed by how much oftener they stand
there than by chance (PPMI), brought to few dimensions and parted into classes by k-means. And how often it stands in
what is asked of an addressee as against elsewhere: of a verb, after "please" and "you should" as against "they will";
of a noun, as the thing asked for ("grateful for your views"). The same texts give the same file.
"""

import argparse
import gzip
import json
import math
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import svds

from directives.language.lexicon import lexicon

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/corpus/dafp.jsonl.gz"
OUT = ROOT / "grammar/lexicon/word_classes.toml"
WORD = re.compile(r"[a-z]+(?:[-'’][a-z]+)*|[.,;:?!]")
LEAST, MOST_WORDS, NEIGHBOURS, DIMENSIONS, CLASSES, ROUNDS = 25, 9000, 4000, 60, 100, 15
SEEDS_AMONG = 3000  # the most frequent words, from which the first middles of the classes are drawn
LEAST_COUNTED = 8
LEAST_NAMED = 100

ASKED_TO = re.compile(
    r"\b(?:please|you should|you will|you may|kindly|you could|you must|grateful if you (?:would|could)"
    r"|glad if you (?:would|could)|like you to|you to)\s+(?:\w+ly\s+)?([a-z]+)"
)
OTHERS_DO = re.compile(
    r"\b(?:he|they|it|government|we|which|there|who|japan|states|kingdom)"
    r" (?:will|would|could|may|might|should|must|can)\s+(?:\w+ly\s+)?([a-z]+)"
)
ASKED_FOR = re.compile(
    r"\b(?:grateful for|glad to have|appreciate|welcome|let me have|would like"
    r"|please (?:send|telegraph|cable|forward|obtain|supply|furnish|advise|give))\s+"
    r"(?:(?:your|any|the|a|an|early|further|full|urgent|such|immediate|some|comments|available|details|most)\s+)*([a-z]+)"
)


def classes_of(texts):
    """The words of each class, the most frequent first."""
    count = Counter(word for words in texts for word in words)
    known = [w for w, n in count.most_common() if n >= LEAST and w[0].isalpha()][:MOST_WORDS]
    rows = {w: n for n, w in enumerate(known)}
    columns = {w: n for n, (w, _) in enumerate(count.most_common(NEIGHBOURS))}
    row = np.concatenate([[rows.get(w, -1) for w in words] for words in texts])
    column = np.concatenate([[columns.get(w, -1) for w in words] for words in texts])
    table = csr_matrix((len(known), 4 * len(columns)))
    for side, off in enumerate((-2, -1, 1, 2)):
        word, beside = (row[:-off], column[off:]) if off > 0 else (row[-off:], column[:off])
        both = (word >= 0) & (beside >= 0)
        at = (word[both], beside[both] + side * len(columns))
        table += csr_matrix((np.ones(both.sum()), at), shape=table.shape)
    of_word = np.asarray(table.sum(1)).ravel()
    chance = np.asarray(table.sum(0)).ravel() ** 0.75
    table = table.tocoo()
    weight = np.log(table.data / (of_word[table.row] * (chance / chance.sum())[table.col] + 1e-9)).clip(0)
    u, s, _ = svds(csr_matrix((weight, (table.row, table.col)), shape=table.shape), k=DIMENSIONS, random_state=0)
    points = _unit(u * np.sqrt(s))
    middles = points[np.random.default_rng(0).choice(min(SEEDS_AMONG, len(known)), CLASSES, replace=False)]
    for _ in range(ROUNDS):
        nearest = (points @ middles.T).argmax(1)
        middles = _unit(
            np.array([points[nearest == k].mean(0) if (nearest == k).any() else middles[k] for k in range(CLASSES)])
        )
    return [words for k in range(CLASSES) if (words := [w for w, n in rows.items() if nearest[n] == k])]


def _unit(vectors):
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def degrees(there, elsewhere, least):
    """Words by how much oftener they stand there than by chance, in steps of e from -3 to 3."""
    share = there.total() / (there.total() + elsewhere.total())
    found = {}
    for word in sorted(there.keys() | elsewhere.keys()):
        n, both = there[word], there[word] + elsewhere[word]
        if both >= least and len(word) > 1:
            step = round(math.log((n + 1) / (share * both + 1)))
            found.setdefault(max(-3, min(3, step)), []).append(word)
    return found


def _steps(found):
    """A line for each step but the one that says nothing."""
    return [f'"{step:+d}" = {_listed(group)}' for step, group in sorted(found.items()) if step]


def _listed(group):
    """Words as a literal string of TOML, which is read much faster than a basic one."""
    return f"'''{' '.join(group)}'''"


def main():
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=CORPUS)
    with gzip.open(parser.parse_args().source, "rt", encoding="utf-8") as lines:
        texts = [" ".join((json.loads(line)["text"] or "").lower().split()) for line in lines]
    forms = lexicon().verb_forms
    asked, others, wanted, words = Counter(), Counter(), Counter(), Counter()
    for text in texts:
        asked.update(forms.get(w, ("", w))[1] for w in ASKED_TO.findall(text))
        others.update(forms.get(w, ("", w))[1] for w in OTHERS_DO.findall(text))
        wanted.update(ASKED_FOR.findall(text))
        words.update(re.findall(r"[a-z]+", text))
    groups = classes_of([WORD.findall(text) for text in texts])
    lines = ["# Words by the company they keep in texts without annotations; written by benchmarks/word_classes.py."]
    lines += ["", "# Named by their three most frequent words.", "[classes]"]
    lines += [f'"{", ".join(group[:3])}" = {_listed(sorted(group))}' for group in groups]
    lines += ["", "# Verbs, by how much oftener addressees are asked to do them than others do.", "[asked_to]"]
    lines += _steps(degrees(asked, others, LEAST_COUNTED))
    lines += ["", "# Nouns, by how much oftener they are asked for than named at all.", "[asked_for]"]
    lines += _steps(degrees(wanted, words, LEAST_NAMED))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
