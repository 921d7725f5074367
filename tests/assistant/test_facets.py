import pytest

from assistant.facets import covers, facet_of, facet_under, facets, families, realms


def name(text, heading=""):
    found = facet_under(text, heading)
    return found.name if found else None


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("党组会12次", "会议研究"),
        ("观看警示片4场次", "警示教育"),
        ("外出招商23次", "招商"),
        ("受理案件8426件，结案8105件", "审判"),
        ("家庭医生签约3.1万人", "卫生健康"),
        ("检查企业286家次，发现隐患512处，已整改498处", "安全生产"),
        ("处置不合格党员1名", "发展党员"),
        ("开展心理健康普查6800人", "教育"),
        ("一杯茶", None),
    ],
)
def test_the_words_of_a_fact_show_its_line_of_work(text, facet):
    found = facet_of(text)
    assert (found.name if found else None) == facet


def test_a_fact_keeps_to_its_heading_unless_it_clearly_says_another_thing():
    assert name("班组例会每周1次", "安全生产工作") == "安全生产"
    assert name("招商引资签约项目7个", "安全生产工作") == "招商"


def test_what_a_note_names_before_方面_decides():
    assert name("作风方面，全年发文同比减少18%", "全面从严治党主体责任落实情况") == "作风建设"


def test_a_heading_of_two_topics_takes_facts_of_both():
    heading = "师德师风和意识形态工作"
    assert (name("网评员队伍28人", heading), name("师德考核教师1206人", heading)) == ("意识形态", "作风建设")


def test_a_family_and_a_realm_cover_their_facets_only():
    party, other = facet_of("发展党员9名"), facet_of("外出招商23次")
    assert party and other
    for wide in (party, families()[party.family], realms()[party.family]):
        assert covers(wide, party) and not covers(wide, other)


def test_places_run_from_0_in_the_order_of_reports():
    assert [facet.place for facet in facets()] == list(range(len(facets())))


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("起草综合性文稿86篇，其中市级采用12篇", "以文辅政"),
        ("走访企业126家", "助企纾困"),
        ("收文1200件", "办文办会"),
        ("刊发稿件86篇", "宣传"),
        ("坚持高标准谋划", None),
    ],
)
def test_papers_written_and_firms_visited_are_lines_of_work_of_their_own(text, facet):
    found = facet_of(text)
    assert (found.name if found else None) == facet
