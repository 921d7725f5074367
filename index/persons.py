"""Folded page -> names of persons beside a title or a role: 王建国同志, 李局长, 局长李明, 由张三任组长."""

import re
from collections.abc import Iterator

from index.folding import Mark

DOUBLE = "欧阳|上官|司马|诸葛|夏侯|司徒|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|阿不都|买买提|艾买提"
COMMON = (
    "高王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘蒋蔡余杜叶程魏苏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付傅"
    "邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾郝龚邵钱严覃戴莫孔汤温康施牛樊葛邢齐伍庞颜倪庄聂章鲁岳翟殷詹欧"
    "耿焦俞左柳甘祝尚舒阮柯梅童凌毕霍裴涂苗谷曲冉翁骆蒙鲍喻祁蒲屈饶牟尤穆古吉缪褚娄窦岑冷晏柏瞿佟臧闵苟邬"
    "栗卞栾隋刁寇甄丛虞佘苑迟邝"
)
RARE = (
    "白方毛万武常向文安易乔关兰包宁符纪单季成盛蓝路游辛靳管柴华房滕解艾阳时农司"
    "卓简车项连芦麦戚景宫费卜席卫米宗桂全应边姬师和仇商巫桑郎仲敖巩明池查麻申党"
)
FOLLOWER = (
    "[^的了和与及等在到为是不有被把将向从对以其之各我该此某每两多几数个位名级者们任做要应该班党委支部记局厅处所队组副总第二三四五六七八九十并就都也还"
    r"\W\d_A-Za-z]"
)
NAME = rf"(?:(?:{DOUBLE})|[{COMMON}]){FOLLOWER}{{1,2}}"
ANY = rf"(?:(?:{DOUBLE})|[{COMMON}{RARE}]){FOLLOWER}{{1,2}}"
LONG = rf"(?:(?:{DOUBLE})|[{COMMON}{RARE}])[\u4e00-\u9fff]{{1,2}}?"
"""A name told by what stands on both sides of it."""
RANKS = (
    "(?:副|原|代)?(?:书记|局长|主任|部长|县长|市长|省长|区长|镇长|乡长"
    "|州长|院长|检察长|校长|处长|科长|所长|队长|大队长|支队长|组长|站长"
    "|董事长|总经理|经理|主席|秘书长"
    "|委员长|会长|厅长|司长|署长|行长|馆长|总理|村长|主编|政委|参谋长|调研员|教授|院士|博士)"
)
# A name without a comma before it is told from the end of another word by what it stands behind.
BEFORE = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由以对与和及向给请据让使被是为将把在跟同者员人记长任席师])"
    "|(?<=肃清)|(?<=学习)|(?<=慰问)|(?<=看望)|(?<=缅怀)|(?<=查处)|(?<=免去)"
    "|(?<=任命)|(?<=推选)|(?<=选举)|(?<=表彰)|(?<=通报)|(?<=市长)|(?<=书记))"
)
GROUP = r"等[\d一二三四五六七八九十几多余]+(?:名|位|人|同志)"
ACTS = (
    "主持|出席|参加|带队|讲授|作了?[重专]|介绍|通报|宣读|强调|指出|致辞"
    "|带领|率队|率领|汇报|传达|到会|赴|担任|任组|所作|代表|同志|一行|莅临|亲自|先后"
)
HIDDEN_NAME = re.compile(
    rf"(?P<name>[{COMMON}{RARE}]某(?![些个种人一]|[省市县区局村镇校院])某?"
    rf"|[{COMMON}][xX×*＊○]{{1,2}}(?![省市县区局]))"
)
# What stands behind a name; the name is then sought backwards, which is fast because these are rare.
BEHIND = re.compile(
    rf"(?P<wide>同志|等同志|{RANKS}(?![\u4e00-\u9fff]?(?:级|责任))|先生|女士)"
    r"|为(?=[\u4e00-\u9fff]{0,12}(?:主任|书记|组长|局长|科长|委员|队长))"
    r"|流毒|案[，。件的]|[（(](?:男|女|汉族|时任|正|副)|任(?:组|副|党|主|书|局|总|第)|担任"
    rf"|{GROUP}"
)
NAMED = re.compile(rf"{BEFORE}(?:{NAME})")
CALLED = re.compile(rf"{BEFORE}(?:{ANY})")
PURGED = re.compile(rf"(?:肃清|汲取)(?P<name>{LONG})(?=等?(?:流毒|恶劣影响|严重违纪|违纪违法|案|反面))")
TITLED = re.compile(
    rf"(?<!以)(?:{RANKS}|组长|巡视员|督导员|秘书|理事长|总裁|总工程师|记者|通讯员|联系人|责任人|负责人|撰稿人?|作者|模范"
    rf"|楷模|英雄|烈士)[:：]? ?(?P<name>{NAME})(?=[，。；、）)（(：:\s]"
    rf"|$|等?同志|{ACTS}|{GROUP})"
)
SURNAME = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>[{COMMON}{RARE}])(?=(?:书记|局长"
    r"|主任|部长|县长|市长|区长|镇长|乡长|院长|校长|处长|科长|所长"
    r"|队长|主席|总理)(?![\u4e00-\u9fff]?(?:级|会议|责任|第一)))"
)
COMRADES = re.compile(r"(?:等|等[\d一二三四五六七八九十几多余]+(?:名|位|人)?)?同志")
INNER = re.compile(NAME)
NO_NAME = re.compile(
    "(?:宁波籍|老同|高度|高质|高效|高位|高标|高级|高校|高中|高层|高新|高速|高铁|高举|高压|习近平|毛泽东|邓小平|江泽民|胡锦涛|周恩来|刘少奇|文明|安全|安排"
    "|常务|常委|和谐|成立|时任|管理|解决|解放|方案|方式|方面|关于|关键"
    "|关心|关注|关联|关系|关怀|江苏|江西|应急|应当|应用|明确|明显"
    "|纪检|纪委|纪律|向上|农村|农业|农民|高度|成员|项目|路线|宁夏|宁波"
    "|边|查处|查办|单位|武装|武警|施工|景区|车间|全|华|费用|商|申|师生"
    "|师资|司法|司机|卫生|卫健|文化|文旅|文艺|宗教|严|宣|和|党"
    "|向人|向中|白求|石油|万名|白天|黄河|黄金|江大|钟山|冷链|冷藏|康复"
    "|康养|连续|单位|成果|时间|易地|安置|路径|包括|季度|符合|辛苦|游客"
    "|管理|解读|简单|车辆|景点|房屋|宗旨|明|曾说|马上|马克|林区|林业|林地"
    "|林场|温暖|温馨|龙头|龙江|雷锋|古|陆续|章程|章节|毕业|范围|夏季|夏秋"
    "|左右|尚未|常|严格|严重|田间|田园|石家|吉林|梅州|柳州)"
)


def persons(page: str) -> Iterator[Mark]:
    """Names of persons where a title, a role or a verb shows that it is one.

    >>> [m.key for m in persons("王建国同志任组长")]
    ['person:王建国', 'person:王建国']
    """
    for pattern in (HIDDEN_NAME, SURNAME):
        for found in pattern.finditer(page):
            yield _person(page, *found.span("name"))
    for pattern in (PURGED, TITLED):
        for found in pattern.finditer(page):
            if not NO_NAME.match(found["name"]):
                yield _person(page, *found.span("name"))
    yield from _before(page)
    yield from _in_lists(page)


def _person(page: str, start: int, end: int) -> Mark:
    return Mark(start, end, "person", f"person:{page[start:end]}")


def _before(page: str) -> Iterator[Mark]:
    """Names right before a title or a word like 流毒."""
    for found in BEHIND.finditer(page):
        end = found.start()
        pattern = CALLED if found["wide"] else NAMED
        for start in range(max(0, end - 4), end - 1):
            if pattern.fullmatch(page, start, end) and not NO_NAME.match(page, start, end):
                yield _person(page, start, end)
                break


def _in_lists(page: str) -> Iterator[Mark]:
    """Names in a list that ends in 同志: 张伟、刘洋等同志."""
    for found in COMRADES.finditer(page):
        end = found.start()
        while end > 1:
            start = next((at for at in (end - 3, end - 2) if at >= 0 and _listed(page, at, end)), -1)
            if start < 0:
                break
            yield _person(page, start, end)
            if page[start - 1 : start] != "、":
                break
            end = start - 1


def _listed(page: str, start: int, end: int) -> bool:
    pattern = INNER if page[start - 1 : start] == "、" else NAMED
    return bool(pattern.fullmatch(page, start, end)) and not NO_NAME.match(page, start, end)
