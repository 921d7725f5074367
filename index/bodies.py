"""Text -> what kind of body it is about: 党委机关, 政府部门, 乡镇街道, 国企, 学校, 医院."""

import re
from collections import Counter
from typing import Final

KINDS: Final = (
    "党委机关", "政府部门", "乡镇街道", "国企", "学校", "医院", "法院检察院", "村社区", "其他",
)  # fmt: skip
"""What ``organisation`` may say, beside nothing."""

_NAMES: Final[tuple[tuple[str, str], ...]] = (
    # the last word of a body's name decides: 县水利局党组 is a bureau's, 人民医院党委 a hospital's
    ("法院检察院", r"法院|检察院|法庭"),
    ("医院", r"医院|卫生院|保健院|血站|[Hh]ospital|[Hh]ospice"),
    (
        "学校",
        r"(?:大学|学院|中学|小学|学校|幼儿园|职校|技校|[市县区第][一二三四五六七八九十]{1,3}中)(?![习全])|校长|教代会|辅导员|班主任|[Ss]chool|[Uu]niversity|[Cc]ollege|[Hh]eadteacher",
    ),
    (
        "国企",
        r"公司|集团(?!军)|银行|信用(?:合作)?(?:联)?社|农商行|供电所|总经理|董事长|职代会|林场|项目部|合同段|交通集团|[^工]厂(?!房)|国企|矿务局",
    ),
    (
        "其他",
        r"政协|政治协商会议|(?<![镇乡])人大常委会|(?<![镇乡])人大(?!代表)|人民代表大会|工商联|红十字会|文联|科协|残联|妇联|总工会|协会|商会|(?<![集社表])团[^，。局公司]{0,6}[省市县区旗州]委|共青团|侨联|社科联|供销(?:合作)?(?:联合)?社|合作社联合社"
        r"|[图文博档纪科美][书化物案念技术]馆|(?:妇女|妇联|工会|侨联|文联|科协)第[^，。]{1,6}次代表大会|融媒体中心|疾控中心|疾病预防控制中心|电视台|报社"
        r"|部队|武装部",
    ),
    (
        "村社区",
        r"(?:[^农乡城中]村|社区)(?:党[总支委]|村?[支两]?委|居委会|居民委员会|村民委员会|工作站|书记)"
        r"|村委会|居委会|村支书|驻村工作队",
    ),
    ("乡镇街道", r"街道|[^乡城村]镇(?![静痛江海守市县区])|(?<![城家回下返归故])乡(?![镇村贤亲愁土情市县区])"),
    (
        "政府部门",
        r"[^格布当结时大邮全治变开破]局(?!面|势|部|限|域|长|级|促|里)|[^客官公]厅(?!级|局)|人民政府|国务院|管委会|管理委员会"
        r"|(?:改革|健康|监督管理|建设|工作|经济|民族|事务)委|[^组宣统全本内外干]部(?=关于|办公厅)"
        r"|政府办|发改委|卫健委|国资委|住建委|教委|农委|经信委|建委|政务服务中心|[^内]管理处|支队|(?<!生产)大队(?!长)|派出所|(?:司法|财政|税务|监管|执法)所|执法队|局长办公会|局务会|行署|海关|(?:部|委员会|总局|署)[\u4e00-\u9fff]{1,8}司(?![令法机])|主管部门",
    ),
    (
        "党委机关",
        r"[省市县区州盟旗]委(?!书记|托)|机关工委|机关党[委组总支]|纪委|监委|组织部|宣传部|统战部|政法委|党校|编办|巡[察视]办"
        r"|党中央|中央委员会|党代会|(?<!人民)代表大会|中共",
    ),
)
_FIRST: Final[tuple[tuple[str, str], ...]] = (
    (
        "党委机关",
        r"[省市县区州旗]委(?:老干部|机要|保密|档案|信访|督查|巡察|组织|宣传|统战)[局室办部]|派驻.{0,8}纪检监察组",
    ),
)
"""Names that hold another body's word and are none of its kind."""
_LESS: Final[tuple[tuple[str, str], ...]] = (
    (
        "医院",
        r"卫生(?:服务中心|所|室)|急救中心|医联体|医共体"
        r"|(?:妇产|[心脑肾]血管?内|内分泌|[内外儿骨眼]|急诊|检验|影像|放射|药剂|呼吸|神经|康复|麻醉|手术|护理|肿瘤|口腔)[科部室](?![学技研普协])",
    ),
    ("学校", r"职教中心|职高|教务处|教研[室组]|学生会|[一二三四五六七八九]年级"),
    ("国企", r"储备库|[煤铜铁金锰]矿|[工车机电供][务辆]段|收费站|热力|电站|营业[所部厅]|分行|支行"),
    ("村社区", r"[^农乡城新美]村|嘎查|业主委员会|第一书记"),
    ("乡镇街道", r"^[镇乡](?![村土])|苏木|综治中心|便民服务中心"),
    (
        "政府部门",
        r"中队|看守所|戒毒所|监狱|海事处|气象台|[省市县区]志办|专班|指挥部"
        r"|(?:水利|农[业机技经](?:服务)?|林业|水文|兽医|防疫|国土|环[卫保]|路政|公路|监测|统计|救助|保障|监督|监察|管理|交警|审批|财务|国资)[站所段处]"
        r"|(?:交易|登记|管理|公积金|养护|保障|监测|就业|社保|信息)[管理服务]*中心",
    ),
    ("党委机关", r"纪检监察组|机关党委|讲师团"),
    (
        "其他",
        r"武警|人武部|民兵[连营排]?|敬老院|福利院|养老院|殡仪馆|[剧歌舞文艺]团|体育(?:中心|[场馆校])|研究[所院]|设计院|农科院|慈善(?:总?会|协会)|合作社"
        r"|工会|志愿服务总?队|志愿者协会|基金会|青少年宫|文化站|服务队",
    ),
)
"""Names of lesser bodies, asked only of a title, a file's name, a signature and a post."""
_EDGE: Final = (
    r"$|[\s\u3000（(\d二的]|党|团支|工会|委员会|关于|[上下]半年|年度"
    r"|主任|书记|副|[\u4e00-\u9fff]长|工作(?:总结|汇报|计划)|述职"
)
"""What follows a body's own name; 合作社规范建设 is a topic, not a body."""
_BEFORE: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _FIRST)
_AFTER: Final = tuple((kind, re.compile(f"(?:{pattern})(?={_EDGE})")) for kind, pattern in _LESS)
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _NAMES)
_OWN: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "政府部门",
        re.compile(
            r"[我本](?:局|厅)|全局(?=上下|系统|干部|党员|职工|各|共|召开|同志)|局党[组委]|局机关|局(?:领导)?班子|厅党组|(?:结合|全面推进)我[省市县区]|经[省市县区]政府同意|我代表.{0,12}(?:政府|国务院)|受(?:国务院|[^，。]{0,8}政府)[^，。]{0,6}委托|国务院令|人民政府令"
        ),
    ),
    ("乡镇街道", re.compile(r"[我本全](?:镇|乡(?!村)|街道)|[镇乡街]党(?:委|工委)|街道党工委")),
    (
        "国企",
        re.compile(
            r"[我本](?:公司|集团|司(?!法)|厂|行(?!为|业|动|我素|政)|企业)|全公司|公司党委|集团党委|公司(?:领导)?班子"
        ),
    ),
    ("学校", re.compile(r"[我本全]校|学校党[委总支]|校领导")),
    ("医院", re.compile(r"医院党[委总支]|护士长|科主任|我院.{0,40}(?:医|患|护)")),
    (
        "法院检察院",
        re.compile(r"[我本两]院.{0,40}(?:审判|检察|案件)|任(?:副|党组[^，。]{0,4}、?)?检察长|员额[法检]官"),
    ),
    (
        "村社区",
        re.compile(r"[我本](?:村|社区)|全村(?!民)|村[“]?两委[”]?带领|各位村民代表|村党[支总]|社区党[支总委]"),
    ),
    (
        "党委机关",
        re.compile(
            r"中共中央(?:政治局|办公厅|印发|发布|纪)|中[办纪]发|[县市区]委常委会|(?<!自)[我本]委(?![托屈分门队])|部务会|部机关|常委班子|(?:代表(?!大会)|受第?[十二三四五六七八九]{1,3}届)(?!.{0,6}(?:妇联|工会|文联|科协|侨联|协会)).{0,12}(?:委员会|中央)(?!.{0,6}常务)"
        ),
    ),
    (
        "其他",
        re.compile(
            r"人大常委会(?:党组|机关|工作报告)|(?:妇女|妇联|工会|侨联|文联|科协)第[^，。]{1,6}次代表大会|常务委员会的?委托|我会(?!议)|全体官兵|我[支部]队"
        ),
    ),
)
"""How a body calls its own."""
_THEMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("国企", re.compile(r"董事会|生产经营|职工代表大会|利润总额|营业收入")),
    ("学校", re.compile(r"全体师生|教职工|师德师风|校园文化|教育教学")),
    ("医院", re.compile(r"全院|医德医风|临床科室|医护人员|医务人员|门诊")),
    ("法院检察院", re.compile(r"审判执行|检察工作|审判质效|公诉|审结|执结")),
    ("村社区", re.compile(r"村[“]?两委|村民小组|居民小组|网格员")),
    ("党委机关", re.compile(r"纪检监察机关|监督执纪|组织部门|宣传部门|全党|我们党|我党(?!派)")),
    ("其他", re.compile(r"政协委员|参政议政|会员单位|官兵")),
)
"""What a body's report keeps speaking of; others name it in passing."""
_DECREES: Final = frozenset(("通知", "意见", "实施方案", "工作计划", "制度办法", "情况汇报"))
_RULED: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("党委机关", re.compile("党员|党组织|党政机关|党纪|公务[接用]|党内|中央八项规定|党风廉政|巡视")),
    ("政府部门", re.compile("有关部门|各地|主管部门|产业|企业|牵头|行政|公共服务|政务|试点|财政|国家标准")),
)
"""What those rule on who rule for others and do not name themselves."""
_LEAST: Final = 3
_OFTEN: Final = 900
"""Characters of a text for each theme word it must have."""
_OPENING: Final = 400
_ENOUGH: Final = 3
"""Votes without which nothing is told; one word by which a body calls its own is enough."""
_MOST: Final = 6
"""Times that a body's own words count."""
_LEVELLED: Final = re.compile(
    r"党中央(?:、国务院)?|国务院[^。，]{0,12}(?:意见|部署|规划|通知)"
    r"|[党市县区省]{0,2}委[、，]?和?[市县区省]?(?:政府|府)?的?[^。]{0,6}(?:领导|指导|部署|关心)"
)
"""在市委市政府领导下 names who leads, not who speaks."""
_CENTRE: Final = re.compile(r"\W*(?:中共中央|中央办公厅|中办)")
"""Issued with the 国务院, the party stands first."""
_POST: Final = re.compile(
    r"^[^，。：:；]*(?:书记|主任|经理|主席|委员|成员|辅导员|[局所院校厂镇乡县区市处科队站组会部司行社]长)"
    r"[ \t\u3000]+[\u4e00-\u9fff·]{2,5}(?:[ \u3000][\u4e00-\u9fff])?$"
)
"""A post and, behind a blank, who holds it."""
_POST_LINE: Final = 40
_HEAD: Final = 6
"""Lines from the top among which that line stands."""
_TOWNSHIP: Final = re.compile(
    r"[^乡城村]镇(?:人民)?政府工作报告|[^城下]乡(?:人民)?政府工作报告|[镇乡]第[^，。]{1,4}届人民代表大会|代表[^，。]{0,12}[镇乡](?:人民)?政府"
)
"""Whose government reports: a township's says so in its title or first words."""
_TOP: Final = 200
_ADDRESSED: Final = re.compile(r"(?m)^.{2,40}[：:]$|[\u4e00-\u9fff]{2,30}第[^，。]{1,8}次会议上")
"""To whom or where it is said."""
_OWN_DEPARTMENT: Final = re.compile("(?<!自)[我本]部(?![托屈分门队])")
_MINISTRY: Final = re.compile(
    "(?:教育|公安|民政|财政|信息化|商务|环境|资源|农村|运输|建设|保障|水利|旅游|科技|交通)部"
)
"""我部 is a ministry's where one is named, else a department's of the party committee."""
_PASSED: Final = re.compile("人民代表大会(?:常务委员会)?[^，。]{0,12}会议(?:审议)?(?:通过|批准)")
_SIGNED: Final = 80
_SIGNATURE: Final = 25
"""Characters at the end, and of a line there, in which a body may sign."""


