from assistant.kindred import kindred
from index.embedding import open_embedder
from index.types import Report, Section, Span


def report(name, kind, *headings):
    sections = tuple(
        Section(1, f"{n}、", heading, Span(n, n + 1), Span(n, n + 1), None)
        for n, heading in enumerate(headings, 1)
    )
    return Report(name, name, "正文" * 20, sections, kind)


EMBED = open_embedder().embed
PARTY = ("强化政治引领", "抓实基层党建", "加强作风建设", "存在的问题")
ALSO = ("强化思想政治引领", "夯实基层党建", "转变工作作风", "主要问题和不足")
WORK = ("粮食生产", "农村改革", "乡村建设", "动物防疫")


def test_two_of_one_kind_with_like_outlines_come_first():
    shelf = [report("a", "汇报", *WORK), report("b", "总结", *PARTY), report("c", "总结", *WORK),
             report("d", "总结", *ALSO)]  # fmt: skip
    assert set(kindred(shelf, EMBED, 2)) == {"b", "d"}
    assert len(kindred(shelf, EMBED)) == 4


def test_a_copy_is_not_what_is_compared():
    shelf = [report("a", "总结", *PARTY), report("b", "总结", *PARTY), report("c", "总结", *ALSO)]
    assert "c" in kindred(shelf, EMBED, 2)


def test_reports_without_headings_and_single_ones_come_as_they_are():
    assert kindred([], EMBED) == ()
    assert kindred([report("a", "")], EMBED) == ("a",)
    assert len(kindred([report("a", ""), report("b", "")], EMBED)) == 2
