"""Folded page -> meetings and congresses (届次), document numbers and articles."""

import re
from collections.abc import Iterator

from index.folding import Mark, hits
from index.numerals import plain, value

N = r"(?:\d{1,3}|[一二三四五六七八九十]{1,4}|[一二三四五六七八九]?百[零〇一二三四五六七八九十]{0,3})"
BODY = (
    "(?:中共)?(?:中央|全国|[省市县区州]|自治区|党)?(?:纪律检查委员会|中央委员会"
    "|纪委|委员会|人大常委会|人大|政协常委会|政协|党代会|党委|省委|市委"
    "|县委|区委|常委会"
    "|人民代表大会|代表大会|共青团|工会|妇联)?"
)
PLENUMS = re.compile(
    rf"(?:党的|中共)?第?(?P<term>{N})届(?P<list>{N}中(?:全会)?(?:(?:、|和|及|以及|至|到){N}中(?:全会)?)*)"
)
PLENUM = re.compile(rf"(?P<number>{N})中(?:全会)?")
SESSION = re.compile(
    rf"(?:党的|中共|中国共产党)?第?(?P<term>{N})届(?P<body>{BODY})第?(?P<number>{N})次"
    rf"(?:全体)?(?:会议|全会|代表大会|党代会)"
)
AFTER_BODY = re.compile(
    rf"(?P<body>中央纪委|省纪委|市纪委|县纪委|区纪委|省委|市委|县委|区委"
    rf"|党委|全国人大|全国政协)第?(?P<term>{N})届"
    rf"(?:第?(?P<number>{N})次|(?P<mid>{N})中)(?:全体)?(?:会议|全会)"
)
CONGRESS = re.compile(
    rf"(?P<body>(?:中国共产党|中共|党的|全国|[省市县区])*)第(?P<number>{N})次(?P<kind>全国代表大会"
    rf"|党代会|党员代表大会|代表大会|党代表大会)"
)
SHORT = re.compile(
    r"(?:(?:党|中共)的?)?(?P<number>十[一二三四五六七八九]|二十[一二三]?)大(?![道型局学小中概约家力队幅量人楼都事全批多半会堂])"
)
TERM = re.compile(rf"(?:党的)?第?(?P<term>{N})届(?P<body>{BODY})(?!比|别)")
TIMES = re.compile(
    rf"第(?P<number>{N})次(?:全国|全省|全市|全县|全区)?(?P<name>[\u4e00-\u9fff]{{2,8}}?(?:会议|大会))"
)

DOCNO = re.compile(
    r"(?P<body>[\u4e00-\u9fffA-Za-z]{0,8})[〔\[［【(（](?P<year>(?:19|20)\d{2})[〕\]］】)）] ?第? ?"
    r"(?P<number>\d{1,5}) ?号"
)
ORDER = re.compile(
    rf"(?:(?:19|20)\d{{2}}年)?第 ?(?P<number>{N}) ?号(?P<name>令|公告|文件|通告|公报|主席令|文)?"
)
ARTICLE = re.compile(
    rf"第 ?(?P<number>{N}) ?(?P<unit>条(?!线|例)|款|章(?!程)|节(?!点|目)|编|项(?!目)|目(?!标)|卷)"
)
# What each may begin with.
TERMS = re.compile("[0-9一二三四五六七八九十百第]|党(?=的)|中(?=[共国])")
BODIES = re.compile("[中省市县区党全](?=[央纪委国])")
CONGRESSES = re.compile("第|[中党全省市县区](?=[国共的省市县区党中全第])")
SHORTS = re.compile("[十二]|党(?=的?[十二])|中(?=共)")
ORDERS = re.compile("第|[12](?=[90][0-9]{2}年第)")
ARTICLES = re.compile("第")
BRACKET = re.compile(r"[〔\[［【(（](?=(?:19|20)\d{2}[〕\]］】)）])")
LETTERS = re.compile(
    "[国省市县区州]?[\u4e00-\u9fffA-Za-z]{1,6}[发办函字令政纪组宣统规告通号]$|[\u4e00-\u9fff]{1,4}$"
)


