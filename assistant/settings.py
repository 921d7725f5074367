"""What a user may set, read once: environment ZHIBI_*, then zhibi.toml in the data folder."""

import os
import tomllib
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from index.errors import ShelfError

FILE = "zhibi.toml"
PREFIX = "ZHIBI_"


class Settings(BaseSettings):
    """Every setting, its type and default. ``docs/settings.md`` lists each; unknown ones are refused."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data: Path = Field(default_factory=lambda: user_data_path("zhibi", appauthor=False))
    """Folder that holds the shelf and the drafts."""
    language: Literal["auto", "zh", "en"] = "auto"
    """Language of sentences in the terminal; the interface follows the browser unless this is set."""
    model: str = "none"
    """``none``, ``openai:NAME`` (any OpenAI-compatible server) or ``ollama:NAME``."""
    base_url: str = ""
    """Address of the model's server, e.g. ``http://127.0.0.1:8000/v1``."""
    api_key: SecretStr = SecretStr("")
    """Key for that server; never shown, never logged."""
    deadline_s: float = Field(default=120.0, gt=0, le=3600)
    """Seconds after which a model's reply is cut off and kept as incomplete."""
    embedder: str = "default"
    """``default`` (shipped, works offline), ``hashed``, ``static:FOLDER``, ``st:NAME_OR_FOLDER``
    (sentence-transformers), ``openai:MODEL`` or ``ollama:MODEL`` (at ``base_url``)."""
    reranker: str = ""
    """Folder of a sentence-transformers cross-encoder that orders what is found; empty for none."""
    address: str = "127.0.0.1"
    """Address the interface listens on; only loopback addresses are accepted."""
    port: int = Field(default=8501, ge=1, le=65535)
    """Port of the interface."""


def open_settings(data: Path | None = None, **given: object) -> Settings:
    """Read the settings; what is ``given`` wins over the environment, that over the file.

    Raises:
        ShelfError: ``setting_unknown``, ``setting_wrong`` or ``settings_file_broken``.
    """
    _refuse_unknown_environment()
    folder = data or Path(os.environ.get(PREFIX + "DATA") or user_data_path("zhibi", appauthor=False))
    chosen = {name: value for name, value in given.items() if value is not None}
    from_file = {
        name: value for name, value in _file(folder / FILE).items() if PREFIX + name.upper() not in os.environ
    }
    try:
        return Settings(**(from_file | chosen | {"data": folder.expanduser()}))  # type: ignore[arg-type]
    except ValidationError as error:
        raise _wrong(error) from None


def _refuse_unknown_environment() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for name in os.environ:
        if name.startswith(PREFIX) and name not in known:
            raise ShelfError("setting_unknown", key=name, allowed=", ".join(sorted(known)))


def _file(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except NotADirectoryError:
        raise ShelfError("folder_unusable", folder=path.parent) from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ShelfError("settings_file_broken", file=path, detail=error) from None


def _wrong(error: ValidationError) -> ShelfError:
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return ShelfError("setting_unknown", key=key, allowed=", ".join(sorted(Settings.model_fields)))
    return ShelfError("setting_wrong", key=key, value=first.get("input"), detail=first["msg"])
