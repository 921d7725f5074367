"""A run that is ended between the keeping of a text and its note, and a change that is sent twice."""

import threading
from types import SimpleNamespace

import pytest
from streamlit.runtime.scriptrunner import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData

from assistant.service import Assistant
from assistant.settings import Settings
from ui import components, editing_view, state
from ui.hearing import Hearing

KEPT = "开展检查5次，整改问题99个。"
TYPED = KEPT + "刚写完。"


class State(dict):
    """The session's state, each look at which ends the run once the browser has asked for the next."""

    asked = False

    def look(self):
        if self.asked:
            again()

    def __getitem__(self, key):
        self.look()
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        self.look()
        super().__setitem__(key, value)

    def get(self, key, default=None):
        self.look()
        return super().get(key, default)

    def pop(self, key, *default):
        self.look()
        return super().pop(key, *default)

    def setdefault(self, key, default=None):
        self.look()
        return super().setdefault(key, default)

    def __contains__(self, key):
        self.look()
        return super().__contains__(key)


def again():
    raise RerunException(RerunData())


class Page:
    """The draft page as far as the editor sees it; what it was drawn with, and its words to the server."""

    def __init__(self, desk, monkeypatch):
        self.desk, self.state = desk, State()
        streamlit = SimpleNamespace(session_state=self.state, container=lambda: None, rerun=again)
        for module in (components, editing_view, state):
            monkeypatch.setattr(module, "st", streamlit)
        for module in (editing_view, state):
            monkeypatch.setattr(module, "assistant", lambda: desk)
            monkeypatch.setattr(module, "language", lambda: "zh")
        monkeypatch.setattr(editing_view, "say", lambda key: key)
        monkeypatch.setattr(components, "_mount", lambda _name: self.mounted)
        new = desk.new_draft("压实主体责任", "检查5次")
        self.id = desk.keep_text(new.id, KEPT, new.revision).id
        self.draw()

    def mounted(self, *, key, data, on_written_change, **_others):
        self.key, self.data, self.heard = key, data, on_written_change
        return SimpleNamespace(picked=None, asked=None)

    def draw(self):
        editing_view.show_edit(self.desk.kept(self.id), ())
        return self.data

    def send(self, text, seq, **others):
        written = {"doc": self.data["doc"], "me": "eins", "seq": seq, "text": text,
                   "base": self.data["base"], "since": self.data["session"]} | others  # fmt: skip
        dict.__setitem__(self.state, self.key, {"written": written})
        try:
            self.heard()
        except RerunException:
            pass
        finally:
            self.state.asked = False

    def press(self, text):
        """An act of the page itself upon the text."""
        self.desk.keep_text(self.id, text, self.desk.kept(self.id).revision)
        state.renew(self.id)

    @property
    def text(self):
        return self.desk.kept(self.id).body.text


@pytest.fixture
def page(tmp_path, monkeypatch):
    with Assistant(Settings(data=tmp_path / "data")) as desk:
        yield Page(desk, monkeypatch)


def ended_by(page, monkeypatch, name):
    """The browser asks for the next run as soon as the desk has done this."""
    done = getattr(type(page.desk), name)

    def act(desk, *args, **others):
        result = done(desk, *args, **others)
        page.state.asked = True
        return result

    monkeypatch.setattr(type(page.desk), name, act)
    return lambda: monkeypatch.setattr(type(page.desk), name, done)


def test_a_run_ended_right_after_the_text_is_kept_has_noted_it(page, monkeypatch):
    doc = page.data["doc"]
    before = ended_by(page, monkeypatch, "keep_text")
    page.send(TYPED, 1)
    before()
    assert page.text == TYPED
    assert page.draw()["kept"] == {"me": "eins", "seq": 1}
    assert page.data["doc"] == doc, "the editor is not told of its own words as of another's"


def test_a_press_after_such_a_run_reaches_an_editor_whose_words_are_confirmed(page, monkeypatch):
    doc = page.data["doc"]
    before = ended_by(page, monkeypatch, "keep_text")
    page.send(TYPED, 1)
    before()
    page.press(TYPED.replace("99", "【待补充：数量】"))
    assert page.draw()["kept"] == {"me": "eins", "seq": 1}
    assert page.data["doc"] != doc
    assert page.data["text"] == "开展检查5次，整改问题【待补充：数量】个。刚写完。"


