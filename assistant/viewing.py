"""A viewpoint -> what may be said from it: who speaks, how the report opens and closes, which facts suit.

The same sheet serves 总结, 汇报 and 述职. Facts stay verbatim in each; the viewpoint chooses the frame
around them, and leaves out of a body's report what one official says of himself.
"""

import re
from string import Template
from typing import Final

from assistant.plan import Plan
from assistant.proposing import form
from assistant.stock import stock

PERSONAL: Final = "个人"
_HIMSELF: Final = re.compile(
    r"本人|(?:^|[，。；：、])我(?=[坚认带参主先在是从为讲撰个被获负分])|个人(?:有关)?(?:事项|述职|总结)"
)

_OURS: Final = re.compile(r"我[局委院校镇街办]|局党[组委]|领导班子|班子成员")
_CLAIM: Final = re.compile(r"本人|亲自|带头|带领|率先|以身作则|主持|牵头|参与|我(?=[坚认带参主先])")


def suits(text: str, viewpoint: str) -> bool:
    """Whether a fact may stand in a report of that viewpoint: 本人讲党课 is no deed of the body.

    >>> suits("本人讲党课2次", "班子"), suits("本人讲党课2次", "个人"), suits("全局开展培训3期", "个人")
    (False, True, True)
    """
    return viewpoint == PERSONAL or not _HIMSELF.search(text)


def opening(plan: Plan) -> str:
    """The sentence that leads to the report: 现将我局2024年工作情况总结如下：."""
    if plan.english:
        words = stock("reports")["english"]
        asked = words["personal_opening" if plan.viewpoint == PERSONAL else "opening"]
        span = f" in {plan.year}" if plan.year else ""
        return Template(asked).safe_substitute(span=span, body=plan.body)
    span = f"{plan.year}年" if plan.year else "今年以来"
    who = "本人" if plan.viewpoint == PERSONAL else plan.body
    return Template(form(plan.kind)["opening"]).safe_substitute(span=f"{who}{span}")


def duty(plan: Plan) -> str:
    """What a report begins with where no fact says it: of an official his post, of a body its situation."""
    personal = plan.viewpoint == PERSONAL
    if plan.english:
        need = "post and duties of the author" if personal else "the situation as a whole"
        return f"【待补充：{need}】"
    when = f"{plan.year}年，" if plan.year else ""
    return f"{when}【待补充：{'本人职务和分管工作' if personal else '指导思想和总体情况'}】。"


def closing(plan: Plan) -> str:
    """The sentence that takes leave; empty where the 文种 has none."""
    if plan.english:
        return str(stock("reports")["english"]["personal_closing"]) if plan.viewpoint == PERSONAL else ""
    return form(plan.kind)["closing"]


def voiced(text: str, plan: Plan) -> bool:
    """Whether a sentence without a fact speaks from the plan's viewpoint."""
    if plan.viewpoint == PERSONAL:
        return not (_OURS.search(text) or claims(text))
    return not _HIMSELF.search(text)


def claims(text: str) -> bool:
    """Whether words claim that one official led, headed or took part in person; only a fact may say so.

    >>> claims("亲自带队督查"), claims("全年开展督查6次")
    (True, False)
    """
    return bool(_CLAIM.search(text))
