"""Learn the weights of grammar/evidence.toml from annotated cables.

    train_evidence.py                      as the weights of the grammar are learnt (`make weights`): from dev, twice,
                                           the rounds up to 87, the decisions and what was written
    train_evidence.py FOLDER...            each FOLDER holds gold.jsonl and text/<id>.txt; one named twice counts twice
    train_evidence.py --decisions FOLDER   also learns from tests/gold/decisions.jsonl (see benchmarks/decisions.py)
    train_evidence.py --written FOLDER...  also learns from the examples beside the grammar and tests/gold/written
    train_evidence.py --folds 8            also prints what the weights reach on cables they were not learnt from

A candidate counts as right where one of its acts matches a gold action as the scorer has it (Dice of at least 0.5);
one that only shares words with a gold action, and one on which annotators may differ ("optional"), teach nothing.
Logistic regression with an L2 penalty: the same cables give the same weights.
"""

import argparse
import json
import math
import random
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import decisions
import numpy as np
import rounds
from attrs import evolve
from rounds import matches, same_act, spot, words
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from directives.context.weigh import weights as current_weights
from directives.examination import examine
from directives.reading import read_path, read_text

ROOT = Path(__file__).resolve().parent.parent
DEV = rounds.SHARED / "gold/dev"
LAST_LEARNT = 87  # later rounds are kept apart: they tell how good the weights are
WRITTEN = ROOT / "tests/gold/written"
LEAST = 3
HEADER = "Farrant to Ashdown\n\nCablegram 204 KESTREL BAY, 12 August 1941\n\nSECRET\n\n"
# What is observed of a cable as a whole, and of a sentence's place in it.
OF_CABLE = re.compile(
    r"the cable |sent from |sender's office |in the \w+ third of the cable|the last sentence|a short cable|direction "
)
# How much a candidate in what was written for this counts beside one of an archive: by cross-validation.
OF_WRITTEN = 0.25
FEWEST = 50  # candidates of a form that tell how much an act can weigh


class Sample(NamedTuple):
    """A candidate: what is observed of its cue and of its act, its label, how many directives it makes, its form, and
    how much it counts."""

    cue: list
    act: list
    label: bool | None
    directives: int
    form: str
    weight: float = 1.0


def gold_actions(record, text):
    """(words of the action, optional) of each gold directive."""
    last = 0
    for d in record["directives"]:
        sentence = spot(d["sentence"], text, last, len(text)) or spot(d["sentence"], text, 0, len(text))
        if sentence:
            last = sentence[0]
            action = spot(d["action"], text, *sentence)
            if action:
                yield words(text, *action), d.get("optional", False)


def label_of(drafts, text, gold):
    """True where an act of a candidate is a gold action that is not optional, None where one only touches one."""
    acts = [words(text, *draft.candidate.sentence.span(draft.first, draft.last)) for draft in drafts]
    touched = [(act, action, optional) for act in acts for action, optional in gold if same_act(act, action)]
    right = any(matches(act, action) and not optional for act, action, optional in touched)
    return True if right else None if touched else False


def samples_of(text, record, cables, weight=1.0):
    """A Sample of every candidate of an annotated text; the label is True, False or None for optional."""
    gold = list(gold_actions(record, text))
    found = []

    def decide(drafts, cue, act):
        label = label_of(drafts, text, gold)
        found.append(Sample(cue, act, label, len(drafts), drafts[0].candidate.cue.form, weight))
        return None if label is not False else "no gold directive"

    examine_issued(cables, decide)
    return found


def examine_issued(cables, decide):
    """Ask about every candidate of what cables themselves issue."""
    for cable in cables:
        examine(evolve(cable, paragraphs=tuple(p for p in cable.paragraphs if p.status == "issued")), decide)


def samples_of_decisions():
    """A Sample of each candidate of further cables that annotators were asked about, cable by cable.

    A candidate that nobody was asked about teaches nothing; it is kept where the weights had kept it then, so that what
    is observed of the others is as it was.
    """
    for text, asked in decisions.cables():
        found = []

        def decide(drafts, cue, act, text=text, asked=asked, found=found):
            label, kept = decisions.answer(asked, [d.candidate.sentence.span(d.first, d.last) for d in drafts], text)
            found.append(Sample(cue, act, label, len(drafts), drafts[0].candidate.cue.form))
            return None if kept else "no directive"

        examine_issued(read_text(text), decide)
        yield found


