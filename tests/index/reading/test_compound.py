"""Compound files are built byte by byte in olefile.py."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading.compound import Compound, Damaged
from tests.index.reading.olefile import compound


def test_large_and_small_streams_come_back_as_they_went_in():
    large, small = bytes(range(256)) * 40, b"small" * 30
    file = Compound(compound(Large=large, Small=small, Empty=b""))
    assert file.stream("Large") == large
    assert file.stream("Small") == small
    assert file.stream("Empty") == b""
    assert file.stream("None") is None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + bytes(600), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_other_bytes_are_refused(data):
    with pytest.raises(Damaged):
        Compound(data)


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_and_never_loops(at, noise):
    data = bytearray(compound(Large=bytes(5000), Small=b"x" * 100))
    data[at : at + len(noise)] = noise
    try:
        Compound(bytes(data)).stream("Large")
    except (Damaged, Exception) as error:
        assert type(error).__name__ in ("Damaged", "error")
