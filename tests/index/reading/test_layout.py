from index.reading.layout import Line, lines_of, paragraphs_of, without_furniture


def glyphs(text, x=90.0, bottom=100.0, size=16.0):
    wide = [size if ord(mark) > 0x2E80 else size / 2 for mark in text]
    return [
        {"text": mark, "x0": x + sum(wide[:at]), "x1": x + sum(wide[: at + 1]), "top": bottom - size,
         "bottom": bottom, "size": size}
        for at, mark in enumerate(text)
    ]  # fmt: skip


def line(text, left=90.0, top=100.0, at=0.5, size=16.0):
    return Line(text, left, left + size * len(text), top, top + size, size, size, at)


def test_characters_become_lines_from_top_to_bottom_whatever_their_order():
    chars = glyphs("第二行", bottom=130) + glyphs("第一行", bottom=100)
    assert [found.text for found in lines_of(chars, 842)] == ["第一行", "第二行"]


def test_a_gap_between_latin_words_is_a_blank_and_chinese_characters_stay_together():
    chars = glyphs("good", x=90) + glyphs("work", x=130) + glyphs("组织", x=200)
    assert lines_of(chars, 842)[0].text == "good work 组织"


def test_typesetters_blanks_round_figures_go_in_a_line_of_text():
    text = "全年 开展 专题 学习 12 次，覆盖 党员"
    assert lines_of(glyphs(text), 842)[0].text == "全年开展专题学习12次，覆盖党员"


def test_lines_in_the_margins_that_come_back_go_and_the_same_words_in_the_body_stay():
    pages = [
        [line("某局年度总结", at=0.05), line("某局年度总结", at=0.5), line(f"- {number} -", at=0.95)]
        for number in range(4)
    ]
    assert [[kept.text for kept in page] for page in without_furniture(pages)] == [["某局年度总结"]] * 4


def test_a_short_line_ends_its_paragraph():
    full, rest = "坚持把学习放在首位" * 2, "抓好落实。"
    page = [line(full, top=100), line(rest, top=128), line(full, top=156), line(full, top=184)]
    assert list(paragraphs_of([page])) == [full + rest, full + full]


def test_no_lines_make_no_paragraphs():
    assert list(paragraphs_of([[]])) == []


def test_a_head_of_two_pages_goes_where_it_stands_at_one_height():
    pages = [
        [line("内部资料", top=40, at=0.05), line("全年扎实。", top=100, at=0.1)],
        [line("内部资料", top=40, at=0.05), line("全年从严。", top=100, at=0.1)],
    ]
    assert [[one.text for one in page] for page in without_furniture(pages)] == [
        ["全年扎实。"],
        ["全年从严。"],
    ]
    moved = [pages[0], [line("内部资料", top=300, at=0.36), *pages[1][1:]]]
    assert [len(page) for page in without_furniture(moved)] == [2, 2]


def test_a_large_title_broken_over_two_middle_lines_is_one_paragraph():
    def set_at(text, left, top, size):
        return line(text, left=left, top=top, size=size)

    body = [
        set_at("全年各项存款稳步增长，贷款结构不断优化，不良率持续下降", 90, 160 + 20 * at, 12)
        for at in range(3)
    ]
    title = [set_at("河曲县农村信用联社年度经营", 102, 100, 24), set_at("情况报告", 210, 130, 24)]
    assert next(iter(paragraphs_of([[*title, *body]]))) == "河曲县农村信用联社年度经营情况报告"
