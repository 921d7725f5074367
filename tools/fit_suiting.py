"""Finds the weights by which facts are put under headings, and tells how good they are on sheets not seen.

python tools/fit_suiting.py [--write]

Multinomial logit with a little ridge over the sheets of tests/data/placed.toml: the headings of a fact's part
of the report and *none* are the choices, those that a writer accepts the right ones. Measured sheet by sheet
with weights from the others; sheets of one body (``education``, ``education-clean``) are left out together.
Every sheet helped to choose words of assistant/phrases/kinds.toml, so that this measures the weights alone;
docs/results.d/whole-reports.md tells how sheets fared before any word was chosen after them.
"""

import argparse
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.confining import topic_of
from assistant.distributing import choices
from assistant.nearing import Near
from assistant.plan import parse
from assistant.service import Assistant
from assistant.settings import open_settings
from assistant.suiting import FEATURES, LEVELLED, Table, suit
from assistant.types import Fact

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "assistant" / "phrases" / "suiting.toml"
RIDGE = 1.0
ROUNDS, RATE = 1500, 0.05
CHOSEN = ("homing", "kind")
"""Features of words that were chosen after these sheets: each fact is shown a second time without them,
as the facts of a trade are of which the tables know nothing."""
PRIOR = {"rare": 1.0, "run": 1.0}
"""Weights that the ridge pulls to, 0 for the rest: a word of one heading alone says more than these show."""
BOUNDS = (0.0, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)


@dataclass(slots=True)
class Case:
    """A fact: where it stands whatever the weights say, or the features of its choices, ``none`` last."""

    sheet: str
    accepted: tuple[str, ...]
    fixed: str | None
    names: tuple[str, ...] = ()
    x: Table | None = None

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which choices a writer accepts."""
        return np.array([name in self.accepted for name in self.names])


def cases(near: Near) -> list[Case]:
    """Every fact of the sheets but for those kept unseen."""
    told = tomllib.loads((ROOT / "tests" / "data" / "placed.toml").read_text("utf-8"))["sheet"]
    return [case for sheet in told if not sheet.get("unseen") for case in _of_sheet(sheet, near)]


def _of_sheet(sheet: dict[str, Any], near: Near) -> list[Case]:
    plan = parse(sheet["plan"])
    leaves = [leaf for leaf in plan.leaves() if leaf.level]
    texts = [row[0] for row in sheet["facts"]]
    held = suit(texts, leaves, plan, np.asarray(near(texts, [leaf.text for leaf in leaves])))
    topic, found = topic_of(plan), []
    for text, accepted, rows in zip(texts, (row[1] for row in sheet["facts"]), held, strict=True):
        fit, _ = choices(Fact("F1", text), leaves, plan, topic)
        case = Case(sheet["name"], tuple(accepted.split("|")), None)
        if len(fit) < 2:
            case.fixed = leaves[fit[0]].text if fit else ""
        else:
            level = [FEATURES.index(name) for name in LEVELLED]
            x = rows[fit]
            x[:, level] -= x[:, level].mean(axis=0)
            x = np.hstack([x, np.zeros((len(fit), 1))])
            case.x = np.vstack([x, np.append(np.zeros(len(FEATURES)), 1.0)])
            case.names = (*(leaves[place].text for place in fit), "")
        found.append(case)
    return found


def fitted(some: list[Case]) -> Table:
    """Weights and, last, the score of *none*: gradient descent with Adam (Kingma and Ba, ICLR 2015)."""
    held = [case for case in some if case.x is not None and case.right.any()]
    most = max(len(case.names) for case in held)
    x = np.zeros((len(held), most, len(FEATURES) + 1))
    there, right = np.zeros((2, len(held), most), bool)
    for row, case in enumerate(held):
        size = len(case.names)
        x[row, :size], there[row, :size], right[row, :size] = case.x, True, case.right
    bare = x.copy()
    bare[:, :, [FEATURES.index(name) for name in CHOSEN]] = 0
    x, there, right = np.vstack([x, bare]), np.vstack([there, there]), np.vstack([right, right])
    prior = np.array([*(PRIOR.get(name, 0.0) for name in FEATURES), 0.0])
    weights = prior.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        score = np.where(there, x @ weights, -np.inf)
        odds = np.exp(score - score.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        wanted = odds * right
        wanted /= wanted.sum(axis=1, keepdims=True) + 1e-12
        slope = np.einsum("nc,nck->k", odds - wanted, x) + RIDGE * (weights - prior)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return weights


def judged(some: list[Case], weights: Table, bound: float) -> NDArray[np.int_]:
    """(right, wrong, left out, rightly or not entered)."""
    found = np.zeros(4, int)
    for case in some:
        place = case.fixed if case.x is None else _best(case, weights, bound)
        other = 2 if place == "" else 3 if case.accepted == ("",) else 1
        found[0 if place in case.accepted else other] += 1
    return found


def _best(case: Case, weights: Table, bound: float) -> str:
    assert case.x is not None
    score = case.x @ weights
    odds = np.exp(score - score.max())
    odds /= odds.sum()
    best = int(odds[:-1].argmax())
    return case.names[best] if odds[best] >= bound else ""


def main() -> None:
    """Measure, then write."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--write", action="store_true")
    asked = told.parse_args()
    with tempfile.TemporaryDirectory() as folder, Assistant(open_settings(Path(folder))) as assistant:
        assistant.add_bundled()
        held = cases(assistant.reports._near)
    counts = {bound: np.zeros(4, int) for bound in BOUNDS}
    for body in dict.fromkeys(case.sheet.split("-")[0] for case in held):
        inside = [case for case in held if case.sheet.split("-")[0] == body]
        weights = fitted([case for case in held if case.sheet.split("-")[0] != body])
        for bound in BOUNDS:
            counts[bound] += judged(inside, weights, bound)
    for bound in BOUNDS:
        print(bound, "right, wrong, left out, intruders:", *counts[bound])
    weights = fitted(held)
    print(dict(zip((*FEATURES, "none"), weights.round(2).tolist(), strict=True)))
    if asked.write:
        write(weights)


def write(weights: Table) -> None:
    """Keep the weights; the bound stays as it is."""
    head, _, _ = KEPT.read_text("utf-8").partition("[weight]")
    lines = [line for line in head.splitlines() if line and not line.startswith("none")]
    rows = [f"{name} = {value:.3f}" for name, value in zip(FEATURES, weights, strict=False)]
    KEPT.write_text("\n".join([*lines, f"none = {weights[-1]:.3f}", "", "[weight]", *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
