from index.reading.text import read_text


def test_a_line_is_a_paragraph_and_blank_lines_are_none():
    read = read_text("一、总体情况\r\n\r\n　　全年学习。\x0c第二页\n".encode(), "a.txt")
    assert [p.text for p in read.paragraphs] == ["一、总体情况", "　　全年学习。", "第二页"]


def test_a_guessed_encoding_is_said():
    text = "全年组织集中学习，交流发言热烈。"
    assert read_text(text.encode("gb18030"), "a.txt").notes == ("note_encoding_gb18030",)
    assert read_text(text.encode(), "a.txt").notes == ()
