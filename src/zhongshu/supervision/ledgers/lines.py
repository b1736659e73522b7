"""What a row below the headings is: a matter, a title of a group, a subtotal, a note, the numbers of the columns."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

_ORDINAL = r"(?:[一二三四五六七八九十]{1,3}[、.．:：\s]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}(?:部分|类|章|板块|篇)[、：:\s]?|【[一二三四五六七八九十\d]{1,3}】|附?表[一二三四五六七八九十\d]{1,2}[：:、.\s]+|[壹贰叁肆伍陆柒捌玖拾]、|[▲■●◆★◎※▶►☆]|[甲乙丙丁戊己庚辛][、.．:：\s]|[IVX]{1,4}[、.]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][、.]?)"
_HEADED = re.compile(rf"^{_ORDINAL}\s*")
_DIGIT_ORDINAL = re.compile(r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[、.．](?!\d))\s*(?=\S)")
_ANY_ORDINAL = re.compile(
    r"^(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[)）]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)|[①-⑳]|(?<!\d)\d{1,2}(?:[.．]\d{1,2}){2,3}(?![\d年月日前底止])[、.．]?|\d{1,2}[.．]\d{1,2}[、 ])\s*(?=\S)"
)
_STYLES = tuple(
    re.compile(rf"(?:^|[；;。：:\n])\s*{style}")
    for style in (
        r"[（(]\d{1,2}[)）]", r"\d{1,2}[)）]", r"[（(][一二三四五六七八九十]{1,3}[)）]", r"\d{1,2}[、.．](?!\d)",
        r"[一二三四五六七八九十]{1,3}[、.．]", r"[①-⑳]", r"\d{1,2}(?:[.．]\d{1,2}){1,3}(?!\d)",
    )
)  # fmt: skip
"""How points are numbered: (1), 1), （一）, 1., 一、, ①, 1.2.3."""
_DAY_BEFORE = re.compile(
    r"^(?:20\d{2}|二[〇○零0][一二三四五六七八九〇○零]{2})(?:年|[.\-/])[\d一二三四五六七八九十]{1,2}(?:月|[.\-/])[\d一二三四五六七八九十]{1,3}[日号]?[ ，、：:]*(?=\S)"
)
_LONE_ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]")
_NUMBERS = re.compile(r"[（(]?(?:\d{1,4}(?:[.-]\d{1,3})*|[一二三四五六七八九十]{1,3})[)）]?[.、．]?|[①-⑳]")
_THINGS = "[项件条个处家户起宗类款例批次座栋所名篇块片段台套份]"
_COUNT = re.compile(
    rf"[（(【\[](?:共计?|合计|计|含)?\s*\d{{1,4}}\s*{_THINGS}[^（）()]*[)）】\]]$"  # （共3处隐患）
    r"|[（(【\[]?(?:共计?|合计|计)?\s*\d{1,4}\s*[项件条个][^（）()]{0,6}[)）】\]]?$"  # 3项
    rf"|(?:共计?|合计)\s*\d{{1,4}}\s*{_THINGS}$"  # 共8户
    r"|[（(【\[](?:满分|权重|分值|计|共)?[：:]?\s*\d{1,4}(?:\.\d)?[分%][)）】\]]$"  # （25分）
    r"|[（(【\[](?:共计?|合计|计)?[一二三四五六七八九十两]{1,3}[项件条个处户起宗](?:问题|任务|事项|措施|项目|隐患)?[)）】\]]$"  # （三项）
)
_GOES_ON = re.compile(r"[（(【\[](?:续[表页]?|接上[页表])[一二三四五六七八九十\d]{0,2}[)）】\]]$")
"""党建方面（续）: the group of the page before goes on."""
_TOTAL = re.compile(r"^.{0,14}?(?:合计|小计|总计|共计|累计|汇总)(?:[：:（(]?.{0,24})$")
_AVERAGE = re.compile(r"(?:平均|总体|综合|整体)[\u4e00-\u9fff]{0,4}(?:率|进度|得分|值)")
_NOTE = re.compile(
    r"^[（(【\[]?(?:注|备注|说明|附注|图例|符号说明|填表说明|填报说明|特别说明|注意|提示|温馨提示)(?:\d{0,2}[：:、.．]|事项)|^(?:填[报表制]|制表|编制|审[核签批定]|报送|上报|签[字发章]|单位负责人|主管领导|分管领导签|领导签|联系|经办|统计|录入|打印|抄[送报]|盖章|（?公章|报告期|截止日期|更新时间|数据截)[^，。]{0,12}[：:]|^(?:注|说明|备注)$|^(?:※|\*|＊)|^填报|^联系电话|^单位（?盖?章|^第\d+页|^共\d+页|^[（(]?续表|^接上[页表]|^[（(]?(?:以下|下转)(?:空白|页)"
)
_DAY_ALONE = re.compile(
    r"20\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}[日号]?|二[〇○零0][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_KEPT_BY = re.compile(
    r"[\u4e00-\u9fff]{0,12}\s*(?:20\d{2}[年.])?\d{1,2}[月.]\d{1,2}[日号]?\s*(?:统计|汇总|整理|填报|填表|制表|更新)"
)  # 党政办 6月20日统计
_SIGNED_TITLE = re.compile(r"[※▲■●◆★◎▶►☆]\s*[^，。；：:]{2,14}")
_LABEL = re.compile(r"[\u4e00-\u9fff（）()\s]{2,10}[：:].{0,24}$")
_SIGNS = re.compile(r"填[报表]|制表|审[核签批]|签[字章名]|联系人|电话|盖章|负责人|分管领导|经办人|日期")
_BY_WHEN = re.compile(
    r"(?:20\d{2}年)?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?|[本上]年度?|往年|上[月期年])?(?:到期|应?(?:完成|办结|销号)|[已未](?:完成|办结|销号)|在办|续办|结转|新增|逾期|超期|跨年度?|延续)的?(?:[督交]办)?(?:事项|任务|项目|工作|件|问题)"
)
_SUM = re.compile(rf"\d[\d.,]*%?(?:万元|亿元|{_THINGS})?")
_COUNTED = re.compile(rf"(?:共计?|合计)?\d{{1,4}}{_THINGS}")
_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,15}")
_HOW_TO_FILL = re.compile(
    r"(?:必|选)填|下拉|请?(?:选择|填写|填报|输入|勾选)|格式|例如?[：:]|如[：:]|全称|顿号|字以内|(?:没有|无)[则请]?填|不[填超]|自动(?:生成|计算)|按.{1,8}填"
)
_SHOWS_HOW = re.compile(r"[（(【\[]?(?:填[写报表])?(?:示例|样例|范例|举例|例如?)\d?[)）】\]]?[：:]?")
_LONGEST_CODE = 18
_LETTERS = (*"甲乙丙丁戊己庚辛壬癸",)
_LONGEST_GROUP = 42


class Line(Enum):
    """What a row is."""

    BLANK = "blank"
    MATTER = "matter"
    GROUP = "group"
    TOTAL = "total"
    NOTE = "note"
    NUMBERS = "numbers"


def is_total(texts: list[str]) -> bool:
    """合计, 小 计：5项, 安全生产小计, 平均完成率: in one of the first cells."""
    if any(_AVERAGE.fullmatch(text) for text in texts[:2]):
        return True
    return any(
        len(text) <= 28
        and _TOTAL.match(re.sub(r"\s", "", text))
        and not re.search(r"[，。；]|完成|开展|推进", text)
        for text in texts[:2]
    )


def is_count(text: str) -> bool:
    """Whether a text counts and says nothing of what: 5项, 共4处."""
    return bool(_COUNTED.fullmatch(text))


def is_note(texts: list[str]) -> bool:
    """注：…, 填报单位：…, 联系电话：…: what stands around a table."""
    if not texts or (len(texts) == 1 and _SIGNED_TITLE.fullmatch(texts[0])):
        return False
    if len(texts) <= 2 and (is_day_alone(texts[0]) or _KEPT_BY.fullmatch(texts[-1])):
        return True
    labels = sum(_LABEL.match(text) is not None for text in texts)
    told = sum(not _DAY_ALONE.fullmatch(text) for text in texts)
    return bool(_NOTE.match(texts[0])) or (labels * 2 > told and _SIGNS.search("".join(texts)) is not None)


def is_day_alone(text: str) -> bool:
    """2026年6月10日 or 2026.6.10, as below the name of who drew the table up."""
    return bool(_DAY_ALONE.fullmatch(text))


def shows_how_to_fill(texts: list[str]) -> bool:
    """必填 | 下拉选择 | 填写全称, 示例 | …: a row of a template that says or shows how the others are filled in."""
    if len(texts) < 3 or texts[0].isdigit():
        return False
    told = sum(len(t) <= 24 and _HOW_TO_FILL.search(t) is not None for t in texts)
    return told * 2 >= len(texts) or _SHOWS_HOW.fullmatch(texts[0]) is not None


def numbers_the_columns(texts: list[str]) -> bool:
    """1 2 3 4 …, 甲 乙 丙, A B C, XH RWMC WCSX: the columns counted, or called by a code, below their headings."""
    if len(texts) < 4 or len(set(texts)) < len(texts) or len(texts[1]) > _LONGEST_CODE:
        return False
    told = [t.strip("()（）") for t in texts]
    counted = (
        [str(n) for n in range(1, len(told) + 1)],
        [*"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"[: len(told)]],
    )
    return told in counted or set(told) <= set(_LETTERS) or _go_on(told) or all(map(_CODE.fullmatch, told))


def _go_on(told: list[str]) -> bool:
    """甲 乙 1 2 3 4: what is said counted in letters, what is measured in figures."""
    letters = [t for t in told if t in _LETTERS]
    return bool(letters) and told == [*letters, *(str(n) for n in range(1, len(told) - len(letters) + 1))]


def group_title(texts: list[str], width: int, columns: int) -> str | None:
    """The title of a group of matters (一、安全生产（共3项）→ 安全生产), or None if the row is none.

    ``width``: how many columns the first text is merged over, of ``columns`` in the table.
    """
    told = [text for text in texts if not _SUM.fullmatch(text)]  # 一 | 产业类项目（5个） | 158000
    if len(told) == 2 and _LONE_ORDINAL.fullmatch(told[0]) and len(told[1]) <= 20:
        return without_ordinal(told[1])
    if len(told) == 1 < len(texts) and is_numbered_title(told[0]) and (width > 1 or _COUNT.search(told[0])):
        return without_ordinal(told[0])  # 一、产业类项目（5个） | 231000 | 86000
    if len(texts) != 1 or len(texts[0]) > _LONGEST_GROUP or texts[0].isdigit():
        return None
    spans = width >= 3 and width * 2 >= columns
    title = _DIGIT_ORDINAL.sub("", texts[0]) if spans else texts[0]
    return without_ordinal(title) if spans or _HEADED.match(texts[0]) else None


def tells_when(title: str) -> bool:
    """Whether a title tells by when or how far its matters are (上半年到期事项, 未办结事项), not what they are about."""
    return bool(_BY_WHEN.fullmatch(title))


def is_numbered_title(text: str) -> bool:
    """一、新立项事项: a title that bears a number of its own."""
    return bool(_HEADED.match(text)) and len(text) <= _LONGEST_GROUP and not is_note([text])


def without_ordinal(text: str) -> str:
    """The title of a group without its number and without the count of its matters."""
    bare = _COUNT.sub("", _GOES_ON.sub("", _HEADED.sub("", text)))
    return _DAY_BEFORE.sub("", bare).strip(" ：:") or text


def without_number(text: str) -> str:
    """As ``without_ordinal``, for what stands in a cell: a number in digits (1.做强产业) goes as well."""
    return without_ordinal(_DIGIT_ORDINAL.sub("", text))


def numbered_once(text: str) -> bool:
    """Whether a text begins with a number and has no second in the same style: （1）新增企业12家, 4.甲：（1）乙, not 1.甲；2.乙."""
    rest = _ANY_ORDINAL.sub("", text, count=1)
    return rest != text and not any(style.match(text) and style.search(rest) for style in _STYLES)


@lru_cache(maxsize=4096)
def without_own_number(text: str) -> str:
    """A text without the number that it begins with, unless it counts several things."""
    return _ANY_ORDINAL.sub("", text, count=1) if numbered_once(text) else text


def is_ordinal(text: str) -> bool:
    """Whether a text only numbers: 3, 03, 1.2, （一）, ①."""
    return bool(_NUMBERS.fullmatch(text))


def depth_of(text: str) -> int:
    """0 for 一、, 1 for （一）: how deep a group's title stands."""
    return 1 if re.match(r"[（(]", text) else 0
