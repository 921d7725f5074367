"""Query vector -> nearest passages: signs of all of them compared, the likeliest scored exactly.

Holds the vectors of the whole shelf in memory, one byte a dimension and one bit for its sign (130 MB for
450,000 passages of 256 dimensions). Nothing is trained or built, so adding costs a copy, filters cost
nothing, and the same vectors give the same answer however they came in.
"""

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors
from index.types import Role

ROLES: tuple[Role, ...] = ("opening", "work", "problems", "next", "closing")
BLOCK_CELLS = 262_144
"""Numbers multiplied at a time: they stay in the cache, and OpenBLAS begins no threads below 460,800. With
them a scan of 15 ms took 1,000 on a busy machine."""
SIGNS_AT_ONCE = 32_768
EXACT = 20_000
"""So many passages are all scored exactly; of more only the likeliest."""
LIKELIEST = 16_000
"""Passages scored exactly, those whose signs agree with the query's in most places: recall@10 .999."""
ROOM = 1.5
"""Memory is taken in steps of this factor, so that adding many reports copies few bytes."""

Rows = NDArray[np.int64]


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
class Packed:
    """The passages of one report with their packed vectors, in the same order."""

    report: int
    numbers: Sequence[int]
    roles: Sequence[str]
    vectors: bytes


@dataclass(frozen=True, slots=True)
class _Table:
    """Columns of equal length, ordered by passage number."""

    numbers: NDArray[np.int64]
    reports: NDArray[np.int64]
    roles: NDArray[np.int8]
    scales: NDArray[np.float32]
    codes: NDArray[np.int8]
    """Shape ``(n, dim)``."""
    signs: NDArray[np.uint64]
    """Shape ``(words, n)``: a bit for each dimension, 1 where its code is above 0."""

    def __len__(self) -> int:
        return len(self.numbers)

    def rows(self, keep: NDArray[np.bool_] | Rows | slice) -> "_Table":
        return _Table(
            self.numbers[keep], self.reports[keep], self.roles[keep], self.scales[keep], self.codes[keep],
            self.signs[:, keep],
        )  # fmt: skip

    def put(self, at: int, other: "_Table") -> None:
        """Write rows of another table over those from ``at`` on."""
        place = slice(at, at + len(other))
        self.numbers[place], self.reports[place], self.roles[place] = (
            other.numbers,
            other.reports,
            other.roles,
        )
        self.scales[place], self.codes[place], self.signs[:, place] = other.scales, other.codes, other.signs


class Scan:
    """The vectors of all ready passages. Searching needs no lock: no row that is in is ever changed."""

    def __init__(self, dim: int) -> None:
        self.dim = dim
        self._writing = threading.Lock()
        self._room = self._table = _empty(0, dim)

    def __len__(self) -> int:
        return len(self._table)

    def extend(self, reports: Iterable[Packed]) -> None:
        """Add reports that are not in it."""
        with self._writing:
            added, length = _table(reports, self.dim), len(self._table)
            if length + len(added) > len(self._room):
                self._room = _empty(int((length + len(added)) * ROOM), self.dim)
                self._room.put(0, self._table)
            self._room.put(length, added)
            table = self._room.rows(slice(0, length + len(added)))
            if np.any(np.diff(table.numbers[max(0, length - 1) :]) < 0):
                # a report stored earlier became ready later
                self._room = table = table.rows(np.argsort(table.numbers, kind="stable"))
            self._table = table

    def drop(self, reports: Iterable[int]) -> None:
        """Take reports out; those that are not in it are passed over."""
        with self._writing:
            gone = np.isin(self._table.reports, np.fromiter(reports, np.int64))
            if gone.any():
                self._room = self._table = self._table.rows(~gone)

    def nearest(
        self, query: NDArray[np.float32], k: int, reports: Iterable[int] | None = None, role: str = ""
    ) -> dict[int, float]:
        """About the ``k`` passages nearest to ``query`` with their exact cosine, best first.

        They are exactly the nearest where at most ``EXACT`` passages are allowed.

        Args:
            query: A vector of L2 norm 1.
            k: How many at most.
            reports: Numbers of the reports to look in; None for all.
            role: Only passages of this role; empty for all.
        """
        table = self._table
        rows = _allowed(table, reports, role)
        if (len(table) if rows is None else len(rows)) > EXACT:
            rows = _likeliest(table, query, rows, max(LIKELIEST, 20 * k))
        scores = _cosines(table, query, rows)
        best = _top(scores, k)
        numbers = table.numbers[best] if rows is None else table.numbers[rows[best]]
        return dict(zip(numbers.tolist(), scores[best].tolist(), strict=True))

    def scores(self, query: NDArray[np.float32], numbers: Sequence[int]) -> dict[int, float]:
        """Exact cosine of each of these passages; one that is not in it is left out."""
        table = self._table
        wanted = np.asarray(sorted(set(numbers)), np.int64)
        rows = np.searchsorted(table.numbers, wanted)
        rows = rows[rows < len(table)]
        rows = rows[np.isin(table.numbers[rows], wanted)]
        return dict(zip(table.numbers[rows].tolist(), _cosines(table, query, rows).tolist(), strict=True))

    def leaders(self, scores: Mapping[int, float], most: int) -> Vectors:
        """Vectors of the first passage of each report among these, ``most`` at most, as long as it scores.

        Args:
            scores: By passage number, best first.
            most: How many.
        """
        table = self._table
        wanted = np.fromiter(scores, np.int64)
        rows = np.searchsorted(table.numbers, wanted)
        inside = rows < len(table)
        inside[inside] = table.numbers[rows[inside]] == wanted[inside]
        rows, lengths = rows[inside], np.fromiter(scores.values(), np.float32)[inside]
        first = np.sort(np.unique(table.reports[rows], return_index=True)[1])[:most]
        rows = rows[first]
        return table.codes[rows].astype(np.float32) * (table.scales[rows] * lengths[first])[:, None]


