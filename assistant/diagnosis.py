"""Settings -> what is configured, where facts would be sent, what is missing."""

from dataclasses import dataclass

from assistant.models import detect_ollama, list_models
from assistant.service import Assistant, destination, model_settings
from assistant.settings import Settings
from index.errors import ShelfError


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of the doctor's report: a code and values for ``telling.tell``."""

    good: bool
    code: str
    values: tuple[tuple[str, str], ...] = ()


def diagnose(settings: Settings) -> list[Diagnosis]:
    """Look at data folder, shelf, embedder and model. Asks the network only for a configured server."""
    return [*_folder(settings), *diagnose_model(settings)]


def _folder(settings: Settings) -> list[Diagnosis]:
    try:
        with Assistant(settings) as assistant:
            cards = assistant.shelf.reports()
            passages = sum(card.passages for card in cards)
            return [
                Diagnosis(True, "doctor_data", (("folder", str(settings.data)),)),
                Diagnosis(True, "doctor_shelf", (("reports", str(len(cards))), ("passages", str(passages)))),
                Diagnosis(True, "doctor_embedder", (("name", settings.embedder),)),
            ]
    except ShelfError as error:
        return [Diagnosis(False, error.code, error.values)]


def diagnose_model(settings: Settings) -> list[Diagnosis]:
    """The model that is configured, whether its server answers, and Ollama if it runs here."""
    found = detect_ollama()
    ollama = (
        Diagnosis(True, "doctor_ollama", (("models", ", ".join(found)),))
        if found
        else Diagnosis(True, "doctor_no_ollama")
    )
    if settings.model == "none":
        return [Diagnosis(True, "doctor_no_model"), ollama]
    where = (("name", settings.model), ("where", destination(settings)))
    return [Diagnosis(True, "doctor_model", where), _reached(settings), ollama]


def _reached(settings: Settings) -> Diagnosis:
    try:
        names = list_models(model_settings(settings))
    except ShelfError as error:
        return Diagnosis(False, error.code, error.values)
    return Diagnosis(True, "doctor_model_reached", (("models", ", ".join(names) or "—"),))
