"""Lines of a sample -> without what sells something: model-text sites, chat groups, ghost writers.

Each sentence is scored: what only a seller says counts much, what a seller also says counts little, the
vocabulary of reports counts against it. A report may speak of 公众号, 二维码, 资料库; a seller asks you to.
"""

import re
from collections.abc import Sequence
from typing import Final

from index.cutting import Line

SURE: Final = (
    r"(?:微信)?公众号[】\]”]?[:：]",
    r"(?:关注|搜索|搜|添加|请加|加入|扫码)(?:一下)?(?:我们|本站|本店|小编|作者|客服|老师)?的?(?:微信)?公众号.{0,20}(?:获取|领取|下载|回复|更多|免费|资料|素材|范文|$)",
    r"(?:更多|最新|最全|海量|精品|优质|全套|整套|万[份篇字套])[^，。]{0,12}(?:范文|素材|资料|材料|公文|模板|讲话稿|课件|文稿|文章|文档)"
    r"[^。]{0,16}(?:关注|访问|登录|点击|搜索|联系|尽在|下载|获取|请[到上看加]|就[在来]|加[微VvQq群]|库|网|公众号|添加|扫码)",
    r"^[（(【\[]?\s*(?:本文|文章|本资料|资料|本?材料|本?内容|文档|素材|范文|稿件|图片|文字)(?:内容|图片|均|都|全部|主要|系|是|整理|收集|素材|及图片)*"
    r"(?:来源|出处|来自|源自|源于|转自|摘自|选自|转载自)[于自为是]?\s*[:：]?.{0,24}(?:网|库|公众号|平台|微信|作者|博客|QQ|侵)",
    r"(?:本文|本篇|本资料|本文档|本范文|以上内容|文章)(?:内容|文档)?(?:是|系)?由.{0,16}(?:整理|收集|编辑|上传|分享|首发|为您|为大家)",
    r"转载(?:时|本文)?(?:请|须|需|必须|务必)(?:注明|标明|联系|保留)|未经(?:授权|许可|允许).{0,8}(?:转载|翻版)|谢绝转载",
    r"^.{0,12}(?:版权(?:归|属于).{0,14}所有|版权所有)|如有侵权|侵权(?:请|必|立)?(?:联系|删|告)|侵删"
    r"|[Cc]opyright\s?(?:©|\(c\))|[Aa]ll rights reserved",
    r"(?:代写|代笔|代发表|润笔)[^。]{0,20}(?:业务|接单|客服|微信|QQ|价格|优惠|服务[:：]|请加|请联系|热线|咨询|保密)",
    r"(?:添加|请加|加|联系|咨询|私信)(?:我们|本站|小编|站长|在线|代笔|专业|人工)?的?(?:客服|小编|站长|微信号?|[Qq]{2}|[Vv][Xx]|[Ww][Xx]|[Vv]信|薇信|威信|扣扣)",
    r"(?:微信号?|[Qq]{2}(?:群|号)?|[Vv][Xx]|[Vv]信|薇信|威信|扣扣|客服|旺旺)号?\s?[:：]\s?(?:[A-Za-z0-9_\-]{4,}|$)",
    r"^.{0,12}点击(?:此处|这里|下方|下面|上方|右上角|阅读原文|蓝字|下载|查看更多)|阅读原文$|下载(?:原文|全文|完整版|本文|[Ww][Oo][Rr][Dd])",
    r"^(?:上一篇|下一篇|相关(?:阅读|文章|推荐|范文|链接)|猜你喜欢|热门(?:文章|推荐|范文)|推荐(?:阅读|文章)|延伸阅读|精彩推荐|返回(?:首页|顶部|列表))",
    r"(?:第一|优秀|精品|大全|精选|个人|年终)范文(?:网|大全)|范文(?:网|之家|先生|吧|站)|文秘(?:网|资源网|之家|114)|公文(?:网|易文秘|之家)"
    r"|(?:百度|道客|豆丁|原创力|爱问)文库|豆丁网|道客巴巴|老秘网|写材料网|无忧考网|瑞文网|学习啦|写写帮|聘才网|笔杆子网|材料铺子|秘书网",
    r"谨防假冒|持续接单|有意(?:者请|加入|请)|诚邀加入.{0,20}(?:会员|群)|欢迎加入.{0,20}(?:会员|[Vv][Ii][Pp]|群|星球|素材|资料)|(?:会员|[Vv][Ii][Pp])群",
    r"(?:长按|扫描?|识别|扫一扫)(?:上方|下方|以下|图中|右侧)?(?:的)?二维码.{0,6}(?:关注|加入|下载|获取|领取|添加|进群)(?!.{0,20}(?:工作|群众))",
    r"\d+(?:\.\d+)?元[/／]?(?:篇|份|千字)|(?:年费|月费|终身|付费)会员(?!卡)|(?:开通|充值|成为)(?:本站|我们的?)(?:会员|[Vv][Ii][Pp])|会员充值",
    r"[Ss]ubscribe (?:to|now)|[Ff]ollow us|[Dd]ownload (?:more|the full)|[Vv]isit our (?:web)?site"
    r"|[Ff]or more (?:templates|samples|essays)",
    r"回复[“\"「【]?[^，。]{1,12}[”\"」】]?(?:即可|可以|可|就能|免费)?(?:获取|领取|下载|查看)",
    r"(?:公众号|素材库|资料库|文库|材料网|范文)[^。]{0,20}(?:唯一|官方|客服|认准|假冒)",
)  # fmt: skip
"""What only a seller or a site's own notice says."""

