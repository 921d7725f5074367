import os
import socket
import threading
import time

import pytest

from assistant.models import CODES, ModelError, ModelSettings, detect_ollama, list_models, stream
from assistant.telling import sentences, tell
from tests.modelserver import ModelServer, Reply

ASKED = (("system", "只写正文。"), ("user", "F1｜开会3次"))
TEXT = "一是抓学习。开会3次。[F1]"
KEY = "sk-CANARY-0123456789"
BOTH = pytest.mark.parametrize("provider", ["openai", "ollama"])


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("assistant.models.PAUSE_S", 0.02)
    for name in (
        "OLLAMA_HOST",
        "OPENAI_API_KEY",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
    ):
        monkeypatch.delenv(name, raising=False)


def settings(server, provider="openai", deadline_s=5.0, **more):
    address = server.url if provider == "openai" else f"http://{server.host}"
    return ModelSettings(f"{provider}:test-model", address, KEY, deadline_s, **more)


def asked(server, provider="openai", cancel=None, **more):
    """(text that arrived, code of the fault or "")."""
    text = ""
    try:
        for piece in stream(ASKED, settings(server, provider, **more), cancel):
            text += piece
    except ModelError as error:
        assert error.code in CODES
        assert "CANARY" not in repr(error) + str(error.values) + tell(error.code, error.values)
        return text, error.code
    return text, ""


@BOTH
def test_a_reply_comes_piece_by_piece_and_the_messages_go_out_as_they_are(provider):
    with ModelServer(Reply(TEXT)) as server:
        pieces = list(stream(ASKED, settings(server, provider)))
    assert "".join(pieces) == TEXT
    assert len(pieces) > 3
    sent = server.requests[0]
    assert [(m["role"], m["content"]) for m in sent["messages"]] == list(ASKED)
    assert (sent["model"], sent["stream"]) == ("test-model", True)
    assert not sent.get("tools") and "functions" not in sent


@BOTH
@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "model_refused"), (401, "model_refused_key"), (402, "model_unpaid"), (403, "model_refused_key"),
        (404, "model_unknown"), (413, "model_too_much"), (422, "model_refused"), (429, "model_busy"),
        (500, "model_failed"), (502, "model_failed"), (503, "model_busy"),
    ],
)  # fmt: skip
def test_a_status_is_told_by_its_code_and_tried_once_more_at_most(provider, status, code):
    with ModelServer(Reply(mode="status", status=status, headers={"Retry-After": "3600"})) as server:
        assert asked(server, provider) == ("", code)
        assert len(server.requests) <= 2


@BOTH
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_never_followed(provider, status):
    with ModelServer(Reply(TEXT)) as canary:
        away = {"Location": f"{canary.url}/chat/completions"}
        with ModelServer(Reply(mode="redirect", status=status, headers=away)) as server:
            assert asked(server, provider) == ("", "model_moved")
        assert canary.paths == []


@BOTH
@pytest.mark.parametrize(
    ("mode", "code"),
    [("close", "model_dropped"), ("html", "model_bad_reply"), ("not_json", "model_bad_reply"),
     ("empty_body", "model_bad_reply"), ("packed", "model_bad_reply")],
)  # fmt: skip
def test_what_is_no_reply_is_told(provider, mode, code):
    with ModelServer(Reply(TEXT, mode=mode)) as server:
        assert asked(server, provider) == ("", code)


