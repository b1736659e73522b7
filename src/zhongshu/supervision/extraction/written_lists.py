"""Lists of units written out (a bracket, a table cell, what follows 责任单位：), taken apart into their names."""

from __future__ import annotations

import re

from .directory import Directory
from .letters import hurried
from .names import GENERIC_ONLY, is_generic, is_listed_unit, is_party_and_government, is_post, is_unit
from .segmentation import Piece
from .vocabulary_units import DIVISION_ENDINGS, SECTORS

# Divisions named in one breath are one addressee: 各省、自治区、直辖市人民政府; 各市（州）、县（市、区）.
DIVISIONS = re.compile(
    hurried(
        r"(?:各有关|各|有关)?(?:省|地级?市|市|州|县|设区市|[区乡镇](?=、[乡镇村]))(?:（[^（）]{1,6}）)?(?:、(?:[市县区乡]级|自治区|直辖市|自治州|县区|区县|县|市|区|州|盟|旗|地区|乡镇|街道|乡|镇|村)(?:（[^（）]{1,6}）)?){1,6}(?:和新疆生产建设兵团)?(?:人民政府|政府|党委)?(?:办公厅|办公室)?(?:[一-鿿]{2,8}(?:局|厅|委|办|队伍)(?:（[^（）]{1,4}）)?|(?:[两三四]级)?(?:(?![各有相直和及])[一-鿿]){2,10}?(?:主管|行政|管理|监管)?部门|[两三四]级(?:人民)?政府|(?:人民)?(?:法院|检察院))?(?:（(?:管委会|开发区|工委)）)?(?:及军区)?(?:[一-鿿]{2,8}的部门)?"
    )
)


def is_several_divisions(name: str) -> bool:
    """Whether ``name`` speaks of divisions of several kinds in one breath (各县、区人民政府（管委会）)."""
    return bool(DIVISIONS.fullmatch(name))


def split_list(norm: str, start: int, end: int, directory: Directory | None = None) -> list[Piece]:
    """The units of a written-out list (a bracket, a table cell, what follows 责任单位：)."""
    pieces: list[Piece] = []
    top = _split_top(norm, start, end)
    for piece in top:
        pieces += _split_joined(norm, *piece, directory, several=len(top) > 1)
    return [p for p in (_trim(norm, *piece) for piece in pieces) if p[1] - p[0] > 1]


_LIST_EDGE = re.compile(r"[（《）》、，；/\n\t 　]")


def _split_top(norm: str, start: int, end: int) -> list[Piece]:
    pieces, depth, begin = [], 0, start
    fused = _several_divisions(norm, start, end)
    for hit in _LIST_EDGE.finditer(norm, start, end):
        i, char = hit.start(), hit[0]
        if i < fused:
            continue
        depth += (char in "（《") - (char in "）》")
        if depth <= 0 and char in "、，；/\n\t 　":
            pieces.append((begin, i))
            begin = i + 1
            fused = max(fused, _several_divisions(norm, begin, end))
    pieces.append((begin, end))
    return [p for p in pieces if p[1] > p[0]]


def _several_divisions(norm: str, start: int, end: int) -> int:
    """Where divisions spoken of in one breath (各县、区人民政府) end that open an item of a list; -1 if none do."""
    whole = DIVISIONS.match(norm, start, end)
    return whole.end() if whole and (whole.end() == end or norm[whole.end()] in "、，；和及与 ") else -1


def _split_joined(
    norm: str, start: int, end: int, directory: Directory | None, *, several: bool = False
) -> list[Piece]:
    word = norm[start:end]
    if directory and directory.knows(word):
        return [(start, end)]
    if (more := _AND_OTHERS.search(word)) and more.start():
        cut = start + more.start()
        return _split_joined(norm, start, cut, directory) + _split_joined(norm, cut + 1, end, directory)
    for joiner in ("以及", "会同", "和", "及", "与"):
        cut = word.find(joiner)
        while cut > 0:
            left, right = word[:cut], word[cut + len(joiner) :]
            generic = GENERIC_ONLY.fullmatch(right) and ((joiner == "及" and not several) or is_generic(left))
            if (
                _stands_alone(left, directory)
                and (is_listed_unit(right, directory) or is_post(right))
                and not generic
                and not is_party_and_government(left, right)
                and not _CARES_FOR_BOTH.match(word)
            ):
                return [(start, start + cut), *_split_joined(norm, start + cut + len(joiner), end, directory)]
            cut = word.find(joiner, cut + 1)
    if two := TWO_FIELDS.fullmatch(word):
        return [(start, start + two.end("one")), (start + two.end("one"), end)]
    return [(start, end)]


# 实验室与设备管理处: one office that sees to both; what stands before 与 is a kind of body, no unit of its own.
_CARES_FOR_BOTH = re.compile(
    r"[校院]?(?:实验室|学院|学校|院系|企业|园区|机关|仓库|村镇|科研院所|研究院|公司|实训室|教室|场馆|社区)(?:与|和|及)[一-鿿]{2,6}"
    r"(?:管理|建设|发展|监管|合作|保障|(?<!卫生)(?<!社区)(?<!便民)(?<!政务)服务)(?:[处科部办]|办公室|中心)$"
)
# 教育财政, 发改住建: two departments by their fields of work, no mark between them.
_FIELDS = "教育|财政|发改|住建|民政|人社|卫健|农业农村|商务|文旅|审计|司法|水利|交通运输|生态环境|应急|城管|信访|统计|医保|国土|环保|林业|国资"
TWO_FIELDS = re.compile(f"(?P<one>{_FIELDS})(?:{_FIELDS})")


def _stands_alone(name: str, directory: Directory | None) -> bool:
    """Whether the words before 和 are a name by themselves: a unit, a division or a post."""
    if is_post(name):
        return True
    whole = is_unit(name, directory) or name.endswith(DIVISION_ENDINGS)
    return whole and is_listed_unit(name, directory)


_AND_OTHERS = re.compile(r"等(?=(?:[省市县区州]|[省市县区]级|[省市县区]直|国务院)?(?:有关|相关))")
_DENG = re.compile(
    r"(?:等(?:\d{1,2}|[一二三四五六七八九十])?[个家]?|[两三四五六七八九十][个家])(?:市级|省级|市直|县直|区直)?(?:部门|单位|机构)?$"
)
_LEADING = re.compile(r"^(?:由|请|以及|和|及|与|会同|：)+")


def _trim(norm: str, start: int, end: int) -> Piece:
    while start < end and norm[start] in " 　\t\n.。·":
        start += 1
    while end > start and norm[end - 1] in " 　\t\n.。；，":
        end -= 1
    if lead := _LEADING.match(norm[start:end]):
        start += lead.end()
    if norm.startswith(("相关", "有关"), start) and norm[start + 2 : end] in SECTORS:
        start += 2
    if tail := _DENG.search(norm[start:end]):
        end = start + tail.start()
    return start, end
