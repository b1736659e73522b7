"""Rules C-01 and C-03: the mark is refused, the word is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.platform.files.rules import C_01_secrecy_mark

MARKS = [
    "机密★10年",
    "绝密",
    "秘密★",
    "秘　密 ★ 1 年",
    "机密☆长期",
    "绝密★三十年",
    "000012　机密★5年　特急",
    "份号：000012 机密★5年",
    "密级：秘密",
    "密级：机密★10年",
    "机密（10年）",
    "【机密】",
    "機密".replace("機", "机"),
    "秘密级",
    "机密文件",
    "机要件",
    "秘密★启封",
]
INNOCENT = [
    "严格遵守保守国家秘密法，做好机密文件清退工作。",
    "会议学习了《保守国家秘密法》。",
    "涉及秘密、机密、绝密事项的，按有关规定办理。",
    "内部",
    "内部事项　注意保管",
    "工作秘密",
    "密级：公开",
    "密级：内部",
    "密级：",
    "机要科负责文件交换。",
    "商业秘密",
    "加强秘密★会议工作的意见，请各单位认真贯彻",
    "10年",
    "2026年6月15日",
]


@pytest.mark.parametrize("line", MARKS)
def test_finds_the_mark_on_a_line_of_its_own(line):
    assert C_01_secrecy_mark(f"{line}\n\n关于做好防汛工作的通知\n各县区：").rule == "C-01"


@pytest.mark.parametrize("line", INNOCENT)
def test_leaves_words_in_running_text_alone(line):
    assert C_01_secrecy_mark(f"{line}\n\n关于做好防汛工作的通知\n各县区：") is None


@pytest.mark.parametrize("line", ["工作秘密★5年", "秘密（工作秘密）", "工作秘密☆"])
def test_a_work_secret_marked_like_a_state_secret_is_told_apart(line):
    assert C_01_secrecy_mark(line).rule == "C-03"


def test_a_bare_word_counts_on_the_first_page_only_but_a_star_everywhere():
    pages = "\n".join(["正文"] * 60)
    assert C_01_secrecy_mark(f"{pages}\n秘密") is None
    assert C_01_secrecy_mark(f"{pages}\n秘密★3年").rule == "C-01"


@given(
    level=st.sampled_from(["绝密", "机密", "秘密"]),
    years=st.integers(1, 30),
    gaps=st.lists(st.sampled_from(["", " ", "\u3000", "\t"]), min_size=4, max_size=4),
    before=st.text(alphabet="会议通知各县区第一条", max_size=50),
)
def test_no_spacing_hides_a_mark(level, years, gaps, before):
    spaced = f"{gaps[0]}{level[0]}{gaps[1]}{level[1]}{gaps[2]}★{gaps[3]}{years}年"
    assert C_01_secrecy_mark(f"{before}\n{spaced}\n{before}").rule == "C-01"