LIKELY: Final = (
    "公众号|订阅号|知识星球|小程序|抖音号|头条号", "网盘|云盘|百度云", "范文|模板", "素材|资料库|文库|资料",
    "代写|代笔|润笔|文稿", "会员|[Vv][Ii][Pp]", "下载|打包", "客服|小编|站长|小伙伴|亲们|老铁",
    "微信|[Qq]{2}|[Vv][Xx]|扣扣",
    "扫码|二维码", "免费|付费|优惠|限时|价格|特价", "一键|秒|极速|海量|最全",
    "关注我们|点赞|在看|收藏|转发|分享",
    "点击|搜索|回复", "添加|请加|有意|请联系|欢迎", r"www\.|https?://|\.com|\.cn\b",
    "原创|高质量保障|保密|好评如潮", "每日更新|同步更新|每天更新|更新",
)  # fmt: skip
"""What sellers also say; each row counts once."""

REPORT: Final = re.compile(
    "贯彻|落实|推进|推动|开展|加强|完善|建设|工作|党员|干部|群众|组织|制度|责任|发展|我[市县区局委省院校镇乡部]|领导|监督|治理"
    "|发布|推送|平台|宣传|打造|建立|全[市县区省]|基层|政务|法院|被告|原告|当事人|审理|案件?|公司|企业|规定|违反|非法|合同|应当|不得"
    "|依法|行为|人民|项目|会议|研究|调查|著作权|出版|播放|发行|人员|单位|部门|机关|认为|情况|问题|其中|进行|用户|消费者|交易|显示|设施|\\d{4}年|\\d+月"
)
"""What reports say of themselves and of others; each word counts once."""
TRIGGER: Final = re.compile(
    "公众号|订阅号|知识星球|小程序|抖音号|头条号|网盘|云盘|百度云|范文|素材|资料|材料|公文|模板|讲话稿|课件|文稿"
    "|文章|文档|文秘|文库"
    r"|来源|来自|源自|源于|转自|摘自|选自|转载|出处|翻版|本文|本篇|以上内容|版权|侵权|侵删"
    "|opyright|ll rights|代写|代笔|代发|润笔|客服|小编|站长|小伙伴|亲们|老铁|微信"
    "|QQ|qq|Qq|qQ|VX|vx|Vx|vX|WX|wx|Wx|wX"
    "|V信|v信|薇信|威信|扣扣|旺旺|点击|搜索|回复|阅读原文|下载|打包|上一篇|下一篇|猜你喜欢|热门|推荐"
    "|延伸阅读"
    "|相关阅|相关文|相关推|相关范|相关链|精彩推荐|返回首|返回顶|返回列|豆丁|道客|老秘网|无忧考|瑞文网|学习啦|写写帮"
    "|聘才网|笔杆子|秘书网|谨防假冒|接单|有意|加入|会员|VIP|vip|Vip|二维码|扫码|元/|元／|一键|极速|海量|最全|关注我们"
    r"|点赞|在看|收藏|转发|分享|原创|保密|好评|www\.|http|\.com|\.cn|ubscribe|ollow us|ownload|isit our"
    "|or more"
)
"""One of these is in every sentence that sells; what has none need not be scored.
``score(text) >= BESIDE`` implies ``TRIGGER.search(text)``."""
SERVED: Final = re.compile("群众|市民|居民|村民|企业|党员|职工|学生|游客|业主|纳税人|当事人")
"""Whom reports serve: a seller speaks to his reader, a report says who scans, downloads, subscribes."""
PATTERNS: Final = tuple(re.compile(pattern) for pattern in SURE)
HINTS: Final = tuple(re.compile(pattern) for pattern in LIKELY)
SELLING: Final = 3
"""Score from which a sentence sells."""
BESIDE: Final = 2
"""The same for a line beside one that sells."""
PLAIN: Final = -3
"""Score up to which a sentence right behind one that sells is the report's own."""

