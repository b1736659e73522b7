"""Persons in the cells of a ledger: names, posts, and both together, alone or beside a unit."""

from __future__ import annotations

import re
from functools import lru_cache

from zhongshu.supervision.extraction.names import is_listed_unit, is_post
from zhongshu.supervision.extraction.vocabulary_people import ANY_SURNAME

_SURNAMES = frozenset(ANY_SURNAME)
_WORDS = frozenset(
    "满意 安全 高度 方案 常规 常态 成功 成立 和解 关停 关闭 计划 平稳 平安 明确 全部 全面 查封 解决 通过 施工 支付 支持 强化 管控 管理 安排 应急 "
    "严重 党建 经开 经济 向好 房产 车辆 路灯 司法 文化 农业 水利 项目 应该 相关 景区 高效 高新 时间 时限 江河 云端 包保 包联 符合 顾客 能力 单位".split()
)
"""Words that begin like a name and are none."""
_COMPOUND = re.compile(
    r"(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|长孙|宇文|轩辕|南宫|西门)[\u4e00-\u9fff]{1,2}"
)
_NAME = re.compile(r"[\u4e00-\u9fff]{1,2}[^\W\d_a-zA-Z部局委办处科室厅站所队组司厂县乡镇]")
_POST = re.compile(
    r"(?:同志|书记|党[组委]成员|(?<![成增生延擅特周全身])[\u4e00-\u9fff]长|主任|秘书长|主席|常委|委员|经理|总监|总?工程师|总[\u4e00-\u9fff]{1,2}师|总工|会计师|经济师|副总|助理|专员|调研员|巡视员|董事|监事|政委|队员|站员|干事|教导员|指挥长?|院士|代表|顾问|负责人|联络员|总裁|编辑|主编|辅导员|专干|秘书)$"
)
_DIGITS = r"(?<!\d)(?:1\d{10}|1\d{2}\*{4}\d{4}|0\d{2,3}-?\d{7,8}|\d{7,8})(?!\d)"
_LINE = r"(?!20\d{2}(?!\d))\d{3,8}(?:-\d{1,8})?"
"""The number of a line within the house or of a hotline: 8801, 96069."""
_PHONE = re.compile(
    rf"[（(](?:[^（）()、，]{{0,8}}(?:电话|热线|座机|客服|值班室?|服务台|内线|分机|总机|短号)[:： ]*)?{_LINE}[)）]|(?<=[\u4e00-\u9fff])[ :：]+{_LINE}(?=$|[)）、，；\n])|(?<=[\u4e00-\u9fff]){_LINE}(?=[)）])|[（(](?:(?:联系人|联络员)[:：]?[^（）()\d]*)?{_DIGITS}[)）]|[，,、；;]?\s*(?:(?:联系|办公)?电话|手机号?码?|联系方式|[Tt][Ee][Ll])[.：:]?\s*{_DIGITS}|{_DIGITS}"
)
_CONTACT = re.compile(r"(?:^|(?<=[、，；\n ]))(?:联系人|联络员)[:：]\s*[\u4e00-\u9fff]{2,4}(?=$|[、，；\n ])")
"""Whom to ring, beside a unit: nobody who answers for the matter."""
_POST_FIRST = re.compile(
    r"(?P<post>[\u4e00-\u9fff]{0,6}?(?:[长]|主任|书记|经理|总监|工程师|总工|主席|委员|副总))(?P<name>[\u4e00-\u9fff]{2,3})"
)
_BESIDE = re.compile(
    r"(?:^|(?<=[、，；\n ]))(?:(?P<unit>[\u4e00-\u9fff]{2,20})[-—–/／](?P<name>[\u4e00-\u9fff]{2,3})|(?P<first>[\u4e00-\u9fff]{2,3})[@-](?P<of>[\u4e00-\u9fff]{2,20}))(?=$|[、，；\n ])"
)
_RUN_ON = re.compile(
    r"(?P<unit>[\u4e00-\u9fff]{1,14}[局委办院部处科室会府镇乡司心团道])(?P<post>(?:党组|党委|常务)?副?(?:[局处科院所站部]长|主任|书记|经理|镇长|乡长|大队长))(?P<name>[\u4e00-\u9fff]{2,3})(?=$|[、，；\n ])"
)
_BY = re.compile(r"（(?:具体)?由?(?P<name>[\u4e00-\u9fff]{2,3})(?:具体)?负责）")
_RANK = re.compile(r"(?:支书|网格员|科员|护士长|会长|教授|专家|民警|教师|成员)$")
"""What is a post right before a name, and may be anything elsewhere."""
_PADDED = re.compile(r"(?<![^\s、])([\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff](?:$|[\s、（(]))")
_ROLE_BEHIND = re.compile(r"（(?:[主牵协配辅会参]|主办|牵头|主责|协办|配合|协助|参与)）$")
_ENTRY = re.compile(r"(?:[^、，；。：\n（）]|（[^（）]*）)+")


