"""A person of a draft -> whether a post is given that the facts do not give: 校长 for 教师."""

import re
from collections.abc import Sequence

from assistant.grounding import Place

POST = (
    "副?(?:书记|主任|局长|处长|科长|股长|院长|校长|园长|主席|部长|厅长|省长|镇长|乡长|县长|市长|区长|村长|所长|队长|站长|经理|董事长|会长|秘书长"
    "|组长|馆长|厂长|行长|社长|台长|支队长|大队长|中队长|团长|司长|庭长|检察长|教授|研究员"
    "|工程师|会计师|总监|总编辑)|教师|老师|医生|医师|护士|技术员|民警|辅警|干事|班长|检察官|法官|律师"
    "|司机|驾驶员|调解员|网格员|运动员|教练|讲解员|记者|村民|居民|学生|工人|职工|护林员|快递员|保洁员|普查员|辅导员"
)
BEFORE = re.compile(f"(?P<post>{POST})(?:同志)?$")
AFTER = re.compile(f"^(?:同志)?(?P<post>{POST})(?![\u4e00-\u9fff]?[办室])")
ALIKE = ({"教师", "老师"}, {"医生", "医师"}, {"司机", "驾驶员"}, {"职工", "工人"}, {"村民", "居民"})


def promoted(place: Place, stated: Sequence[Place]) -> Place | None:
    """The stating fact when the draft gives a person another post than all facts that name the person.

    Args:
        place: A person of the draft.
        stated: The places that name the person.
    """
    own = [other for other in stated if other.fact]
    said = _post(place.clause, place) if place.expression.kind == "person" else ""
    if not said or not own:
        return None
    posts = [_post(fact.clause, fact) for fact in own]
    return own[0] if all(post and not _same(post, said) for post in posts) else None


def _post(clause: str, place: Place) -> str:
    """The post right before or behind a name; empty where there is none."""
    name = place.expression.text
    before, _, after = clause.partition(name)
    found = BEFORE.search(before) or AFTER.search(after) or re.search(f"(?:{POST})", name)
    return "" if found is None else found["post"] if found.groupdict() else found[0]


def _same(one: str, other: str) -> bool:
    return one == other or any({one, other} <= words for words in ALIKE)
