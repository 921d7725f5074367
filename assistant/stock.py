"""assistant/phrases/*.toml -> Zhibi's own wording: facets, verbs, roles, attitudes. Read once."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=32)
def stock(name: str) -> dict[str, Any]:
    """The table ``assistant/phrases/{name}.toml``; the caller must not change it."""
    text = files("assistant").joinpath("phrases", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=64)
def words(name: str, key: str) -> tuple[str, ...]:
    """A table's entry of words parted by blanks, longest first; none if the entry is absent."""
    return tuple(sorted(set(stock(name).get(key, "").split()), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=64)
def phrases(role: str, key: str) -> tuple[str, ...]:
    """A role's phrases of one kind, in the order of ``roles.toml``; none if it has none."""
    return tuple(stock("roles").get(role, {}).get(key, ()))