def is_post_word(word: str) -> bool:
    """Whether a word is a post, with or without what it is the post of (局长, 党委副书记, 安全总监)."""
    return len(word) >= 2 and bool(_POST.search(word)) and (is_post(word) or len(_POST.sub("", word)) <= 6)


@lru_cache(maxsize=8192)
def is_name(word: str) -> bool:
    """Whether a word is built like a person's name: a surname and one or two characters more."""
    if _COMPOUND.fullmatch(word) or (len(word) == 2 and word[0] in "老小阿" and word[1] in _SURNAMES):
        return True
    return bool(_NAME.fullmatch(word)) and word[0] in _SURNAMES and word not in _WORDS


@lru_cache(maxsize=8192)
def is_somebody(text: str) -> bool:
    """Whether ``text`` reads as a person, with or without a post (王建国, 李副市长, 总工程师 钱立群)."""
    *before, last = text.split(" ") if text else [""]
    if before:
        named = is_post_word(before[-1]) and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", last)
        return (
            all(is_post_word(word) for word in before[:-1])
            and bool(named)
            or all(map(is_somebody, (*before, last)))
        )
    if (hit := _POST_FIRST.fullmatch(text)) and is_name(hit["name"]):
        return True
    bare = _POST.sub("", text)
    if is_listed_unit(text) and not is_post(text):
        return False
    return is_name(text) or (bare != text and (len(bare) <= 1 or is_name(bare) or is_post(text)))


@lru_cache(maxsize=8192)
def people_told(text: str) -> str:
    """The persons of a cell: names apart by 、, a post before the name left as it is written.

    >>> people_told("贾文涛 尚敏"), people_told("王 强"), people_told("副市长 钱芳")
    ('贾文涛、尚敏', '王强', '副市长 钱芳')
    """
    told = ""
    for line in filter(None, map(_line, without_phones(text).split("\n"))):
        if told and not (
            is_post_word(told[-8:].split("、")[-1])
            or is_post_word(line)
            or line[0] in "（("
            or told[-1] in "、，；,;（("
        ):
            told += "、"
        told += line
    return joined(told.strip("、，；,; "))


def joined(people: str) -> str:
    """Names that a clerk padded with blanks, put together.

    >>> joined("副市长 仇 敏、王 强")
    '副市长 仇敏、王强'
    """
    return _PADDED.sub(r"\1", people)


def without_phones(text: str) -> str:
    """``text`` without the numbers one can be called by."""
    return _CONTACT.sub("", _PHONE.sub("", text))


def _line(line: str) -> str:
    words = line.split()
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return line.strip()
    if all(2 <= len(word) <= 4 and not is_post_word(word) and not _RANK.search(word) for word in words):
        return "、".join(words)
    return line.strip()


def set_aside(text: str) -> str:
    """资产公司 总经理 尚军 as 资产公司（总经理 尚军）: the person behind the unit, apart by blanks, in brackets."""
    text = _BY.sub(lambda hit: f"（{hit['name']}）", text)
    text = _RUN_ON.sub(lambda hit: f"{hit['unit']}（{hit['post']}{hit['name']}）", text)
    text = _BESIDE.sub(_beside, text)
    return _ENTRY.sub(_aside, text) if " " in text else text


def _beside(hit: re.Match[str]) -> str:
    """质量部-张华, 质量部/张华 and 张华@质量部 as 质量部（张华）."""
    unit, name = hit["unit"] or hit["of"], hit["name"] or hit["first"]
    return f"{unit}（{name}）" if is_name(name) and not is_name(unit) else hit[0]


def _aside(hit: re.Match[str]) -> str:
    entry = _ROLE_BEHIND.sub("", hit[0])
    role, words = hit[0][len(entry) :], entry.split()
    at = next((n for n, word in enumerate(words) if n and not _is_unit(word)), 0)
    person = " ".join(words[at:])
    if not at or not is_somebody(person) or not all(map(_is_unit, words[:at])):
        return hit[0]
    return f"{' '.join(words[:at])}{role}（{person}）"


def _is_unit(word: str) -> bool:
    return not is_post_word(word) and is_listed_unit(word)
