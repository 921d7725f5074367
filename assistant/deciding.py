"""A file of decisions (JSON or TOML) -> what the writer wants of each stale place of an old report.

Either by number, ``{"3": "keep", "4": "drop", "7": {"fill": "15次"}}``, or the list of places that
``zhibi roll --json`` gives, with ``what`` and ``put`` as the writer set them.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from assistant.rolling import Choice, Stale, What
from index.errors import ShelfError

CHOICES = ("fill", "keep", "drop")


def decisions(words: str, rows: Sequence[Stale]) -> dict[int, Choice]:
    """Choices by place in ``rows``, counted from 0; a place that is not named gets what is proposed.

    Args:
        words: The text of the file.
        rows: The places, as ``rolling.roll`` gives them.

    Raises:
        ShelfError: ``roll_file`` for what is no such file, ``roll_choice`` for a place or a choice that
            there is not, ``roll_moved`` when the words of a place are others than the file says.
    """
    chosen: dict[int, Choice] = {}
    for number, said, text in _entries(_parsed(words)):
        choice = _choice(number, said)
        place = int(number) - 1 if number.isdecimal() else -1
        if said == "fill" and 0 <= place < len(rows):
            choice = Choice("fill", rows[place].put)
        if not 0 <= place < len(rows):
            raise ShelfError("roll_choice", number=number[:20], choice=choice.what)
        if text is not None and text != rows[place].text:
            raise ShelfError("roll_moved", number=number, text=text[:30], found=rows[place].text[:30])
        chosen[place] = choice
    return chosen


def _parsed(words: str) -> object:
    try:
        return json.loads(words)
    except ValueError:
        pass
    try:
        return tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise ShelfError("roll_file", detail=str(error)[:80]) from error


def _entries(parsed: object) -> Iterator[tuple[str, object, str | None]]:
    """(number, what is said of it, the words it should stand at) for each place of a file."""
    if isinstance(parsed, Mapping) and not isinstance(parsed.get("places"), list):
        yield from ((str(number), said, None) for number, said in parsed.items())
        return
    places = parsed["places"] if isinstance(parsed, Mapping) else parsed
    if not isinstance(places, list):
        raise ShelfError("roll_file", detail=type(parsed).__name__)
    for row in places:
        if not isinstance(row, Mapping) or "number" not in row:
            raise ShelfError("roll_file", detail="number")
        text = row.get("text")
        yield str(row["number"]), row, text if isinstance(text, str) else None


def _choice(number: str, said: object) -> Choice:
    """``"keep"``, ``"drop"``, ``"fill"``, ``{"fill": TEXT}`` or ``{"what": …, "put": …}``."""
    what, put = said, ""
    if isinstance(said, Mapping):
        what = "fill" if "fill" in said else said.get("what")
        put = said.get("fill", said.get("put", ""))
    if what not in CHOICES or not isinstance(put, str):
        raise ShelfError("roll_choice", number=number[:20], choice=str(what)[:20])
    return Choice(cast(What, what), put.strip() if what == "fill" else "")
