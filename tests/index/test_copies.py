import os
import shutil

import pytest

from index import trailing
from index.catalogue import Catalogue
from index.copies import Copies
from index.database import Database
from index.embedding import open_embedder
from index.healing import Healing
from index.lexical import Lexical, terms
from index.trailing import Trail
from index.vectors import StoreBroken, Vectors

NAMES = "甲乙丙"


@pytest.fixture
def catalogue(tmp_path, entering):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    for name in NAMES:
        catalogue.store(entering(name))
    yield catalogue
    catalogue.database.close()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    monkeypatch.setattr(trailing, "IDLE_S", 0.0)


def opened(catalogue, tmp_path, graph_from=0):
    """Copies of which the vector store is full, as those of a shelf with a million passages."""
    copies = Copies(tmp_path, catalogue, open_embedder(), graph_from)
    copies.mend()
    copies._trail.catch_up(9)
    return copies


def ask(copies, text="党风廉政建设专题会议"):
    query = open_embedder().embed([text])[0]
    worded = copies.worded(lambda index: index.search(dict.fromkeys(terms(text), 1.0), {}, 50))
    return copies.near(query, 50), worded


def close_to(one, other):
    return all(a == pytest.approx(b, abs=1e-5) for a, b in zip(one, other, strict=True))


def counts(tmp_path):
    store, index = Vectors(tmp_path / "chroma"), Lexical(tmp_path / "lexical")
    held = store.count(), index.count()
    store.close(), index.close()
    return held


def test_mending_puts_stored_reports_into_every_copy(catalogue, tmp_path):
    copies = opened(catalogue, tmp_path)
    assert catalogue.in_state("stored") == []
    near, worded = ask(copies)
    assert len(near) == 9 and len(worded) >= 3
    copies.close()
    assert counts(tmp_path) == (9, 9)


def test_copies_left_in_order_are_taken_as_they_are(catalogue, tmp_path, monkeypatch):
    copies = opened(catalogue, tmp_path)
    before = ask(copies)
    copies.close()
    monkeypatch.setattr("index.trailing.is_sound", lambda *_: pytest.fail("looked at without need"))
    assert close_to(ask(opened(catalogue, tmp_path)), before)


@pytest.mark.parametrize(
    ("which", "damage"),
    [
        ("chroma", "emptied"),
        ("chroma", "garbage"),
        ("lexical", "gone"),
        ("lexical", "cut"),
        ("lexical", "bit"),
    ],
)
def test_a_damaged_copy_is_built_anew_with_the_same_results(catalogue, tmp_path, which, damage):
    copies = opened(catalogue, tmp_path)
    before = ask(copies)
    copies.close()
    folder = tmp_path / which
    if damage == "gone":
        shutil.rmtree(folder)
    elif damage == "emptied":
        shutil.rmtree(folder)
        folder.mkdir()
    else:
        for path in folder.rglob("*"):
            if path.is_file() and path.stat().st_size:
                content = path.read_bytes()
                middle = len(content) // 2
                flipped = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
                path.write_bytes({"cut": content[:middle], "bit": flipped}.get(damage, b"?" * len(content)))
    healed = opened(catalogue, tmp_path)
    assert close_to(ask(healed), before)
    healed.close()
    assert counts(tmp_path) == (9, 9)