def _empty(rows: int, dim: int) -> _Table:
    return _Table(
        np.empty(rows, np.int64), np.empty(rows, np.int64), np.empty(rows, np.int8),
        np.empty(rows, np.float32), np.empty((rows, dim), np.int8),
        np.empty((-(-dim // 64), rows), np.uint64),
    )  # fmt: skip


def _table(reports: Iterable[Packed], dim: int) -> _Table:
    numbers: list[int] = []
    owners: list[int] = []
    roles: list[int] = []
    codes, scales = [np.zeros((0, dim), np.int8)], [np.zeros(0, np.float32)]
    for report in reports:
        numbers.extend(report.numbers)
        owners.extend([report.report] * len(report.numbers))
        roles.extend(_role(role) for role in report.roles)
        of_report = _parts(report.vectors, dim)
        codes.append(of_report[0])
        scales.append(of_report[1])
    joined = np.concatenate(codes)
    return _Table(
        np.asarray(numbers, np.int64), np.asarray(owners, np.int64), np.asarray(roles, np.int8),
        np.concatenate(scales), joined, _signs(joined),
    )  # fmt: skip


def _role(role: str) -> int:
    return next((place for place, known in enumerate(ROLES) if known == role), -1)


def _signs(vectors: NDArray[np.int8] | Vectors) -> NDArray[np.uint64]:
    """Bits of shape ``(words, n)``; places beyond the last dimension are 0 in all of them."""
    bits = np.packbits(vectors > 0, axis=1)
    padded = np.pad(bits, ((0, 0), (0, -bits.shape[1] % 8)))
    return np.ascontiguousarray(np.ascontiguousarray(padded).view(np.uint64).T)


def _allowed(table: _Table, reports: Iterable[int] | None, role: str) -> Rows | None:
    """Places of the rows that the filters leave; None for all."""
    if reports is None and not role:
        return None
    keep = np.ones(len(table), bool)
    if reports is not None:
        among = np.fromiter(reports, np.int64)
        known = np.zeros(max(table.reports.max(initial=0), among.max(initial=0)) + 1, bool)
        known[among] = True
        keep &= known[table.reports]
    if role:
        keep &= table.roles == _role(role)
    return np.flatnonzero(keep)


def _likeliest(table: _Table, query: NDArray[np.float32], rows: Rows | None, least: int) -> Rows:
    """The rows whose signs differ from the query's in fewest places, at least ``least`` of them."""
    own = _signs(query[None])[:, 0]
    differing = np.zeros(len(table), np.uint16)
    for start in range(0, len(table), SIGNS_AT_ONCE):
        part = differing[start : start + SIGNS_AT_ONCE]
        for word, column in zip(own, table.signs, strict=True):
            part += np.bitwise_count(column[start : start + SIGNS_AT_ONCE] ^ word)
    if rows is not None:
        differing = differing[rows]
    most = int(np.searchsorted(np.cumsum(np.bincount(differing)), least))
    near = np.flatnonzero(differing <= most)
    return near if rows is None else rows[near]


def _cosines(table: _Table, query: NDArray[np.float32], rows: Rows | None = None) -> NDArray[np.float32]:
    """Cosines of these rows, or of all."""
    count = len(table) if rows is None else len(rows)
    scores, step = np.empty(count, np.float32), max(1, BLOCK_CELLS // len(query))
    floats = np.empty((min(step, count), len(query)), np.float32)
    for start in range(0, count, step):
        part: slice | Rows = slice(start, start + step) if rows is None else rows[start : start + step]
        codes = table.codes[part]
        np.copyto(floats[: len(codes)], codes)
        scores[start : start + step] = floats[: len(codes)] @ query
    scores *= table.scales if rows is None else table.scales[rows]
    return scores


def _top(scores: NDArray[np.float32], k: int) -> Rows:
    """Places of the ``k`` highest scores, or of all, highest first, of equal ones the first."""
    if k < len(scores):
        least = np.partition(scores, len(scores) - k)[len(scores) - k] if k > 0 else np.inf
        among = np.flatnonzero(scores >= least)
    else:
        among = np.arange(len(scores))
    return among[np.argsort(-scores[among], kind="stable")][: max(k, 0)]
