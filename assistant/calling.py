"""Facts and samples -> how a report calls the body it speaks for: 我院, 我校, 我公司, else 我单位."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

UNKNOWN: Final = "我单位"
_KINDS: Final = (
    "公司|集团|中心|街道|社区|单位|支队|大队|医院|学校"
    "|[局委院校镇乡村厅办处所站馆行会队社园厂](?![议员业政诊规内外动])"
)
_SAID: Final = re.compile(rf"我(?:们)?({_KINDS})")
_HINTS: Final = (
    (re.compile("全院|本院|院长办公会|院党委|院领导"), "院"),
    (re.compile("全校|本校|校长办公会|校党委|校领导"), "校"),
    (re.compile("本公司|全公司|总经理办公会|董事会"), "公司"),
    (re.compile("本局|局长办公会|局党[委组]|局领导|局机关"), "局"),
    (re.compile("本委|委党组|委领导|委机关"), "委"),
    (re.compile("镇党委|镇政府|全镇"), "镇"),
    (re.compile("全乡|乡党委"), "乡"),
    (re.compile("街道党工委|全街道"), "街道"),
)


def called(facts: Sequence[str], samples: Sequence[str]) -> str:
    """What the facts call it themselves, else what they hint at, else what most samples say.

    >>> called(["召开院长办公会28次"], ["我局认真落实"]), called(["开会3次"], ["我局召开", "我委召开"])
    ('我院', '我单位')
    """
    own = Counter(kind for text in facts for kind in _kinds(text))
    if own:
        return f"我{own.most_common(1)[0][0]}"
    hinted = Counter(kind for form, kind in _HINTS for text in facts if form.search(text))
    if hinted:
        return f"我{hinted.most_common(1)[0][0]}"
    said = Counter(kind for text in samples if (kind := _usual(text)))
    kind, count = said.most_common(1)[0] if said else ("", 0)
    common = 2 * count > said.total() and 3 * count >= len(samples)
    return f"我{kind}" if common else UNKNOWN


def _kinds(text: str) -> list[str]:
    return [{"医院": "院", "学校": "校"}.get(found, found) for found in _SAID.findall(text)]


def _usual(text: str) -> str:
    """What one text calls its body most often; empty where it never does."""
    found = Counter(_kinds(text)).most_common(1)
    return found[0][0] if found else ""