@BOTH
@pytest.mark.parametrize(
    "mode", ["cut", "no_finish", "length", "bad_json_in_stream", "error_in_stream", "bad_utf8", "wrong_types"]
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_reply_that_breaks_off_is_kept_and_told_incomplete(provider, mode):
    with ModelServer(Reply(TEXT, mode=mode)) as server:
        assert asked(server, provider) == (TEXT, "model_cut_off")


@pytest.mark.parametrize("mode", ["no_choices", "null_content"])
def test_an_empty_piece_harms_nothing(mode):
    with ModelServer(Reply(TEXT, mode=mode)) as server:
        assert asked(server) == (TEXT, "")


@BOTH
@pytest.mark.parametrize("mode", ["hang", "stall", "drip"])
def test_a_server_that_is_too_slow_is_left_at_the_deadline(provider, mode):
    with ModelServer(Reply("开会3次。", mode=mode, pause=0.05)) as server:
        start = time.monotonic()
        text, code = asked(server, provider, deadline_s=0.4)
        assert code == "model_timeout"
        assert time.monotonic() - start < 15
        assert bool(text) == (mode != "hang")


@BOTH
@pytest.mark.parametrize("mode", ["hang", "stall", "drip"])
def test_no_thread_and_no_connection_is_left_behind(provider, mode):
    with ModelServer(Reply("开会3次。", mode=mode, pause=0.05)) as server:
        asked(server, provider, deadline_s=0.3)
        ends = time.monotonic() + 15
        while time.monotonic() < ends and any(t.name == "zhibi-model" for t in threading.enumerate()):
            time.sleep(0.02)
        assert not any(t.name == "zhibi-model" for t in threading.enumerate())


@BOTH
def test_a_server_that_stops_midway_is_left_before_the_deadline_and_one_that_only_begins_late_is_not(
    provider,
):
    with ModelServer(Reply(TEXT, mode="stall")) as server:
        start = time.monotonic()
        assert asked(server, provider, deadline_s=60, idle_s=0.3) == (TEXT, "model_stalled")
        assert time.monotonic() - start < 15
    with ModelServer(Reply(TEXT, mode="late", pause=0.6)) as server:
        assert asked(server, provider, idle_s=0.3) == (TEXT, "")


@BOTH
def test_an_endless_reply_is_stopped_at_the_limit(provider):
    with ModelServer(Reply(mode="endless")) as server:
        text, code = asked(server, provider, limit=500)
        assert (len(text), code) == (500, "model_too_long")


@BOTH
def test_a_reply_that_goes_in_circles_is_stopped(provider):
    with ModelServer(Reply("加强学习，", mode="repeat")) as server:
        text, code = asked(server, provider)
        assert code == "model_repeats"
        assert len(text) < 500


def test_one_enormous_piece_is_cut_at_the_limit():
    with ModelServer(Reply(mode="huge")) as server:
        text, code = asked(server, limit=1000)
        assert (len(text), code) == (1000, "model_too_long")


@pytest.mark.parametrize("size", [1, 3, 100])
def test_thoughts_are_left_out(size):
    with ModelServer(Reply(f"<think>先想一想F1。</think>\n\n{TEXT}", size=size)) as server:
        assert asked(server)[0].strip() == TEXT


def test_thoughts_in_a_field_of_their_own_are_left_out():
    with ModelServer(Reply(TEXT, reasoning="先想一想。")) as server:
        assert asked(server) == (TEXT, "")


@pytest.mark.parametrize("text", ["", "  \n", "<think>想不出来</think>"])
def test_a_reply_of_nothing_is_told(text):
    with ModelServer(Reply(text)) as server:
        assert asked(server)[1] == "model_empty"


def test_a_busy_server_is_asked_once_more():
    with ModelServer(Reply(mode="status", status=429), Reply(TEXT)) as server:
        assert asked(server) == (TEXT, "")


def test_a_server_that_refuses_our_settings_is_asked_once_more_without_them():
    with ModelServer(Reply(mode="status", status=400), Reply(TEXT)) as server:
        assert asked(server) == (TEXT, "")
        assert "temperature" in server.requests[0] and "temperature" not in server.requests[1]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('{"error": {"message": "Model Not Exist"}}', "model_unknown"),
        ('{"error": {"message": "This model\'s maximum context length is 4096 tokens"}}', "model_too_much"),
    ],
)
def test_a_refusal_that_names_its_reason_is_told_by_it(body, code):
    with ModelServer(Reply(mode="status", status=400, body=body)) as server:
        assert asked(server) == ("", code)


def test_an_account_without_balance_is_not_called_busy():
    body = '{"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}'
    with ModelServer(Reply(mode="status", status=429, body=body)) as server:
        assert asked(server) == ("", "model_unpaid")


@BOTH
def test_once_the_writer_leaves_the_stream_ends_and_so_does_the_request(provider):
    with ModelServer(Reply("开会3次。", mode="drip", pause=0.02)) as server:
        left = threading.Event()
        pieces = []
        for piece in stream(ASKED, settings(server, provider), left.is_set):
            pieces.append(piece)
            left.set()
        assert 1 <= len(pieces) <= 3


def test_a_writer_who_left_before_anything_came_gets_nothing():
    with ModelServer(Reply(mode="hang")) as server:
        start = time.monotonic()
        assert list(stream(ASKED, settings(server, deadline_s=60), lambda: True)) == []
        assert time.monotonic() - start < 15


def test_a_server_that_is_not_there_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        where = f"127.0.0.1:{free.getsockname()[1]}"
    for name, address in (("openai:m", f"http://{where}/v1"), ("ollama:m", f"http://{where}")):
        with pytest.raises(ModelError) as caught:
            list(stream(ASKED, ModelSettings(name, address, "", 3)))
        assert caught.value.code == "model_unreachable"
        assert where in tell(caught.value.code, caught.value.values)


