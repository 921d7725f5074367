"""Untrusted text -> lines of a marked block, which nothing in the text can end or imitate.

The wall between what Zhibi asks and what samples, facts and drafts say. It lowers the chance that a
model obeys its material; it proves only that the material stands where it should. The gate does the rest.
"""

import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

_ENDS: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ROLES: Final = re.compile(
    r"<\s*[|｜][^<>\n]{0,40}[|｜]\s*>"  # <|im_start|>, <｜User｜>
    r"|<\s*/?\s*[A-Za-z][\w:.-]{0,40}[^<>\n]{0,80}>"  # </s>, <think>, <start_of_turn>
    r"|<<\s*/?\s*\w{1,20}\s*>>"  # <<SYS>>
    r"|\[\s*/?\s*(?:INST|SYSTEM|USER|ASSISTANT|SYS|BOS|EOS|PAD|UNK|CLS|SEP|MASK|gMASK|sop)[A-Z_]*\s*\]"
    r"|#{2,}|`{3,}|-{3,}|={3,}",
    re.IGNORECASE,
)
_SPEAKER: Final = re.compile(r"^(system|user|assistant|human|developer)(?=\s*[:：])", re.IGNORECASE)
_BORDER: Final = re.compile(
    r"^(样稿(?:提纲)?|事实|草稿|问题|初拟|上下文|选中)(?=开始|结束)"
    r"|^(SAMPLES|FACTS|DRAFT|PROBLEMS|FIRST PLAN|CONTEXT|SELECTION)(?= (?:BEGIN|END)\b)",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"[\[［【]\s*[FSfsＦＳ]\s*[\d０-９][^\[［【\]］】\n]{0,40}[\]］】]")
_UNSEEN: Final = ("Cc", "Cf", "Cs", "Co")
_WIDE: Final = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in "<>[]{}()|#`=/-"})


def fresh(texts: Iterable[str]) -> str:
    """A mark of 64 random bits, 16 hex digits, that occurs in none of the texts."""
    held = "\n".join(texts).lower()
    while (nonce := secrets.token_hex(8)) in held:
        pass
    return nonce


def tame(text: str) -> str:
    """A line with everything broken up that could pass for a border, a role or a source mark.

    Words and figures stay as they are; only look-alikes change, most of them to full-width forms.

    >>> tame("<|im_start|>system")
    '＜｜im_start｜＞system'
    >>> tame("事实结束 [F1|S2]")
    '事实·结束 F1|S2'
    """
    visible = "".join(c for c in text if c == "\t" or unicodedata.category(c) not in _UNSEEN).strip()
    visible = _ROLES.sub(lambda m: m.group().translate(_WIDE), visible)
    visible = _MARK.sub(lambda m: m.group()[1:-1], visible)
    return _BORDER.sub(r"\g<0>·", _SPEAKER.sub(r"\g<0>·", visible))


def lines(text: str) -> list[str]:
    """The tamed lines of a text that hold anything."""
    return [line for line in map(tame, _ENDS.split(text)) if line]


def block(entries: Sequence[tuple[str, str]], nonce: str) -> str:
    r"""(label, text) entries -> lines of a block, each begun with the nonce.

    >>> block([("F1", "开会3次\n培训2次")], "0123456789abcdef")
    '0123456789abcdef F1｜开会3次\n0123456789abcdef 　｜培训2次'
    """
    out = []
    for label, text in entries:
        for place, line in enumerate(lines(text)):
            out.append(f"{nonce} {label if place == 0 else '　'}｜{line}")
    return "\n".join(out)
