"""Builds compound files and old Word files byte by byte, after [MS-CFB] and [MS-DOC]."""

import struct

FREE, END, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF
SECTOR = 512


def padded(data, size=SECTOR):
    return data + bytes(-len(data) % size)


def entry(name, kind, start, size, left=NONE, right=NONE, child=NONE):
    code = name.encode("utf-16-le")
    head = code + bytes(64 - len(code)) + struct.pack("<HBB", len(code) + 2, kind, 1)
    return head + struct.pack("<3I", left, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def compound(**streams):
    """A compound file of the given streams; small ones lie in the small stream, as they must."""
    body, fat, entries, small, small_fat = b"", [], [], b"", []

    def put(data):
        nonlocal body
        start, count = len(fat), max(1, -(-len(data) // SECTOR))
        body += padded(data) or bytes(SECTOR)
        fat.extend([*range(start + 1, start + count), END])
        return start

    names = list(streams)
    for place, name in enumerate(names):
        data = streams[name]
        right = place + 2 if place + 1 < len(names) else NONE
        if len(data) >= 4096:
            entries.append(entry(name, 2, put(data), len(data), right=right))
        else:
            start, count = len(small_fat), max(1, -(-len(data) // 64))
            small += padded(data, 64) or bytes(64)
            small_fat += [*range(start + 1, start + count), END]
            entries.append(entry(name, 2, start, len(data), right=right))
    root = entry("Root Entry", 5, put(small) if small else END, len(small), child=1)
    directory = put(padded(root + b"".join(entries)))
    tables = padded(struct.pack(f"<{len(small_fat)}I", *small_fat)) if small_fat else b""
    tables += struct.pack("<I", FREE) * ((-len(small_fat) % 128) if small_fat else 0)
    minis = put(tables[: len(tables) - len(tables) % SECTOR]) if small_fat else END
    place = len(fat)
    fat += [0xFFFFFFFD]
    body += struct.pack("<128I", *fat, *[FREE] * (128 - len(fat)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(6) + struct.pack("<9I", 0, 1, directory, 0, 4096, minis, 1, END, 0)
    return head + struct.pack("<109I", place, *[FREE] * 108) + body


def word(body, notes="", heads="", narrow="", flags=0, version=0xC1, kind=0xA5EC):
    """A .doc: two pieces of 16-bit text, and one of 8-bit text at the end when ``narrow`` is given."""
    text = body + narrow + notes + heads
    wide = text.encode("utf-16-le")
    start = 1024
    stream = bytearray(padded(bytes(start) + wide + narrow.encode("cp1252"), 4096))
    struct.pack_into("<HH", stream, 0, kind, version)
    struct.pack_into("<H", stream, 0x0A, flags)
    struct.pack_into("<3I", stream, 0x4C, len(body + narrow), len(notes), len(heads))
    at = len(body) // 2
    cuts = [0, at, len(body), len(body + narrow), len(text)]
    wheres = [start, start + 2 * at, (start + len(wide)) * 2 | 0x40000000, start + 2 * len(body + narrow)]
    plc = struct.pack("<5I", *cuts) + b"".join(struct.pack("<HIH", 0, where, 0) for where in wheres)
    clx = b"\x01" + struct.pack("<H", 2) + b"\x00\x00" + b"\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", stream, 0x01A2, 16, len(clx))
    table = bytes(16) + clx
    return compound(WordDocument=bytes(stream), **{"1Table" if flags & 0x200 else "0Table": table})