def organisation(text: str, title: str = "", name: str = "", kind: str = "") -> str:
    """What kind of body a text is about; empty when nothing tells it.

    The title says it best, then the name of the file, then whose post stands under the title, then who
    signs and how the text calls its own.

    >>> organisation("今年以来，我局扎实推进。"), organisation("", "柳塘镇2022年工作总结")
    ('政府部门', '乡镇街道')
    """
    if kind == "政府工作报告":
        return "乡镇街道" if _TOWNSHIP.search(f"{title}\n{text[:_TOP]}") else "政府部门"
    for words in (title, name):
        told = _named(words)
        if told:
            return told
    told = _speaker(text)
    if told:
        return told
    votes = _votes(text)
    best = max(KINDS, key=lambda body: votes[body])
    if votes[best] >= _ENOUGH:
        return best
    return _ruling(text) if kind in _DECREES else ""


def _speaker(text: str) -> str:
    """The body of the official whose post and name stand on a line of their own under the title."""
    for line in text[:_TOP].split("\n")[1:_HEAD]:
        if len(line) <= _POST_LINE and _POST.search(line.strip("（）() \u3000")) and (told := _named(line)):
            return told
    return ""


def _ruling(text: str) -> str:
    """Who decrees what: of party or state, whose matter the text keeps speaking of."""
    often = {body: len(pattern.findall(text)) for body, pattern in _RULED}
    best = max(often, key=lambda body: often[body])
    return best if often[best] >= _LEAST and often[best] * _OFTEN >= len(text) else ""


