"""Who leads and who supports, as cells abbreviate it, put into one form: 市发改委（牵头）、市财政局（配合）."""

from __future__ import annotations

import re

from zhongshu.supervision.extraction.leaders import is_person
from zhongshu.supervision.extraction.names import is_listed_unit

LEADS = "(?:共同|联合|双)?牵头|主办|主责|首办|承办|第一责任|主体责任|主要责任"
SUPPORTS = "配合|协办|参与|协助|会办|协同|联办|参加|支持|共同责任|次要责任|第[二三]责任|其[他它]责任|属地责任"
_SHORT = {"主": "主办", "牵": "牵头", "协": "协办", "配": "配合", "辅": "协助", "会": "会办", "参": "参与"}
_SIGNS = "★☆▲△●◆◇■※＊*#"
_LEADING = re.compile(LEADS)
_KIND = "(?:责任)?(?:单位|部门|科室|方)?"
_IN_BRACKET = re.compile(rf"（(?P<role>{LEADS}|{SUPPORTS}){_KIND}[：:](?P<names>(?:[^（）]|（[^（）]*）)+)）")
_VERB_IN_BRACKET = re.compile(
    r"（(?:由)?(?P<names>[^（）：]{2,40}?)(?P<role>牵头|主办|配合|协办|参与|协助|协同|会办|联办|参加|支持)）"
)
_NAMED_IN_BRACKET = re.compile(rf"（(?:其中)?(?P<role>{LEADS}){_KIND}[为是](?P<name>[^（）、，；]{{2,20}})）")
"""市委宣传部、市委编办（牵头单位为市委宣传部）: who leads of those named before."""
_HELPED = re.compile(
    r"^(?P<lead>[^，；：（）]+)[，；](?P<rest>[^：（）]+?)(?P<role>配合|协办|参与|协助|参加)$"
)
_REST = re.compile(r"(?<=牵头|主办)；(?=[^：（）]+$)")
_SHARE = re.compile(
    r"(?<=[\u4e00-\u9fff])（[^（）、：]{1,8}(?:路|路段|标段|工程|项目|部分|方面|资金|手续|环节)）(?=$|[、，；。\n ])"
)
"""市交通局（旅游路）: what part of the work it is asked for."""
_EACH = re.compile(
    r"（(?:(?:分别|分头|各自|单独|独立|共同)(?:办理|承办|负责|答复|落实)|分办|独办|联办|按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实|办理)?)）"
)
"""区国资中心（分别办理）: how they go about it, no part of the name."""
_TOGETHER = re.compile(
    r"(?P<names>[^（）；：，]+)（(?:共同|联合|均为?)(?P<role>牵头|主办|主责)(?:单位|部门)?）"
)
"""市发改委、市财政局（共同牵头）: all of them."""
_MAINLY = re.compile(r"(?<=[\u4e00-\u9fff）])(?:为主(?:负责)?|主抓|主要负责)(?=[，；。]|$)")
_SHORT_MARK = re.compile(r"（(?P<role>[主牵协配辅会参])）")
_SHORT_LABEL = re.compile(r"(?:^|(?<=[；、，。\n ]))(?P<role>[主牵协配辅])[：:]")
_DASHED = re.compile(rf"(?<=[\u4e00-\u9fff）])[-—–：:](?P<role>{LEADS}|{SUPPORTS}){_KIND}(?=$|[、，；。\n ])")
_MARK_RUNS_ON = re.compile(
    rf"(?<=[\u4e00-\u9fff）]) *(（(?:{LEADS}|{SUPPORTS}){_KIND}）) *(?=[\u4e00-\u9fff])"
)
_NUMBER_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff）])\s*(?:（\d{1,2}）|[①-⑳])\s*(?=[\u4e00-\u9fff])")
_SEAM = re.compile(
    r"[|｜+＋·•&＆→⇒\\]|。(?=.)|(?<=[\u4e00-\u9fff）])\.(?=[\u4e00-\u9fff])|(?<=[ 、，；\n])-(?=[\u4e00-\u9fff])"
)
_IS_THE = re.compile(r"(?<=[\u4e00-\u9fff）])[为是](?P<role>牵头|主办|主责|配合|协办|参与)(?:单位|部门|科室)")
_PERSON_OF = re.compile(r"(?:^|(?<=[、，；\n ]))(?P<name>[\u4e00-\u9fff]{2,3})（(?P<unit>[^（）]{2,20})）")


def says_support(word: str) -> bool:
    """Whether a word for a role (协, 配合单位) says that a unit supports."""
    return re.fullmatch(rf"(?:{SUPPORTS}|[协配辅会参]){_KIND}", word) is not None


def plainly(text: str, lead_sign: str = "") -> str:
    """``text`` of one line with every role written out, signs and rare seams gone.

    ``lead_sign``: the sign (★) that, as a note around the table says, marks who leads.
    """
    if lead_sign:
        text = _signed(text, re.escape(lead_sign))
    text = _EACH.sub("", _SHARE.sub("", re.sub(f"[{_SIGNS}]", "", text)))
    text = _MAINLY.sub("牵头", _TOGETHER.sub(_each_marked, text))
    if hit := _NAMED_IN_BRACKET.search(text):
        text = _NAMED_IN_BRACKET.sub("", text).replace(hit["name"], f"{hit['name']}（牵头）", 1)
    text = _IN_BRACKET.sub(lambda hit: f"；{hit['role']}：{hit['names']}；", text).strip("；")
    text = _VERB_IN_BRACKET.sub(r"；\g<role>：\g<names>；", text).strip("；")
    text = _REST.sub("，", text)
    if not _LEADING.search(text):
        text = _HELPED.sub(r"\g<lead>；\g<role>：\g<rest>", text)
    text = _SHORT_MARK.sub(lambda hit: f"（{_SHORT[hit['role']]}）", text)
    text = _SHORT_LABEL.sub(lambda hit: f"{_SHORT[hit['role']]}：", text)
    text = _DASHED.sub(lambda hit: f"（{hit['role']}）", text)
    text = _IS_THE.sub(lambda hit: hit["role"], text)
    text = _MARK_RUNS_ON.sub(r"\1、", _NUMBER_BETWEEN.sub("、", text))
    return _PERSON_OF.sub(_unit_first, _SEAM.sub("、", text))


def _each_marked(hit: re.Match[str]) -> str:
    return "、".join(f"{name}（{hit['role']}）" for name in hit["names"].split("、") if name)


def _signed(text: str, sign: str) -> str:
    before = re.match(rf"\s*{sign}|.*[、，；\n ]{sign}", text)
    name = r"([^、，；\n ]+)"
    return re.sub(rf"{sign}\s*{name}" if before else rf"{name}{sign}", r"\1（牵头）", text)


def _unit_first(hit: re.Match[str]) -> str:
    """张建国（市发改委）: the unit is what the cell is asked for, the person stands aside."""
    if is_person(hit["name"]) and is_listed_unit(hit["unit"]) and not is_listed_unit(hit["name"]):
        return f"{hit['unit']}（{hit['name']}）"
    return hit[0]