ASKING = re.compile(r"请|欢迎|我们|本站|本店|小编|客服|您|加入|更多|最新|\d{6,}|[A-Za-z0-9_]{5,}")
"""What a seller puts into a long sentence: an appeal to the reader, or where to reach him."""

UNIT = re.compile(r"[^。！？!?]*[。！？!?]+[”’）)】》]*|[^。！？!?]+$")
BRACKET = re.compile(r"[（(【\[〔][^（(【\[〔）)】\]〕]{4,80}[）)】\]〕]")
HAN = re.compile("[\u3400-\u9fff]")
SIGNS = re.compile(r"[A-Za-z0-9?？]{4}|\d [ \d]")
WORDS = re.compile("[。；#]|[年月日]|[（(]?[一二三四五六七八九十]{1,2}[）)、.]")
"""What a line of a report has, however short: a stop, a date, a heading's mark."""


def score(text: str) -> int:
    """How much a sentence sounds like a seller: 3 and more sells, 0 and less does not.

    >>> score("欢迎关注微信公众号：某某材料，每天更新范文") >= 3
    True
    >>> score("我局开通微信公众号，及时向群众发布政务信息。") < 1
    True
    """
    sure = sum(pattern.search(text) is not None for pattern in PATTERNS)
    hints = sum(pattern.search(text) is not None for pattern in HINTS)
    words = len(set(REPORT.findall(text))) + 2 * len(set(SERVED.findall(text)))
    told = len(text) > 60 and ASKING.search(text) is None
    return 4 * sure + hints - words - (not sure) - 3 * told


def advertisements(lines: Sequence[Line]) -> None:
    """Drop the lines, and cut the sentences of other lines, that sell something."""
    for line in lines:
        if line.kept and TRIGGER.search(line.text):
            whole, cuts = line.text, line.cuts
            brackets = [m.span() for m in BRACKET.finditer(line.text) if score(m[0][1:-1]) >= SELLING]
            line.cut_spans(brackets, "advertisement")
            _cut_sentences(line)
            if line.why:
                line.text, line.cuts = whole, cuts
    for order in (lines, lines[::-1]):
        _spread(order)


def _cut_sentences(line: Line) -> None:
    spans: list[tuple[int, int]] = []
    for match in UNIT.finditer(line.text):
        behind = bool(spans) and spans[-1][1] == match.start()
        value = score(match[0]) if behind or TRIGGER.search(match[0]) else 0
        if value >= SELLING and not behind:
            spans.append((_onset(line.text, *match.span()), match.end()))
        elif behind and value > PLAIN:
            spans[-1] = (spans[-1][0], match.end())  # after a seller's sentence more of his follow
    if sum(end - start for start, end in spans) >= len(line.text.strip()):
        line.drop("advertisement")
    else:
        line.cut_spans(spans, "advertisement")


def _onset(text: str, start: int, end: int) -> int:
    """Where in a sentence the selling begins: a report's words run into it keep their place."""
    found = [match.start() for pattern in PATTERNS if (match := pattern.search(text, start, end))]
    first = min(found, default=start)
    comma = max((text.rfind(mark, start, first) for mark in "，,；;"), default=-1) + 1
    for onset in (comma, first):
        head = text[start:onset]
        if len(head) >= 20 and len(set(REPORT.findall(head))) >= 2:
            return onset
    return start


def _spread(lines: Sequence[Line]) -> None:
    """Drop what stands beside a dropped advertisement and sounds a little like one, or is no words at all."""
    beside = 0
    for line in lines:
        if line.why == "advertisement":
            beside = 3
        elif line.kept and beside:
            wordless = _is_wordless(line.text)
            if wordless or score(line.text) >= BESIDE:
                line.drop("contact" if wordless else "advertisement")
                beside = 3
            else:
                beside = 0


def _is_wordless(text: str) -> bool:
    signs = len(text) < 40 and len(HAN.findall(text)) <= 4 and SIGNS.search(text) is not None
    return signs and not WORDS.search(text)
