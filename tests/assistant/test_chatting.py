"""Pasted chats."""

from assistant.chatting import said
from assistant.noting import note

CHAT = """马站长 8:05
[图片]
昨晚抢修到两点，恢复供电340户
周敏 8:07
收到
周敏 2024-12-03 08:10:22
@马站长 还有26户没恢复
“马站长：昨晚抢修到两点，恢复供电340户”
"周敏" 撤回了一条消息"""


def test_what_was_said_stays_and_who_said_it_when_goes():
    assert [fact.text for fact in note(CHAT)] == ["昨晚抢修到两点，恢复供电340户", "还有26户没恢复"]


def test_a_roster_of_names_and_times_is_no_chat():
    roster = ["马站长 8:05", "周敏 8:07", "李昂 9:30"]
    assert said(roster) == roster


def test_a_day_and_a_time_among_notes_stay():
    notes = ["廉政大会 3月24日 9:00", "参加186人", "观看警示片"]
    assert said(notes) == notes


def test_a_line_drawn_across_a_chat_goes_with_its_day():
    chat = ["—— 2024-11-05 ——", "张磊 14:30", "走访12户", "孙浩 14:31", "调解9起"]
    assert said(chat) == ["走访12户", "调解9起"]
