"""An address that is none of ours leads to the first page; the server's own stay what they are."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from ui.leading import is_strange, lead_home


@pytest.mark.parametrize("path", ["a/b", "a/b/c", "report/x", "样本/库", "a\\b"])
def test_an_address_of_more_than_one_step_is_strange(path):
    assert is_strange(path)


@pytest.mark.parametrize("path", ["", "report", "static/js/gone.js", "_stcore/health", "page/_stcore/health"])
def test_pages_and_the_servers_own_addresses_are_not(path):
    assert not is_strange(path)


def awaited(coroutine):
    """What a coroutine comes to, in a thread of its own: a browser's test leaves a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def test_who_asks_for_one_is_sent_home_and_a_lost_file_stays_lost(tmp_path, monkeypatch):
    files = pytest.importorskip("starlette.staticfiles")
    from starlette.exceptions import HTTPException

    monkeypatch.setattr(files.StaticFiles, "get_response", files.StaticFiles.get_response)
    lead_home()
    served, scope = files.StaticFiles(directory=tmp_path), {"type": "http", "method": "GET", "headers": []}
    answer = awaited(served.get_response("a/b", scope))
    assert (answer.status_code, answer.headers["location"]) == (307, "/")
    with pytest.raises(HTTPException):
        awaited(served.get_response("static/js/gone.js", scope))
