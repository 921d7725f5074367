"""Query vector -> exactly nearest passages, by comparing it with every allowed one.

Holds the vectors of the whole shelf in memory as one byte a dimension (115 MB for 450,000 passages of
256 dimensions). It gives every candidate its exact score, answers filtered queries, and stands in for
the vector store while that is closed or being healed.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors
from index.types import Role

ROLES: tuple[Role, ...] = ("opening", "work", "problems", "next", "closing")
BLOCK = 65_536  # rows turned into floats at a time: 64 MB at 256 dimensions


def pack(vectors: Vectors) -> bytes:
    """Vectors as bytes: for each row a float32 scale, then for each row its int8 codes.

    ``unpack(pack(v))`` differs from ``v`` by at most ``max|v| / 254`` in any place of a row.
    """
    scales = (np.abs(vectors).max(axis=1, initial=0.0) / 127.0).astype("<f4")
    safe = np.where(scales > 0, scales, 1.0)[:, None]
    codes = np.rint(vectors / safe).astype(np.int8)
    return bytes(scales.tobytes() + codes.tobytes())


def unpack(packed: bytes, dim: int) -> Vectors:
    """Vectors of shape ``(n, dim)`` as ``pack`` wrote them."""
    codes, scales = _parts(packed, dim)
    return codes.astype(np.float32) * scales[:, None]


def _parts(packed: bytes, dim: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    rows = len(packed) // (4 + dim)
    scales = np.frombuffer(packed, "<f4", rows).astype(np.float32)
    return np.frombuffer(packed, np.int8, rows * dim, offset=4 * rows).reshape(rows, dim), scales


@dataclass(frozen=True, slots=True)
class _Table:
    """Columns of equal length, ordered by passage number."""

    numbers: NDArray[np.int64]
    reports: NDArray[np.int64]
    roles: NDArray[np.int8]
    codes: NDArray[np.int8]
    scales: NDArray[np.float32]

    def rows(self, keep: NDArray[np.bool_] | NDArray[np.int64]) -> "_Table":
        return _Table(
            self.numbers[keep], self.reports[keep], self.roles[keep], self.codes[keep], self.scales[keep]
        )


@dataclass(frozen=True, slots=True)
class Packed:
    """The passages of one report with their packed vectors, in the same order."""

    report: int
    numbers: Sequence[int]
    roles: Sequence[str]
    vectors: bytes


class Scan:
    """The vectors of all ready passages. Searching needs no lock: a change replaces the table whole."""

    def __init__(self, dim: int) -> None:
        self.dim = dim
        self._writing = threading.Lock()
        self._table = _table([], dim)

    def __len__(self) -> int:
        return len(self._table.numbers)

    def extend(self, reports: Iterable[Packed]) -> None:
        """Add reports that are not in it."""
        with self._writing:
            added = _table(reports, self.dim)
            parts = (self._table, added)
            joined = _Table(
                np.concatenate([part.numbers for part in parts]),
                np.concatenate([part.reports for part in parts]),
                np.concatenate([part.roles for part in parts]),
                np.concatenate([part.codes for part in parts]),
                np.concatenate([part.scales for part in parts]),
            )
            if np.any(np.diff(joined.numbers) < 0):  # a report stored earlier became ready later
                joined = joined.rows(np.argsort(joined.numbers, kind="stable"))
            self._table = joined

    def drop(self, report: int) -> None:
        """Take a report out; nothing happens when it is not in."""
        with self._writing:
            self._table = self._table.rows(self._table.reports != report)

    def nearest(
        self, query: NDArray[np.float32], k: int, reports: Iterable[int] | None = None, role: str = ""
    ) -> dict[int, float]:
        """The ``k`` passages nearest to ``query`` with their cosine, best first.

        Args:
            query: A vector of L2 norm 1.
            k: How many at most.
            reports: Numbers of the reports to look in; None for all.
            role: Only passages of this role; empty for all.
        """
        table = self._table
        keep = np.ones(len(table.numbers), bool)
        if reports is not None:
            keep &= np.isin(table.reports, np.fromiter(reports, np.int64))
        if role:
            keep &= table.roles == _role(role)
        if not keep.all():
            table = table.rows(keep)
        scores = _cosines(table, query)
        best = np.lexsort((table.numbers, -scores))[:k] if len(scores) <= 4 * k else _top(scores, k)
        return {int(table.numbers[i]): float(scores[i]) for i in best}

    def scores(self, query: NDArray[np.float32], numbers: Sequence[int]) -> dict[int, float]:
        """Exact cosine of each of these passages; one that is not in it is left out."""
        table = self._table
        wanted = np.asarray(sorted(set(numbers)), np.int64)
        places = np.searchsorted(table.numbers, wanted)
        places = places[places < len(table.numbers)]
        table = table.rows(places[np.isin(table.numbers[places], wanted)])
        return dict(zip(table.numbers.tolist(), _cosines(table, query).tolist(), strict=True))


def _table(reports: Iterable[Packed], dim: int) -> _Table:
    numbers: list[int] = []
    owners: list[int] = []
    roles: list[int] = []
    codes = [np.zeros((0, dim), np.int8)]
    scales = [np.zeros(0, np.float32)]
    for report in reports:
        numbers.extend(report.numbers)
        owners.extend([report.report] * len(report.numbers))
        roles.extend(_role(role) for role in report.roles)
        of_report = _parts(report.vectors, dim)
        codes.append(of_report[0])
        scales.append(of_report[1])
    return _Table(
        np.asarray(numbers, np.int64),
        np.asarray(owners, np.int64),
        np.asarray(roles, np.int8),
        np.concatenate(codes),
        np.concatenate(scales),
    )


def _role(role: str) -> int:
    return next((place for place, known in enumerate(ROLES) if known == role), -1)


def _cosines(table: _Table, query: NDArray[np.float32]) -> NDArray[np.float32]:
    scores = np.empty(len(table.scales), np.float32)
    for start in range(0, len(scores), BLOCK):
        block = slice(start, start + BLOCK)
        scores[block] = table.codes[block].astype(np.float32) @ query
    return scores * table.scales


def _top(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    best = np.argpartition(-scores, k)[:k]
    return best[np.lexsort((best, -scores[best]))]