def test_a_run_ended_before_the_text_is_kept_has_noted_nothing(page, monkeypatch):
    page.state.asked = True
    page.send(TYPED, 1)
    assert (page.text, page.draw()["kept"]["seq"]) == (KEPT, 0)
    before = ended_by(page, monkeypatch, "kept")
    page.send(TYPED, 2)
    before()
    assert (page.text, page.draw()["kept"]["seq"]) == (TYPED, 2)


def test_a_page_drawn_while_a_text_is_kept_waits_for_its_note(page, monkeypatch):
    """A run told to stop keeps what was written while the next one draws: text and note are of one moment."""
    doc, began, drawn = page.data["doc"], threading.Event(), threading.Event()
    done = type(page.desk).keep_text

    def slow(desk, *args):
        began.set()
        result = done(desk, *args)
        drawn.wait(0.3)  # never set while the page waits, as it shall
        return result

    monkeypatch.setattr(type(page.desk), "keep_text", slow)
    sending = threading.Thread(target=page.send, args=(TYPED, 1))
    saved = page.desk.kept(page.id)
    sending.start()
    began.wait(5)
    editing_view.show_edit(saved, ())
    drawn.set()
    sending.join()
    assert (page.data["text"], page.data["kept"]["seq"], page.data["doc"]) == (TYPED, 1, doc)


def test_a_change_sent_twice_is_kept_once(page):
    page.send(TYPED, 3)
    page.press(KEPT)
    page.send(TYPED, 3)
    page.send(TYPED, 2)
    assert page.text == KEPT
    assert page.draw()["kept"] == {"me": "eins", "seq": 3}


def test_words_typed_beside_a_press_do_not_undo_it(page):
    page.press("开展检查5次，整改问题【待补充：数量】个。")
    page.send(TYPED, 1)
    assert page.text == "开展检查5次，整改问题【待补充：数量】个。"
    assert page.draw()["kept"]["seq"] == 0, "they come again, with the change in them"
    page.send(page.text + "刚写完。", 2)
    assert page.text == "开展检查5次，整改问题【待补充：数量】个。刚写完。"


def test_two_texts_that_met_are_shown_though_the_run_was_ended(page, monkeypatch):
    page.desk.keep_text(page.id, KEPT + "别处写的。", page.desk.kept(page.id).revision)
    before = ended_by(page, monkeypatch, "kept")
    page.send(TYPED, 1)
    before()
    assert f"conflict-{page.id}" not in page.state
    with pytest.raises(RerunException):
        page.draw()
    assert page.state.pop(f"conflict-{page.id}") == TYPED
    page.press(KEPT + "选定的。")
    assert page.draw()["kept"] == {"me": "eins", "seq": 1}, "what the writer chose against comes no more"


def test_what_an_earlier_session_kept_and_another_changed_since_is_not_brought_back(page, monkeypatch):
    base = page.data["base"]
    page.press(TYPED)
    page.press(TYPED + "别处写的。")
    doc = page.draw()["doc"]
    before = ended_by(page, monkeypatch, "versions")
    page.send(TYPED, 4, since="an earlier one", base=base)
    before()
    assert page.text == TYPED + "别处写的。"
    assert page.draw()["kept"] == {"me": "eins", "seq": 4}
    assert page.data["doc"] != doc


@pytest.mark.parametrize(
    ("since", "doc", "base"),
    [("now", "now:1", "unknown"), ("before", "before:1", 7), ("before", "now:1", 7)],
)
def test_a_change_of_an_earlier_session_tells_what_it_was_typed_upon(since, doc, base):
    taken = []
    hearing = Hearing(session="now")
    hearing.take(
        {"doc": doc, "me": "a", "seq": 1, "text": "甲", "base": 7, "since": since}, "now:1",
        lambda text, told: not taken.append((text, told)),
    )  # fmt: skip
    assert taken == [("甲", None if base == "unknown" else base)]
    assert (hearing.heard, hearing.joined) == (("a", 1), since)


def test_a_change_refused_stays_unheard_until_the_writer_has_chosen():
    hearing = Hearing(session="now")
    written = {"doc": "now:1", "me": "a", "seq": 5, "text": "甲", "base": 1, "since": "now"}
    hearing.take(written, "now:1", lambda *_: False)
    hearing.settle()
    assert hearing.heard == ("", 0)
    hearing.disputed = True
    hearing.settle()
    assert (hearing.heard, hearing.disputed) == (("a", 5), False)
