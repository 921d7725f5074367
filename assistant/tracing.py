"""Versions of a draft -> what each changed against the one before it.

len(after) == len(before) + added - removed          up to blanks between sentences
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.differing import Change, changes
from assistant.saved import Version


@dataclass(frozen=True, slots=True)
class Step:
    """A version with what it changed."""

    version: Version
    added: int
    """Characters that the version before did not have there."""
    removed: int
    """Characters of the version before that are gone."""
    first: Change | None
    """The first sentence that differs; None where no sentence does."""


def steps(versions: Sequence[Version]) -> tuple[Step, ...]:
    """What each version changed, newest first as they come; the oldest is all new."""
    older = [*(version.text for version in versions[1:]), ""][: len(versions)]
    return tuple(
        Step(version, *_changed(before, version.text))
        for version, before in zip(versions, older, strict=True)
    )


@lru_cache(maxsize=128)
def _changed(before: str, after: str) -> tuple[int, int, Change | None]:
    differing = [one for one in changes(before, after) if one.kind != "kept"]
    counts = [_counts(one) for one in differing]
    return sum(new for new, _ in counts), sum(old for _, old in counts), next(iter(differing), None)


def _counts(change: Change) -> tuple[int, int]:
    """(characters added, characters removed) in a sentence; one that moved has neither."""
    if change.kind == "moved":
        return 0, 0
    if not change.runs:
        return len(change.after), len(change.before)
    new = [run for run in change.runs if not run.kept]
    return sum(len(run.after) for run in new), sum(len(run.before) for run in new)
