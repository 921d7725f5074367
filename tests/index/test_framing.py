"""Frames: spread over reports, slots that vary, no fragments, no particulars."""

from index.framing import frames
from index.texts import Text

TOPICS = ("党建引领", "问题导向", "民生优先", "绿色发展", "依法治理", "守正创新")


def shelf(*bodies):
    return tuple(Text(i, f"{i:012x}", f"报告{i}", "", 2020, body) for i, body in enumerate(bodies))


def mined(*bodies):
    return {frame.text: frame for frame in frames(shelf(*bodies))}


def test_a_beginning_that_reports_share_is_a_frame():
    found = mined(*(f"坚持{topic}，取得新成效{i}项。" for i, topic in enumerate(TOPICS)))
    assert (found["坚持…"].reports, found["坚持…"].among) == (6, 6)


def test_an_end_that_reports_share_is_a_frame():
    found = mined(*(f"推动{topic}要求落实到位。" for topic in TOPICS))
    assert "…要求落实到位" in found
    assert "…到位" not in found  # only ever the end of the longer one here


def test_two_fixed_words_around_slots_are_a_frame():
    found = mined(*(f"以{topic}为抓手推动工作。" for topic in TOPICS))
    assert "以…为抓手推…" not in found
    assert any(text.startswith("以…为抓手") for text in found)


def test_one_report_alone_makes_no_frame():
    own = "。".join(f"狠抓{topic}" for topic in TOPICS)
    found = mined(own, *(f"推进{topic}工作。" for topic in TOPICS), "狠抓一线作风。")
    assert "狠抓…" not in found
    assert "推进…" in found


def test_particulars_are_never_part_of_a_frame():
    found = mined(
        *(f"清河县人民医院{topic}有力，{i + 3}月24日召开{topic}会议。" for i, topic in enumerate(TOPICS))
    )
    assert not any("清河" in text or "医院" in text or "日" in text for text in found)


def test_chains_of_four_characters_are_told_with_examples():
    found = mined(
        "做到立行立改。立行立改、见底见效、举一反三。", "整改要立行立改、见底见效。立行立改、见底见效。"
    )
    assert found["立行立改、见底见效"].reports == 2


def test_every_example_stands_where_it_says():
    texts = shelf(*(f"坚持{topic}。把{topic}作为重点任务。" for topic in TOPICS))
    for frame in frames(texts):
        assert frame.reports <= frame.among == len(texts)
        assert frame.count >= frame.reports >= 2
        for filling in frame.examples:
            assert texts[int(filling.report_id, 16)].text[filling.start : filling.end] == filling.text
        assert len({filling.report_id for filling in frame.examples}) == len(frame.examples)


def test_an_empty_shelf_has_no_frame():
    assert frames(()) == ()


def test_a_frame_is_never_cut_within_a_word():
    found = mined(*(f"对{topic}方面倾向性问题及时提醒。" for topic in TOPICS))
    assert not any("…向性" in text or text.endswith("向性…") for text in found)


def test_a_bare_verb_stands_behind_wordings_that_say_more():
    found = list(mined(*(f"严格落实{topic}要求。推动{topic}见效。坚持{topic}不动摇。" for topic in TOPICS)))
    assert found.index("严格落实…") < found.index("推动…")