def test_a_kill_between_store_and_ready_is_made_good(catalogue, tmp_path, monkeypatch):
    before = ask(opened(catalogue, tmp_path / "other"))
    with catalogue.database.transaction() as t:
        t.write("UPDATE reports SET state = 'stored'")
    copies = Copies(tmp_path, catalogue, open_embedder(), 0)
    monkeypatch.setattr(Catalogue, "make_ready", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        copies.add(catalogue.in_state("stored")[:2])
    monkeypatch.undo()
    copies._trail.close(), copies._words.close()  # the end of a process, without its farewell
    again = opened(catalogue, tmp_path)
    assert close_to(ask(again), before)
    again.close()
    assert counts(tmp_path) == (9, 9)


def test_a_kill_after_nothing_but_searches_costs_no_copy(catalogue, tmp_path, monkeypatch):
    copies = opened(catalogue, tmp_path)
    before = ask(copies)
    copies.close()
    searching = opened(catalogue, tmp_path)
    ask(searching)
    searching._trail.close(), searching._words.close()  # the end of a process, without its farewell
    for kind, act in ((Healing, "renew"), (Trail, "clear")):
        monkeypatch.setattr(kind, act, lambda *_: pytest.fail("built anew without need"))
    again = opened(catalogue, tmp_path)
    assert close_to(ask(again), before)
    again.close()


def test_a_kill_between_removing_and_the_copies_is_made_good(catalogue, tmp_path):
    copies = opened(catalogue, tmp_path)
    copies.close()
    gone = catalogue.in_state("ready")[0]
    catalogue.remove(gone)
    again = opened(catalogue, tmp_path)
    assert len(ask(again)[0]) == 6
    again.close()
    assert counts(tmp_path) == (6, 6)
    assert catalogue.leaving() == []


def test_without_the_vector_store_searches_go_on_from_memory(catalogue, tmp_path, monkeypatch):
    copies = opened(catalogue, tmp_path)
    before = ask(copies)

    def broken(*_):
        raise StoreBroken("no")

    for act in ("nearest", "add"):
        monkeypatch.setattr(Vectors, act, broken)
    assert close_to(ask(copies), before)
    copies.close()
    monkeypatch.undo()
    opened(catalogue, tmp_path).close()  # what was set aside is built at the next start
    assert counts(tmp_path) == (9, 9)


def test_nearness_within_reports_and_a_role_is_exact(catalogue, tmp_path):
    copies = opened(catalogue, tmp_path)
    first = catalogue.in_state("ready")[0]
    query = open_embedder().embed(["党风廉政建设"])[0]
    whole = copies.near(query, 50)
    numbers = {found.number for found in catalogue.passages(first)}
    assert copies.near(query, 50, [first]) == pytest.approx({n: whole[n] for n in whole if n in numbers})
    assert len(copies.near(query, 50, None, "next")) == 3
    copies.close()


def test_a_rebuild_embeds_anew_and_gives_the_same_results(catalogue, tmp_path):
    copies = opened(catalogue, tmp_path)
    before, steps = ask(copies), []
    copies.rebuild(steps.append)
    assert close_to(ask(copies), before)
    assert (steps[0].done, steps[0].total) == (0, 3)
    assert steps[-1].done == steps[-1].total
    copies.close()
    assert counts(tmp_path) == (9, 9)


def test_an_empty_shelf_opens_no_copy(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    copies = Copies(tmp_path, Catalogue(database), open_embedder())
    copies.mend()
    copies.close()
    assert not (tmp_path / "chroma").exists()
    database.close()


def test_a_shelf_of_common_size_keeps_no_vector_store_and_finds_the_same(catalogue, tmp_path):
    copies = opened(catalogue, tmp_path, graph_from=10)
    before = ask(copies)
    assert len(before[0]) == 9 and not (tmp_path / "chroma").exists()
    copies.close()
    assert close_to(ask(opened(catalogue, tmp_path)), before)


def test_copies_in_a_folder_that_was_moved_are_taken_as_they_are(catalogue, tmp_path, monkeypatch):
    copies = opened(catalogue, tmp_path)
    before = ask(copies)
    copies.close()
    for path in tmp_path.rglob("*"):
        os.utime(path, (0, 0))
    monkeypatch.setattr("index.trailing.is_sound", lambda *_: pytest.fail("looked at without need"))
    assert close_to(ask(opened(catalogue, tmp_path)), before)


def test_building_a_lost_copy_anew_tells_its_progress(catalogue, tmp_path):
    opened(catalogue, tmp_path).close()
    shutil.rmtree(tmp_path / "lexical")
    steps = []
    copies = Copies(tmp_path, catalogue, open_embedder())
    copies.mend(steps.append)
    copies.close()
    assert (steps[0].done, steps[0].total) == (0, 3)
