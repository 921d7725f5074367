from index.reading.page import read_page


def read(text):
    return [(p.text, p.level) for p in read_page(text.encode(), "a.html").paragraphs]


def test_headings_paragraphs_and_line_breaks_are_read():
    page = "<html><body><h1>总结</h1><p>全年<b>学习</b>&nbsp;12次。<br>调研3次。</p>"
    page += "<h2>一、情况</h2>正文。</body></html>"
    assert read(page) == [
        ("总结", 1), ("全年学习\xa012次。", 0), ("调研3次。", 0), ("一、情况", 2), ("正文。", 0),
    ]  # fmt: skip


def test_scripts_styles_menus_and_hidden_parts_are_left_out():
    page = (
        "<head><title>站名</title><style>p{}</style></head><nav><a>首页</a></nav><script>if (a<b) {}</script>"
        '<div style="display: none"><div>暗语</div>暗语</div><!-- 注 --><p>正文。</p>'
    )
    assert read(page) == [("正文。", 0)]


def test_a_row_of_links_is_a_menu_and_a_link_in_a_text_is_text():
    page = (
        '<div><ul><li><a href="/">首页</a></li><li><a>新闻</a> |</li></ul></div><h1><a>总结</a></h1>'
        '<p>见<a href="/b">工作要点</a>。</p><p><a href="/c">附件：名单</a></p><p>正文。</p>'
    )
    assert [words for words, _ in read(page)] == ["总结", "见工作要点。", "附件：名单", "正文。"]


def test_a_table_row_is_a_paragraph_of_its_cells():
    page = "<table><tr><th>项目</th><th>数量</th></tr><tr><td>培训</td><td>12场</td></tr></table>"
    assert read(page) == [("项目 | 数量", 0), ("培训 | 12场", 0)]


def test_tags_left_open_and_broken_markup_are_borne():
    assert read("<p>一<p>二<div>三</span></p>四") == [("一", 0), ("二", 0), ("三", 0), ("四", 0)]
    assert read("正文 < 5 且 > 3") == [("正文 < 5 且 > 3", 0)]


def test_a_page_of_two_hundred_thousand_open_tags_is_read():
    assert read("<div><b>" * 100_000 + "完") == [("完", 0)]


def test_a_cell_of_paragraphs_is_one_cell_and_a_table_that_lays_out_the_page_is_none():
    assert read("<table><tr><td><p>培训</p></td><td><p>12场</p><p>次</p></td></tr></table>") == [
        ("培训 | 12场 次", 0)
    ]
    long = "全年坚持把理论学习摆在突出位置，组织集中学习，推动落实。" * 3
    assert read(f"<table><tr><td>菜单</td><td><p>{long}</p><p>{long}</p></td></tr></table>") == [
        ("菜单", 0), (long, 0), (long, 0),
    ]  # fmt: skip
