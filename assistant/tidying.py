"""A model's reply -> the section's text, marks still in it: no Markdown, no secret mark, no heading again.

What a model wrote of a sample's typed blanks (〈数〉) becomes a blank for the writer to fill.
"""

import re
from typing import Final

from assistant.receiving import once, without_thoughts

_FENCE: Final = re.compile(r"^\s*(?:```|~~~)\w*\s*$", re.MULTILINE)
_LINE_MARK: Final = re.compile(r"^[ \t\u3000]*(?:#{1,6}[ \t]+|[*+•●·-][ \t]+|>[ \t]*)+", re.MULTILINE)
_BOLD: Final = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STAR: Final = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_RULE: Final = re.compile(r"^\s*(?:[-*_=]\s*){3,}$", re.MULTILINE)
_TYPED: Final = re.compile(r"〈([^〈〉《》\n]{1,8})〉")
_PREFACE: Final = re.compile(
    r"^(?:好的|当然|以下是|下面是|正文|示例正文|改正后的?(?:正文|整节)?"
    r"|Sure|Certainly|Here is|Here's|Below is)"
    r"[^。\n]{0,40}[:：]\s*$",
    re.IGNORECASE,
)
_STOPS: Final = " \t\u3000:：。.*#"


def tidy(reply: str, nonce: str, section: str, facts: str) -> str:
    r"""The text of a section out of a whole reply.

    Args:
        reply: What the model wrote, source marks included.
        nonce: The request's secret mark, which is no text.
        section: The heading, dropped where the reply repeats it as its first line.
        facts: Text of the facts; 〈…〉 that stands there is the writer's own.

    >>> tidy("**主要工作**\n一是抓好**学习**，开会〈数〉次。[F1]", "0" * 16, "主要工作", "")
    '一是抓好学习，开会【待补充：数】次。[F1]'
    """
    text = once(without_thoughts(reply)).replace("\r\n", "\n").replace(nonce, "")
    text = _RULE.sub("", _FENCE.sub("", text))
    text = _STAR.sub(r"\1", _BOLD.sub(r"\2", _LINE_MARK.sub("", text)))
    text = _TYPED.sub(lambda m: m[0] if m[0] in facts else f"【待补充：{m[1]}】", text)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines and (_PREFACE.match(lines[0]) or _heads(lines[0], section)):
        lines.pop(0)
    return "\n".join(lines)


def _heads(line: str, section: str) -> bool:
    """Whether a line is the section's heading once more."""
    return (
        bool(section.strip())
        and line.strip(_STOPS).endswith(section.strip(_STOPS))
        and (len(line.strip(_STOPS)) <= len(section.strip(_STOPS)) + 8)
    )
