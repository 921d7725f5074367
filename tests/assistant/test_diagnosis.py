"""The doctor: what is configured, where facts go, what is missing, in codes that have sentences."""

from assistant.diagnosis import diagnose, diagnose_model
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.telling import sentences
from tests.modelserver import ModelServer


def codes(lines):
    assert all(line.code in sentences() for line in lines)
    return {line.code: line.good for line in lines}


def test_a_fresh_folder_is_sound_and_needs_no_model(tmp_path):
    found = codes(diagnose(Settings(data=tmp_path / "data")))
    assert all(found.values())
    assert {"doctor_data", "doctor_shelf", "doctor_embedder", "doctor_no_model"} <= set(found)


def test_a_folder_in_use_is_told_and_the_rest_still_looked_at(tmp_path):
    settings = Settings(data=tmp_path / "data")
    with Assistant(settings):
        found = codes(diagnose(settings))
    assert False in found.values()
    assert "doctor_no_model" in found


def test_a_server_that_answers_is_named_with_its_models():
    with ModelServer(models=("writer-7b",)) as server:
        lines = diagnose_model(Settings(model="openai:writer-7b", base_url=server.url))
    assert codes(lines)["doctor_model_reached"]
    told = dict(next(line for line in lines if line.code == "doctor_model").values)
    assert told["where"] == server.url
    assert "writer-7b" in str(lines)


def test_a_server_that_does_not_answer_is_a_fault_not_a_crash():
    with ModelServer() as server:
        url = server.url
    assert False in codes(diagnose_model(Settings(model="openai:x", base_url=url))).values()
