import httpx
import pytest

from assistant.failing import code_of
from assistant.models import CODES


class Refusal(Exception):
    """What a client library raises for a status."""

    def __init__(self, status, words=""):
        super().__init__(words)
        self.status_code = status


@pytest.mark.parametrize(
    ("status", "words", "code"),
    [
        (401, "", "model_refused_key"), (403, "", "model_refused_key"), (404, "", "model_unknown"),
        (429, "slow down", "model_busy"), (429, "You exceeded your current quota", "model_unpaid"),
        (400, "账户余额不足", "model_unpaid"), (400, "prompt is too long", "model_too_much"),
        (400, "model `qwen` does not exist", "model_unknown"), (400, "bad temperature", "model_refused"),
        (302, "", "model_moved"), (500, "context length", "model_failed"), (503, "", "model_busy"),
    ],
)  # fmt: skip
def test_a_status_decides_and_a_few_known_words_make_it_precise(status, words, code):
    assert code_of(Refusal(status, words)) == (code, str(status))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (httpx.ConnectError("refused"), "model_unreachable"), (ConnectionRefusedError(), "model_unreachable"),
        (httpx.ReadTimeout("slow"), "model_timeout"), (httpx.ConnectTimeout("slow"), "model_unreachable"),
        (httpx.RemoteProtocolError("closed"), "model_dropped"), (ValueError("no json"), "model_bad_reply"),
    ],
)  # fmt: skip
def test_a_fault_without_a_status_is_told_by_its_kind(error, code):
    assert code_of(error) == (code, "")


def test_the_first_cause_is_found_behind_what_a_library_made_of_it():
    outer = RuntimeError("something went wrong")
    outer.__cause__ = httpx.ConnectError("refused")
    outer.__cause__.__context__ = outer  # a ring must not hold us up
    assert code_of(outer)[0] == "model_unreachable"


@pytest.mark.parametrize("status", range(300, 600, 7))
def test_every_status_has_a_code_of_the_closed_set(status):
    assert code_of(Refusal(status, "sk-CANARY"))[0] in CODES