def _whole(text: str) -> str:
    number = value(text)
    return "" if number is None else plain(number)


def _plenums(page: str) -> Iterator[Mark]:
    """十九届二中、三中全会: one expression for each, the first with the term."""
    for found in hits(TERMS, PLENUMS, page):
        term, start = _whole(found["term"]), found.start()
        for part in PLENUM.finditer(page, *found.span("list")):
            end = part.end()
            yield Mark(start, end, "meeting", f"meeting:{term}-{_whole(part['number'])}")
            start = end + (1 if page[end : end + 1] in "、和及至到" else 2)


def _sessions(page: str) -> Iterator[Mark]:
    for found in (*hits(TERMS, SESSION, page), *hits(BODIES, AFTER_BODY, page)):
        groups = found.groupdict()
        number = _whole(groups["number"] or groups.get("mid") or "")
        body = found["body"].removeprefix("中共").replace("纪律检查委员会", "纪委")
        if body == "中央委员会":  # 二十届中央委员会第三次全体会议 is 二十届三中全会
            yield Mark(*found.span(), "meeting", f"meeting:{_whole(found['term'])}-{number}")
        else:
            yield Mark(*found.span(), "meeting", f"meeting:{_whole(found['term'])}-{body}-{number}")


def _congresses(page: str) -> Iterator[Mark]:
    for found in hits(CONGRESSES, CONGRESS, page):
        national = found["kind"] == "全国代表大会" and "全国" not in found["body"]
        body = "" if national else found["body"].replace("党的", "") + found["kind"]
        yield Mark(
            *found.span(), "meeting", f"meeting:{_whole(found['number'])}" + (f":{body}" if body else "")
        )
    for found in hits(SHORTS, SHORT, page):
        yield Mark(*found.span(), "meeting", f"meeting:{_whole(found['number'])}")


def _terms(page: str) -> Iterator[Mark]:
    for found in hits(TERMS, TERM, page):
        body = found["body"]
        yield Mark(
            *found.span(), "meeting", f"meeting:{_whole(found['term'])}届" + (f":{body}" if body else "")
        )
    for found in hits(ARTICLES, TIMES, page):
        yield Mark(*found.span(), "meeting", f"meeting:{_whole(found['number'])}次:{found['name']}")


STAGES = (_plenums, _sessions, _congresses, _terms)
"""In the order in which they may speak: what one has taken the next no longer sees."""


def documents(page: str) -> Iterator[Mark]:
    """Document numbers: 国发〔2023〕5号, 第12号令.

    >>> [m.key for m in documents("按照国办发〔2023〕12号文件要求")]
    ['docno:国办发〔2023〕12号']
    """
    for found in DOCNO.finditer(page) if BRACKET.search(page) else ():
        letters = LETTERS.search(found["body"])
        body = _issuer(letters[0]) if letters else ""
        start = found.end("body") - len(body)
        yield Mark(start, found.end(), "docno", f"docno:{body}〔{found['year']}〕{int(found['number'])}号")
    for found in hits(ORDERS, ORDER, page):
        yield Mark(*found.span(), "docno", f"docno:{_whole(found['number'])}号{found['name'] or ''}")


def _issuer(text: str) -> str:
    """The issuing letters without the verb before them: 按照国发 -> 国发."""
    return re.sub("^.*(?:按照|根据|依据|落实|印发|下发|转发|执行|贯彻|学习|关于|以|按|见|的|了)", "", text)


def articles(page: str) -> Iterator[Mark]:
    """Articles of a law or rule: 第八条, 第三款."""
    for found in hits(ARTICLES, ARTICLE, page):
        number = value(found["number"])
        if number is not None:
            yield Mark(*found.span(), "article", f"article:{plain(number)}:{found['unit']}", number, number)