def written_sentences():
    """Text, actions and form of each sentence written for this: the examples beside the grammar, and pairs of one form
    of which one is a directive (tests/gold/written), where the form is not said."""
    for path in sorted((ROOT / "grammar/forms").glob("*.examples.toml")):
        beside = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in [*beside.get("example", []), *beside.get("near_miss", [])]:
            yield case["text"], [directive["action"] for directive in case.get("directive", [])], case["form"]
    for line in (WRITTEN / "sentences.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record["text"], record["actions"], None


def samples_of_written_cables():
    """A Sample of each candidate in whole cables written for this."""
    for line in (WRITTEN / "cables.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield from samples_of(record["text"], record, read_text(record["text"]), OF_WRITTEN)


def samples_of_sentences(right):
    """A Sample of each candidate in sentences that stand in no cable.

    What is observed of a cable as a whole is lent by those of the `right` Samples, in a fixed order, one by one.
    """
    lenders = [[o for o in s.cue if OF_CABLE.match(o)] for s in right]
    random.Random(0).shuffle(lenders)
    found = []
    for sentence, actions, form in written_sentences():
        text = f"{HEADER}{sentence}\n"
        gold = [words(text, *spot(action, text, len(HEADER), len(text))) for action in actions]

        def decide(drafts, cue, act, text=text, gold=gold, form=form):
            mine = drafts[0].candidate.cue.form
            if form is not None and not gold and mine != form:
                return None  # a near miss of one form may be a directive of another
            label = label_of(drafts, text, [(action, False) for action in gold])
            cue = [*(o for o in cue if not OF_CABLE.search(o)), *lenders[len(found) % len(lenders)]]
            act = [o for o in act if not OF_CABLE.search(o)]
            found.append(Sample(cue, act, label, len(drafts), mine, 1.0 if form is not None else OF_WRITTEN))
            return None if label is not False else "no directive"

        examine_issued(read_text(text), decide)
    return found


def learn(samples, penalty):
    """bias and weights: logistic loss with an L2 penalty at its least, over observations that occur often enough."""
    taught = [([*s.cue, *s.act], s.label, s.weight) for s in samples if s.label is not None]
    counts = Counter(o for observations, _, _ in taught for o in observations)
    index = {o: n for n, o in enumerate(sorted(o for o, n in counts.items() if n >= LEAST))}
    places = [[index[o] for o in observations if o in index] for observations, _, _ in taught]
    ends = np.cumsum([0, *map(len, places)])
    x = csr_matrix((np.ones(ends[-1]), np.concatenate(places), ends), shape=(len(taught), len(index)))
    sign = np.array([1.0 if label else -1.0 for _, label, _ in taught])
    counting = np.array([weight for _, _, weight in taught])

    def loss(w):
        margin = sign * (x @ w[:-1] + w[-1])
        slope = -sign * counting / (1 + np.exp(np.clip(margin, -30, 30)))
        value = (counting * np.logaddexp(0, -margin)).sum() + 0.5 * penalty * (w[:-1] @ w[:-1])
        return value, np.append(x.T @ slope + penalty * w[:-1], slope.sum())

    w = minimize(loss, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return float(w[-1]), {o: float(w[n]) for o, n in index.items()}


def reached(samples, bias, of, threshold):
    """Right, kept, and all right ones at a threshold; optional ones are free."""
    kept = [
        s.label
        for s in samples
        if s.label is not None and bias + sum(of.get(o, 0) for o in (*s.cue, *s.act)) >= threshold
    ]
    return sum(1 for label in kept if label), len(kept), sum(1 for s in samples if s.label)


def most_of_act(samples, of):
    """The most that what is observed of an act adds up to, by form; "" stands for the forms that are too seldom."""
    sums = {}
    for s in samples:
        sums.setdefault(s.form, []).append(sum(of.get(o, 0) for o in s.act))
    most = {form: math.ceil(max(found) * 100) / 100 for form, found in sorted(sums.items()) if len(found) >= FEWEST}
    return {"": max(math.ceil(max(found) * 100) / 100 for found in sums.values()), **most}


def cross_validated(documents, further, folds, penalty):
    """Lines that say how well candidates of held-out cables are decided, at several thresholds."""
    order = list(range(len(documents)))
    random.Random(0).shuffle(order)
    totals = {t: [0, 0, 0] for t in (-1.0, -0.5, 0.0, 0.5)}
    for fold in range(folds):
        held = set(order[fold::folds])
        seen = [s for n, d in enumerate(documents) if n not in held for s in d]
        bias, of = learn([*seen, *further], penalty)
        test = [s for n in sorted(held) for s in documents[n]]
        for t, total in totals.items():
            for place, value in enumerate(reached(test, bias, of, t)):
                total[place] += value
    return [
        f"threshold {t:+.1f}: precision {right / max(1, kept):.3f}"
        f" recall of candidates {right / max(1, all_right):.3f} F1 {2 * right / max(1, kept + all_right):.3f}"
        for t, (right, kept, all_right) in totals.items()
    ]


def cables_of(folder):
    """The samples of each annotated cable in a folder with gold.jsonl and text/."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        path = folder / "text" / f"{record['id']}.txt"
        yield samples_of(path.read_text(encoding="utf-8"), record, read_path(path))


def kept_folders(work):
    """What the weights of the grammar are learnt from: dev, twice, and rounds to LAST_LEARNT, unpacked in `work`."""
    for number in range(1, LAST_LEARNT + 1):
        if (rounds.ROUNDS / f"round-{number:02d}.jsonl").exists():
            rounds.unpack(number, work / f"{number:02d}")
    return [DEV, DEV, *sorted(work.iterdir())]


def toml_lines(counts, bias, weights, most, arguments):
    """The lines of grammar/evidence.toml."""
    return [
        "# Weights of the evidence, in log-odds; written by benchmarks/train_evidence.py.",
        f"# Learnt from {counts}, with a penalty of {arguments.penalty:g}.",
        "",
        f"bias = {bias:.2f}",
        f"threshold = {arguments.threshold:.2f}  # forms that leave it open",
        f"threshold_sure = {arguments.threshold_sure:.2f}  # forms whose wording alone binds",
        "",
        "[weights]",
        *(f"{json.dumps(o)} = {w}" for o, w in weights.items()),
        "",
        "# The most that what is observed of an act added up to, by form: an act is read only where it may decide.",
        "[most_of_act]",
        *(f"{json.dumps(form)} = {value}" for form, value in most.items()),
    ]


def main():
    """Entry point."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--decisions", action="store_true")
    parser.add_argument("--written", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--penalty", type=float, default=4.0)
    parser.add_argument("--threshold", type=float, default=-0.2)
    parser.add_argument("--threshold-sure", type=float, default=-0.4)
    arguments = parser.parse_args()
    kept = not arguments.folders
    with TemporaryDirectory() as work:
        folders = arguments.folders or kept_folders(Path(work))
        documents = [cable for folder in folders for cable in cables_of(folder)]
    everything = [s for d in documents for s in d]
    decided = [s for d in samples_of_decisions() for s in d] if arguments.decisions or kept else []
    written = []
    if arguments.written or kept:
        written = [*samples_of_sentences([s for s in everything if s.label]), *samples_of_written_cables()]
    again = sorted({folder.name for n, folder in enumerate(folders) if folder in folders[:n]})
    twice = f" (those of {', '.join(again)} counted twice)" if again else ""
    counts = (
        f"{len(documents)} annotated cables{twice} with"
        f" {len(everything)} candidates, {sum(s.label is not None for s in decided)} decisions on candidates of others,"
        f" and {len(written)} candidates of what was written for it"
    )
    print(counts, file=sys.stderr)
    further = [*decided, *written]
    if arguments.folds:
        print(*cross_validated(documents, further, arguments.folds, arguments.penalty), sep="\n", file=sys.stderr)
    bias, of = learn([*everything, *further], arguments.penalty)
    rounded = {o: round(w, 2) for o, w in sorted(of.items()) if abs(w) >= 0.015 and not math.isnan(w)}
    lines = toml_lines(counts, bias, rounded, most_of_act([*everything, *further], rounded), arguments)
    (ROOT / "grammar" / "evidence.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    current_weights.cache_clear()
    return 0


if __name__ == "__main__":
    sys.exit(main())