@pytest.mark.parametrize("name", ["none", "", "gpt-4", "openai:", "ollama: ", "anthropic:x", ":x"])
def test_a_model_name_that_cannot_be_read_is_told(name):
    with pytest.raises(ModelError) as caught:
        list(stream(ASKED, ModelSettings(name)))
    assert caught.value.code == "model_name_wrong"


@pytest.mark.parametrize(
    "address", ["ftp://a/v1", "http://", "http://a:x/v1", "http://a b/v1", "file:///etc/passwd"]
)
def test_an_address_that_names_no_server_is_told(address):
    with pytest.raises(ModelError) as caught:
        list(stream(ASKED, ModelSettings("openai:m", address, "k")))
    assert caught.value.code == "model_address_wrong"


def test_openai_without_a_key_is_told_before_anything_is_sent(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with pytest.raises(ModelError) as caught:
        list(stream(ASKED, ModelSettings("openai:m")))
    assert caught.value.code == "model_needs_key"


def test_keys_of_the_environment_never_go_to_another_server(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_ORG_ID", "org-CANARY")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-CANARY")
    with ModelServer(Reply(TEXT)) as server:
        list(stream(ASKED, ModelSettings("openai:m", server.url, "", 5)))
        assert "CANARY" not in str(server.headers)


def test_a_proxy_of_the_environment_never_carries_what_is_for_this_machine(monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "OPENAI_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with ModelServer(Reply(TEXT)) as server:
        assert asked(server) == (TEXT, "")
        assert asked(server, "ollama") == (TEXT, "")
        assert list_models(settings(server)) == ["test-model"]


def test_tracing_is_off_whatever_the_environment_says(monkeypatch):
    with ModelServer(Reply(TEXT)) as canary, ModelServer(Reply(TEXT)) as server:
        for name in (
            "LANGSMITH_TRACING",
            "LANGCHAIN_TRACING_V2",
            "LANGSMITH_TRACING_V2",
            "LANGCHAIN_TRACING",
        ):
            monkeypatch.setenv(name, "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", f"http://{canary.host}")
        monkeypatch.setenv("LANGSMITH_API_KEY", KEY)
        assert asked(server) == (TEXT, "")
        assert os.environ["LANGSMITH_TRACING"] == "false"
        time.sleep(0.3)
        assert canary.paths == []


def test_a_key_is_never_printed_with_the_settings():
    assert KEY not in repr(ModelSettings("openai:m", "", KEY))


@pytest.mark.parametrize("address", ["http://{}", "{}", "http://{}/v1/", "http://{}/v1/chat/completions"])
def test_an_address_is_understood_as_people_write_it(address):
    with ModelServer(Reply(TEXT)) as server:
        assert "".join(stream(ASKED, ModelSettings("openai:m", address.format(server.host), "k", 5))) == TEXT
        assert server.paths == ["/v1/chat/completions"]


def test_ollama_is_given_room_for_the_whole_request():
    with ModelServer(Reply(TEXT)) as server:
        list(stream([("user", "开会3次。" * 4000)], settings(server, "ollama")))
        assert server.requests[0]["options"]["num_ctx"] > 20_000


def test_the_models_of_a_server_are_listed():
    with ModelServer(models=("qwen3:4b", "a\nb", 7)) as server:
        assert list_models(settings(server)) == ["qwen3:4b"]
        assert list_models(settings(server, "ollama")) == ["qwen3:4b"]
        assert server.headers[0]["Authorization"] == f"Bearer {KEY}"


def test_a_server_that_lists_nothing_is_told():
    with ModelServer(Reply(mode="status", status=401)) as server, pytest.raises(ModelError) as caught:
        list_models(settings(server))
    assert caught.value.code == "model_refused_key"
    with ModelServer(Reply(mode="html")) as server, pytest.raises(ModelError) as caught:
        list_models(settings(server))
    assert caught.value.code == "model_bad_reply"


def test_an_ollama_of_this_machine_is_found_and_one_that_is_away_is_not_waited_for(monkeypatch):
    with ModelServer(models=("qwen3:4b",)) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.host)
        assert detect_ollama() == ["qwen3:4b"]
    start = time.monotonic()
    assert detect_ollama() == []
    with ModelServer(Reply(mode="hang")) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.host)
        assert detect_ollama(0.2) == []
    assert time.monotonic() - start < 15


def test_an_ollama_elsewhere_is_never_looked_for(monkeypatch):
    asked_for = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: asked_for.append(host) or [])
    monkeypatch.setenv("OLLAMA_HOST", "http://models.example:11434")
    assert detect_ollama(0.1) == []
    assert "models.example" not in asked_for


def test_every_code_has_its_sentence():
    assert set(sentences()) >= CODES
