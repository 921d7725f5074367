"""Where facts go: nowhere unless a model is set."""

from assistant.addressing import destination, model_settings
from assistant.settings import Settings


def test_facts_stay_here_unless_a_model_is_set():
    assert destination(Settings()) == ""
    assert destination(Settings(model="openai:gpt-x")) == "https://api.openai.com/v1"
    assert destination(Settings(model="openai:x", base_url="http://10.0.0.5/v1")) == "http://10.0.0.5/v1"
    assert destination(Settings(model="ollama:qwen")).startswith("http")


def test_a_named_model_is_asked_instead_of_the_one_that_is_set():
    settings = Settings(model="openai:x", deadline_s=9)
    assert model_settings(settings).name == "openai:x"
    assert (model_settings(settings, "ollama:y").name, model_settings(settings).deadline_s) == ("ollama:y", 9)