def _votes(text: str) -> Counter[str]:
    votes: Counter[str] = Counter()
    opening = _LEVELLED.sub("", _ADDRESSED.sub("", text[:_OPENING]))
    for body, pattern in _OWN:
        votes[body] += _ENOUGH * min(_MOST, len(pattern.findall(text)))
    for body, pattern in _THEMES:
        count = len(pattern.findall(text))
        votes[body] += min(_MOST, count) if count * _OFTEN >= len(text) else 0
    for body, pattern in _PATTERNS:
        votes[body] += min(2, len(pattern.findall(opening)))
    if _OWN_DEPARTMENT.search(text):
        votes["政府部门" if _MINISTRY.search(opening) else "党委机关"] += _ENOUGH
    votes["其他"] += _ENOUGH if _PASSED.search(text[:_OPENING]) else 0
    for line in text[-_SIGNED:].split("\n")[1:]:
        votes[_named(line)] += 3 if len(line) <= _SIGNATURE else 0
    return votes


def _named(words: str) -> str:
    """The body whose name stands in a title: of several the first that is not led by another."""
    if _CENTRE.match(words):
        return "党委机关"
    about = words.find("关于")
    for part in (words[:about], words[about:]) if about > 0 else (words,):
        for kind, pattern in (*_BEFORE, *_PATTERNS):
            if pattern.search(part):
                return kind
    for kind, pattern in _AFTER:
        if pattern.search(words[:about] if about >= 0 else words):
            return kind
    return ""
