import pytest

from assistant.settings import open_settings
from index.errors import ShelfError


def test_nothing_set_means_no_model_and_loopback(tmp_path):
    settings = open_settings(tmp_path)
    assert (settings.model, settings.address, settings.data) == ("none", "127.0.0.1", tmp_path)


def test_an_unknown_setting_in_the_file_is_refused_by_name(tmp_path):
    (tmp_path / "zhibi.toml").write_text('modle = "openai:x"\n')
    with pytest.raises(ShelfError) as caught:
        open_settings(tmp_path)
    assert caught.value.code == "setting_unknown"
    assert dict(caught.value.values)["key"] == "modle"


def test_an_unknown_setting_in_the_environment_is_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIBI_MODLE", "openai:x")
    with pytest.raises(ShelfError) as caught:
        open_settings(tmp_path)
    assert dict(caught.value.values)["key"] == "ZHIBI_MODLE"


def test_a_wrong_value_names_the_setting(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIBI_PORT", "eighty")
    with pytest.raises(ShelfError) as caught:
        open_settings(tmp_path)
    assert (caught.value.code, dict(caught.value.values)["key"]) == ("setting_wrong", "port")


def test_a_broken_settings_file_is_told_not_thrown(tmp_path):
    (tmp_path / "zhibi.toml").write_text("model = \n")
    with pytest.raises(ShelfError) as caught:
        open_settings(tmp_path)
    assert caught.value.code == "settings_file_broken"


def test_the_environment_wins_over_the_file_and_the_call_over_both(tmp_path, monkeypatch):
    (tmp_path / "zhibi.toml").write_text('\ufeffmodel = "openai:file"\nport = 9000\n', encoding="utf-8")
    monkeypatch.setenv("ZHIBI_MODEL", "openai:environment")
    assert open_settings(tmp_path).model == "openai:environment"
    assert open_settings(tmp_path, model="openai:call").model == "openai:call"
    assert open_settings(tmp_path).port == 9000


def test_a_key_is_never_printed(tmp_path, monkeypatch):
    monkeypatch.setenv("ZHIBI_API_KEY", "sk-CANARY")
    assert "CANARY" not in repr(open_settings(tmp_path))
