import pytest

from assistant.asides import is_aside, is_caption, without_asides


@pytest.mark.parametrize(
    "text",
    [
        "差不多就这些，设备那个你别写得太惨。", "老李电话里讲的，我边听边记：",
        "局长的意思是分两层写，先讲查，再讲改。", "受理投诉3件，这条先不要写", "人事调整的事内部掌握",
        "（个人述职 林某 南区法院 2025年度）", "数据口径1.1-12.10", "办公室-小周 2025/11/18 9:21",
        "监管科-老马 9:30", "@老马 你那边的数据给一下", "[图片]", "收到", "主要有这么几个方面吧。",
        "（数等土肥站）",
        "还有宿舍空调，这个别写了", "宣传的有没有？",
        "今年照这个写，数换一下", "扣没扣分我记不清了，你先空着",
    ],
)  # fmt: skip
def test_what_is_said_to_the_drafter_is_an_aside(text):
    assert is_aside(text)


@pytest.mark.parametrize(
    "text",
    [
        "党组会12次", "编写教材3本", "写信息7篇，采用3篇", "领导要求整改5处", "公开招聘9人",
        "不公开审理案件12件", "@政务号粉丝36万", "开馆时间9:00", "抓了三件事：修路、通水、通电",
        "帮助企业36家", "（一）完成道路改造3公里", "提升窗口服务", "政务公开信息320条",
    ],
)  # fmt: skip
def test_a_fact_is_no_aside(text):
    assert not is_aside(text)


def test_a_first_line_that_names_a_body_and_a_time_is_a_caption():
    assert is_caption("南桥供水公司 2025年上半年") and is_caption("Harbour Office, ops dept")
    assert not any(
        map(is_caption, ("到馆 41.3万人次", "8月20日在我县召开了现场会", "党组会12次", "Opened 3 rooms"))
    )


def test_senders_pictures_and_hidden_brackets_go_and_open_ones_become_blanks():
    assert without_asides("【信息部】系统10月升级😂 最高一天900人") == "系统10月升级，最高一天900人"
    assert without_asides("查实9条（有1条还在核，先不要写）。") == "查实9条"
    open_one = without_asides("抓获嫌疑人（人数待定，看公安口径），追回文物38件")
    assert open_one == "抓获嫌疑人【待补充：人数】，追回文物38件"
    assert without_asides("查获率9.7，这个你写百分点，提高1.5") == "查获率9.7，提高1.5"
    assert without_asides("老马：查验4126票") == "查验4126票"
    assert (
        without_asides("人均51，省里要求不超过？（科里查，先空着）")
        == "人均51，省里要求不超过【待补充：具体数】"
    )
    assert without_asides("【待补充：日期】召开大会") == "【待补充：日期】召开大会"


@pytest.mark.parametrize(
    "text",
    [
        "个别写作能力弱", "分别提拔使用年轻干部",
        "分别提请常委会审议", "原先不提供延时服务", "各地标准差别太大", "档案没整理",
        "问题提了几次还没改", "部门数据口径不一，共享难", "典型案例整理成册，发到每个支部",
        "推行“你来办、我来帮”服务", "志愿者帮着理发", "书记要求干部写心得体会", "软件升级等厂家提供",
        "安全生产：重大事故没有", "形成专报供参考",
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_word_to_the_drafter_stays(text):
    assert not is_aside(text) and without_asides(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "小学：在校生3200人",
        "职工：1.2万人",
        "施工：完成3公里",
        "老年：体检900人",
        "汇总：收到12条",
        "高工：12人",
    ],
)
def test_what_heads_a_matter_is_nobody_who_speaks(text):
    assert without_asides(text) == text


def test_a_line_of_work_in_a_box_is_its_label_and_no_sender():
    assert without_asides("【养老】新增床位300张") == "养老：新增床位300张"
    assert without_asides("【问题】人手不足") == "问题：人手不足"
    assert without_asides("【宣教部 郝姐】讲解6125场") == without_asides("【老白】讲解6125场") == "讲解6125场"
    assert without_asides("【征管股老白】每周扫一次") == "每周扫一次"
