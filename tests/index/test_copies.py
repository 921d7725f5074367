import shutil

import pytest

from index.catalogue import Catalogue
from index.copies import Copies
from index.database import Database
from index.embedding import open_embedder
from index.lexical import Lexical, terms
from index.vectors import StoreBroken, Vectors

NAMES = "甲乙丙"


@pytest.fixture
def catalogue(tmp_path, entering):
    catalogue = Catalogue(Database(tmp_path / "zhibi.sqlite3"))
    for name in NAMES:
        catalogue.store(entering(name))
    yield catalogue
    catalogue.database.close()


def opened(catalogue, tmp_path):
    copies = Copies(tmp_path, catalogue, open_embedder())
    copies.mend()
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
    monkeypatch.setattr("index.copies.is_sound", lambda *_: pytest.fail("looked at without need"))
    assert close_to(ask(opened(catalogue, tmp_path)), before)


@pytest.mark.parametrize(
    ("which", "damage"),
    [("chroma", "emptied"), ("chroma", "garbage"), ("lexical", "gone"), ("lexical", "cut")],
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
            if path.is_file():
                content = path.read_bytes()
                path.write_bytes(content[: len(content) // 2] if damage == "cut" else b"?" * len(content))
    healed = opened(catalogue, tmp_path)
    assert close_to(ask(healed), before)
    healed.close()
    assert counts(tmp_path) == (9, 9)


def test_a_kill_between_store_and_ready_is_made_good(catalogue, tmp_path, monkeypatch):
    before = ask(opened(catalogue, tmp_path / "other"))
    with catalogue.database.transaction() as t:
        t.write("UPDATE reports SET state = 'stored'")
    copies = Copies(tmp_path, catalogue, open_embedder())
    monkeypatch.setattr(Catalogue, "make_ready", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        copies.add(catalogue.in_state("stored")[:2])
    monkeypatch.undo()
    copies._vectors.close(), copies._words.close()  # the end of a process, without its farewell
    again = opened(catalogue, tmp_path)
    assert close_to(ask(again), before)
    again.close()
    assert counts(tmp_path) == (9, 9)


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
    assert (steps[0].done, steps[-1].done, steps[-1].total) == (0, 3, 3)
    copies.close()
    assert counts(tmp_path) == (9, 9)


def test_an_empty_shelf_opens_no_copy(tmp_path):
    database = Database(tmp_path / "zhibi.sqlite3")
    copies = Copies(tmp_path, Catalogue(database), open_embedder())
    copies.mend()
    copies.close()
    assert not (tmp_path / "chroma").exists()
    database.close()
