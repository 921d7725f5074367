"""Settings -> where a model is reached, and where facts go."""

import os

from assistant.models import ModelSettings
from assistant.settings import Settings

OPENAI = "https://api.openai.com/v1"
OLLAMA = "http://127.0.0.1:11434"


def destination(settings: Settings, model: str = "") -> str:
    """Where facts are sent when a draft is asked for; empty when they stay on this machine."""
    name = model or settings.model
    if name == "none":
        return ""
    if name.startswith("ollama:"):
        return settings.base_url or os.environ.get("OLLAMA_HOST", "") or OLLAMA
    return settings.base_url or OPENAI


def model_settings(settings: Settings, name: str | None = None) -> ModelSettings:
    """How the configured model is reached; ``name`` overrides which."""
    return ModelSettings(
        name=name or settings.model,
        base_url=settings.base_url,
        api_key=settings.api_key.get_secret_value(),
        deadline_s=settings.deadline_s,
    )
