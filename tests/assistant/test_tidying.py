import pytest

from assistant.tidying import tidy

NONCE = "0123456789abcdef"


def tidied(reply, section="主要工作", facts=""):
    return tidy(reply, NONCE, section, facts)


@pytest.mark.parametrize(
    "reply",
    [
        "开会3次。[F1]", "## 主要工作\n开会3次。[F1]", "好的，以下是正文：\n\n开会3次。[F1]",
        "```text\n开会3次。[F1]\n```",
        "**一、主要工作**\n\n- 开会3次。[F1]", f"{NONCE} 开会3次。[F1]", "---\n开会**3次**。[F1]\n---",
        "先想想。</think>\n开会3次。[F1]",
    ],
)  # fmt: skip
def test_only_the_text_of_the_section_is_left(reply):
    assert tidied(reply) == "开会3次。[F1]"


def test_a_typed_blank_of_a_sample_becomes_a_blank_for_the_writer():
    assert tidied("开会〈数〉次。[F1]") == "开会【待补充：数】次。[F1]"
    assert (
        tidied("学习《关于〈条例〉的通知》。", facts="《关于〈条例〉的通知》")
        == "学习《关于〈条例〉的通知》。"
    )


def test_figures_that_look_like_markdown_stay():
    assert tidied("3*4=12，-5℃，第#1号，1.5倍。") == "3*4=12，-5℃，第#1号，1.5倍。"


def test_paragraphs_are_kept_and_empty_lines_are_not():
    assert tidied("一是抓学习。\n\n\n二是抓整改。\r\n") == "一是抓学习。\n二是抓整改。"
