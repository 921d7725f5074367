"""Keys -> the words of the screens, in the reader's language."""

import tomllib
from functools import cache
from pathlib import Path
from string import Template
from typing import Literal

Language = Literal["zh", "en"]


@cache
def words() -> dict[str, dict[str, str]]:
    """The one table of strings: key -> language -> text."""
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))


def word(key: str, language: Language, **values: object) -> str:
    """The text of ``key``; ``$name`` places are filled, values stand as they are."""
    return Template(words()[key][language]).safe_substitute({k: str(v) for k, v in values.items()})
