from index.reading.text import read_text


def test_a_line_is_a_paragraph_and_blank_lines_are_none():
    read = read_text("一、总体情况\r\n\r\n　　全年学习。\x0c第二页\n".encode(), "a.txt")
    assert [p.text for p in read.paragraphs] == ["一、总体情况", "　　全年学习。", "第二页"]


def test_a_guessed_encoding_is_said():
    text = "全年组织集中学习，交流发言热烈。"
    assert read_text(text.encode("gb18030"), "a.txt").notes == ("note_encoding_gb18030",)
    assert read_text(text.encode(), "a.txt").notes == ()


def test_markdown_pasted_into_a_text_file_loses_its_signs_and_keeps_its_levels():
    text = "## 一、总体情况\n全年学习。\n**（一）抓学习。**坚持读原文。\n##二、下一步打算\n继续努力。"
    read = read_text(text.encode(), "a.txt")
    assert [(p.text, p.level) for p in read.paragraphs] == [
        ("一、总体情况", 2), ("全年学习。", 0), ("（一）抓学习。坚持读原文。", 0), ("二、下一步打算", 2),
        ("继续努力。", 0),
    ]  # fmt: skip
    assert read.notes == ("note_markdown",)


def test_blanks_tags_and_a_single_sign_stay_as_they_are():
    text = "**同志于**年**月**日主持会议。\n#党建引领#\n开展学习*次。\n#清廉机关 话题"
    read = read_text(text.encode(), "a.txt")
    assert [p.text for p in read.paragraphs] == text.split("\n")
    assert read.notes == ()


def test_a_few_control_characters_are_said_and_left_to_cleaning():
    text = "全年组织集中学习，交流发言热烈。" * 8 + "\x08"
    text *= 24
    assert read_text(text.encode(), "a.txt").notes == ("note_control:24",)
