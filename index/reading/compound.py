"""Compound file (OLE2, as .doc is) -> the bytes of a stream at its top level ([MS-CFB])."""

import struct
from collections.abc import Iterator
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY: Final = 128
"""Bytes of a directory entry."""
LAST_SECTOR: Final = 0xFFFFFFFA
"""Sector numbers above this one are marks: end of chain, free, FAT."""
NONE: Final = 0xFFFFFFFF


class Damaged(ValueError):
    """The container contradicts itself or ends too early."""


class Compound:
    """A compound file held in memory; chains that loop or leave the file are refused."""

    def __init__(self, data: bytes) -> None:
        """Read the tables of a file.

        Raises:
            Damaged: it is no compound file, or its tables are broken.
        """
        if len(data) < 512 or not data.startswith(MAGIC):
            raise Damaged
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small_shift != 6:
            raise Damaged
        self._size, self._small_size = 1 << shift, 1 << small_shift
        directory, _, self._cutoff, small_fat = struct.unpack_from("<4I", data, 48)
        self._fat = self._numbers(self._fat_sectors())
        self._directory = self._chain(directory, self._fat)
        self._small_fat = (
            self._numbers(self._sectors(small_fat, self._fat)) if small_fat <= LAST_SECTOR else []
        )
        start, size = struct.unpack_from("<II", self._directory, 116)
        self._small = self._chain(start, self._fat)[:size] if start <= LAST_SECTOR else b""

    def stream(self, name: str) -> bytes | None:
        """The bytes of a stream beside the root; None where there is none of that name.

        Raises:
            Damaged: its chain of sectors is broken.
        """
        for place in self._top():
            entry = self._directory[place * ENTRY : (place + 1) * ENTRY]
            if _name(entry) == name and entry[66] == 2:
                start, size = struct.unpack_from("<II", entry, 116)
                if size < self._cutoff:
                    return self._small_chain(start)[:size]
                return self._chain(start, self._fat)[:size]
        return None

    def _top(self) -> Iterator[int]:
        """Places of the root's own entries; an embedded object's streams are not among them."""
        count = len(self._directory) // ENTRY
        waiting, seen = [struct.unpack_from("<I", self._directory, 76)[0]], set[int]()
        while waiting:
            place = waiting.pop()
            if place == NONE:
                continue
            if place >= count or place in seen:
                raise Damaged
            seen.add(place)
            waiting += struct.unpack_from("<II", self._directory, place * ENTRY + 68)
            yield place

    def _fat_sectors(self) -> list[int]:
        listed = list(struct.unpack_from("<109I", self._data, 76))
        more = struct.unpack_from("<I", self._data, 68)[0]
        seen: set[int] = set()
        while more <= LAST_SECTOR:
            if more in seen:
                raise Damaged
            seen.add(more)
            numbers = struct.unpack(f"<{self._size // 4}I", self._sector(more))
            listed += numbers[:-1]
            more = numbers[-1]
        return [sector for sector in listed if sector <= LAST_SECTOR]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        found = self._data[start : start + self._size]
        if len(found) < self._size:
            if not found:
                raise Damaged
            found += bytes(self._size - len(found))  # writers leave the last sector short
        return found

    def _numbers(self, sectors: list[int]) -> list[int]:
        data = b"".join(map(self._sector, sectors))
        return list(struct.unpack(f"<{len(data) // 4}I", data))

    def _sectors(self, start: int, table: list[int]) -> list[int]:
        found: list[int] = []
        at = start
        while at <= LAST_SECTOR:
            if at >= len(table) or len(found) > len(table):
                raise Damaged
            found.append(at)
            at = table[at]
        return found

    def _chain(self, start: int, table: list[int]) -> bytes:
        return b"".join(map(self._sector, self._sectors(start, table)))

    def _small_chain(self, start: int) -> bytes:
        size = self._small_size
        return b"".join(
            self._small[at * size : (at + 1) * size] for at in self._sectors(start, self._small_fat)
        )


def _name(entry: bytes) -> str:
    length = max(0, struct.unpack_from("<H", entry, 64)[0] - 2)
    return entry[: min(length, 62)].decode("utf-16-le", "replace")
