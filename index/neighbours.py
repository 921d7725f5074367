"""Report about to be stored -> the report on the shelf that it nearly equals, by kept signatures."""

from dataclasses import dataclass

import numpy as np

from index.database import Transaction
from index.resemblance import Signature, bands, likeness, share

NEARLY = 60
"""Percent of a report that must stand in another for the writer to be told."""
MET, COMPARED = 40, 3
"""Reports whose signatures, and then whose texts, are compared at most."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A report that another nearly equals."""

    number: int
    share: int
    """How much of the other stands in it, in percent."""


def pack(signed: Signature) -> bytes:
    """A signature as it is stored."""
    return signed.astype("<u4").tobytes()


def keep(t: Transaction, number: int, packed: bytes) -> None:
    """Keep a report's signature, in place of a former one."""
    t.write("DELETE FROM signatures WHERE report = :n", n=number)
    t.write("DELETE FROM bands WHERE report = :n", n=number)
    if packed:
        t.write("INSERT INTO signatures (report, packed) VALUES (:n, :packed)", n=number, packed=packed)
        found = sorted(set(bands(np.frombuffer(packed, "<u4"))))
        t.write_many(
            "INSERT INTO bands (band, report) VALUES (:band, :report)",
            [{"band": band, "report": number} for band in found],
        )


def nearest(t: Transaction, packed: bytes, text: str, without: int = 0) -> Neighbour | None:
    """The report on the shelf in which most of a text stands, if that is much of it.

    Args:
        t: Where to look.
        packed: The text's signature.
        text: The text.
        without: Number of the report that is the text's own.
    """
    signed = np.frombuffer(packed, "<u4").astype(np.uint32)
    best: Neighbour | None = None
    for number in _candidates(t, signed, without):
        other = t.read("SELECT text FROM reports WHERE number = :n", n=number)[0][0]
        common = round(100 * share(text, other))
        if common >= NEARLY and (best is None or common > best.share):
            best = Neighbour(number, common)
    return best


def _candidates(t: Transaction, signed: Signature, without: int) -> list[int]:
    """Reports with a band in common, those with the likest signatures first."""
    wanted = bands(signed)
    if not wanted:
        return []
    rows = t.read(
        "SELECT s.report, s.packed FROM signatures s JOIN (SELECT report, COUNT(*) AS met FROM bands"
        " WHERE band IN :bands AND report <> :without"
        " GROUP BY report ORDER BY met DESC, report LIMIT :most) b"
        " ON b.report = s.report",
        bands=wanted, without=without, most=MET,
    )  # fmt: skip
    like = [(-likeness(signed, np.frombuffer(packed, "<u4").astype(np.uint32)), int(n)) for n, packed in rows]
    return [number for _, number in sorted(like)[:COMPARED]]


def tell(t: Transaction, number: int, neighbour: Neighbour | None) -> None:
    """Keep with a report which one it nearly equals."""
    t.write(
        "UPDATE reports SET like_report = :like, like_share = :share WHERE number = :n",
        n=number,
        like=neighbour.number if neighbour else None,
        share=neighbour.share if neighbour else 0,
    )
