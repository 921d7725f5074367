"""Outlines of real documents against hand-labelled ones: positions and levels, none of their words."""

import importlib.util
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ROLES = {"opening", "work", "problems", "next", "closing"}
LABELS = ROOT / "tests" / "data" / "outlines.json"


def benchmark():
    spec = importlib.util.spec_from_file_location("outlines", ROOT / "benchmarks" / "outlines.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_labels_hold_positions_and_marks_and_no_text():
    rows = json.loads(LABELS.read_text("utf-8"))
    assert len(rows) >= 40
    for row in rows:
        starts = [start for start, *_ in row["marks"]]
        assert starts == sorted(set(starts))
        assert all(role in ROLES and len(digest) == 8 for _, role, digest in row.get("roles", []))
        for _, level, mark, digest in row["marks"]:
            assert 1 <= level <= 5
            assert len(mark) <= 6
            assert len(digest) == 8
            int(digest, 16)


@pytest.mark.real
@pytest.mark.parametrize("half", ["dev", "unseen", "last"])
def test_headings_are_found_at_their_level_98_times_in_100(half):
    if not (SHARED / "library").is_dir():
        pytest.skip("the real reports are not beside the checkout")
    marks = missed = added = 0
    for _, _, count, lost, extra in benchmark().measured(half):
        marks, missed, added = marks + count, missed + len(lost), added + len(extra)
    assert marks > 400
    right = marks - missed
    assert right / marks >= 0.98
    assert right / (right + added) >= 0.98


@pytest.mark.real
def test_problems_and_next_steps_are_told_95_times_in_100():
    if not (SHARED / "library").is_dir():
        pytest.skip("the real reports are not beside the checkout")
    counts = benchmark().role_counts()
    for role in ("problems", "next"):
        assert counts[role]["labelled"] > 40
        assert counts[role]["right"] / max(counts[role]["labelled"], counts[role]["given"]) >= 0.95
