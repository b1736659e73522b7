"""The units that a cell of a ledger names, and which of them lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from zhongshu.supervision.extraction.leaders import is_person
from zhongshu.supervision.extraction.names import is_listed_unit, is_unit
from zhongshu.supervision.extraction.roles import read_bracket
from zhongshu.supervision.extraction.spans import level
from zhongshu.supervision.extraction.written_lists import split_list

from .cleaning import is_ditto, is_nothing, levelled
from .people import is_somebody, set_aside, without_phones
from .roles import LEADS, SUPPORTS, plainly

_ROLE_MARK = re.compile(rf"（(?:(?P<lead>{LEADS})|(?P<support>{SUPPORTS}))(?:单位|部门|科室|方)?）")
_LABEL = re.compile(rf"^(?:{LEADS}|{SUPPORTS}|责任|[主牵协配辅])(?:责任)?(?:单位|部门|科室)?[：:]")
_LABELLED = re.compile(
    rf"(?:(?P<lead>{LEADS})|(?P<support>{SUPPORTS})|责任|负责|落实|分办|独办|(?P<other>其[他它余]|[\u4e00-\u9fff]{{2,3}}方|监管|属地|企业|单位(?=：)|街道|乡镇|村居|行业|学校|(?:施工|监理|设计|建设|管养|技术|服务|运维|指导|督导)单位))[^：、；，。（）\s]{{0,5}}："
)
_ROLE_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:配合|协办|参与|协助)(?:落实|实施)?$")
"""县交通局（牵头）；各乡镇配合: said of units that bear no mark."""
_ROLE_VERB = re.compile(r"(?:牵头|主办|配合|协办|参与|协助|会同)(?!单位|部门)")
_NUMBERED = re.compile(r"(?:^|(?<=[、；，\n 。]))\s*(?:\d{1,2}[.．、)）]|[①-⑳]|（\d{1,2}）)\s*")
_IN_GENERAL = re.compile(
    r"等(?:各|其[他它])?(?:有关|相关|责任|成员)(?:职能|责任|市直|县直|区直|省直)?(?:部门|单位|部门单位|部门和单位|单位和部门)$"
)
_TAIL = re.compile(r"(?:按(?:照)?(?:各自)?职责(?:分工)?|分别|共同)?(?:负责(?:落实|实施)?|落实|承办|办理)$")
_PERSON_ASIDE = re.compile(r"（(?P<name>[^（）]{2,12})）")
_LEADER_LABEL = re.compile(
    r"[（(]?(?:牵头|分管|主管|包案|包保|包联|责任|具体|直接|主要|第一|[省市县区局委校院](?:级)?)*(?:领导|责任人|负责人|负责同志|经办人|承办人|包案|包保|包联|分管|挂帅)"
    r"[：:]\s*([\u4e00-\u9fff、 ]{2,20}?)[)）]?(?=$|[\n；;，。、])"
)
_PERSON_BEHIND = re.compile(
    r"(?<![主协承会联]办)(?<=[局委办厅处科部室会院府中心队站所])[：:]\s*([\u4e00-\u9fff]{2,4})(?=$|[、，,；;\s])"
)
_OPEN_END = re.compile(r"[和与及].{0,4}[乡村]$")
"""市住房和城乡: no place, but the beginning of a name that goes on."""
_SIGNED = re.compile("[★☆▲△●◆◇■※＊*#]")
"""A name that bears a sign of its own ends there."""
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}(?:街道|镇|乡|社区|村委会|居委会)")
_WIDER, _SHORTEST = tuple("省市县区旗盟州镇乡和及与、"), 3
"""老街街道 below 市华润燃气: a place by itself, unless it stands in one that the line above ends with."""
_HOLDER = re.compile(
    r"(?:责任|承办|牵头|主办|整改|落实|被督[办查])(?:单位|部门|科室|处室)(?:（盖章）)?[：:]\s*(\S.*)"
)
_ENDINGS = ("办事处", "人民政府", "管委会", "管理委员会")
"""No names by themselves: the end of one that was broken over two lines."""
_GOVERNMENTS = ("政府", "人民政府")
_NONE = frozenset("无 暂无 空 待定 未定 待明确 /".split())


@dataclass(frozen=True, slots=True)
class Units:
    """Who a cell names: units that lead, units that support, persons."""

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def read_units(raw: str, first_leads: bool = False, lead_sign: str = "") -> Units:
    """The units and persons of one cell. ``first_leads``: of several units without a mark the first leads.

    ``lead_sign``: the sign that marks who leads (see :func:`plainly`).

    >>> read_units("牵头：市发改委；配合：市财政局、市住建局").support
    ('市财政局', '市住建局')
    """
    if not raw or is_nothing(raw) or raw in _NONE:
        return Units()
    raw = _PERSON_BEHIND.sub(lambda hit: f"（{hit[1]}）" if is_person(hit[1]) else hit[0], raw)
    named = tuple(hit[1].strip() for hit in _LEADER_LABEL.finditer(raw))
    if named:
        rest = read_units(_LEADER_LABEL.sub("", raw).strip("\n；;，。 "), first_leads, lead_sign)
        return Units(rest.lead, rest.support, (*named, *rest.people))
    text, people = _without_people(
        plainly(set_aside(_joined_lines(level(levelled(without_phones(raw))))), lead_sign)
    )
    marked = _by_marks(text) or _by_words(text)
    if marked:
        return _people_apart(Units(marked[0], marked[1], people))
    names = _names(text)
    units = tuple(n for n in names if not is_somebody(n) and n not in _NONE)
    people += tuple(n for n in names if is_somebody(n))
    if first_leads and len(units) > 1:
        return Units(units[:1], units[1:], people)
    return Units(units, (), people)


def _people_apart(read: Units) -> Units:
    """县交通局（主办）张伟: who stands behind the mark of a unit supports nobody."""
    if not any(not is_somebody(name) for name in read.lead):
        return read
    named = tuple(name for name in read.support if is_somebody(name))
    units = tuple(name for name in read.support if name not in named)
    return Units(read.lead, units, (*read.people, *named))


def _without_people(text: str) -> tuple[str, tuple[str, ...]]:
    """市住建局（王建国）: the name apart from the unit."""
    people = tuple(
        name
        for hit in _PERSON_ASIDE.finditer(text)
        for name in re.split(r"[、，]", hit["name"])
        if is_somebody(name)
    )
    return (
        _PERSON_ASIDE.sub(
            lambda hit: "、" if is_somebody(re.split("[、，]", hit["name"])[0]) else hit[0], text
        ),
        people,
    )


def _joined_lines(text: str) -> str:
    """One line: a name broken over two lines is put together, other line breaks part names."""
    lines = [_NUMBERED.sub("", line) for line in text.split("\n")]
    lines = [line for line in lines if line]
    out = lines[0] if lines else ""
    for line in lines[1:]:
        if _LABEL.match(line):
            out = out.rstrip("、；，") + "；" + line
        elif out.endswith(tuple("、；，：/")) or _wraps(out, line):
            out += line
        else:
            out += "、" + line
    return re.sub(
        r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?: |$|、|，))|(?<=(?<![\u4e00-\u9fff])[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])",
        "",
        out,
    )


def _wraps(above: str, line: str) -> bool:
    """Whether a name runs on from the line above: its head is no name by itself, the whole is."""
    head = re.split(r"[、；，： /]", above)[-1]
    tail = re.split(r"[、；，： /]", line)[0]
    if line.startswith(("、", "，", "；", "（")) or above.endswith(("和", "及", "与")):
        return True
    if _OPEN_END.search(head) or (tail in _ENDINGS and not head.endswith(_ENDINGS)):
        return True
    if _SIGNED.search(head) or _SIGNED.match(tail):
        return False
    if len(head) > _SHORTEST and not head.endswith(_WIDER) and _PLACE.fullmatch(tail):
        return False
    if is_somebody(head) or is_unit(head) and (is_listed_unit(tail) or is_somebody(tail)):
        return False
    return is_unit(head + tail) and not (is_listed_unit(head) and len(tail) > 1)


def _by_marks(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """A（牵头）、B、C（配合）."""
    if not _ROLE_MARK.search(text):
        return None
    some_lead = any(hit["lead"] for hit in _ROLE_MARK.finditer(text))
    lead: list[str] = []
    support: list[str] = []
    for start, end in split_list(text, 0, len(text)):
        mark = _ROLE_MARK.search(text[start:end])
        names = _names(_ROLE_BEHIND.sub("", _ROLE_MARK.sub("", text[start:end])))
        supports = bool(mark["support"]) if mark else some_lead
        (support if supports else lead).extend(names)
    return tuple(lead), tuple(support)


def _by_words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """牵头：A；配合：B, and A牵头，B、C配合."""
    labels = list(_LABELLED.finditer(text))
    if labels:
        return _by_labels(text, labels)
    if not _ROLE_VERB.search(text):
        return None
    before, joined, after = text.partition("会同")
    if joined and before and after and "牵头" not in text:
        return _names(before), _names(after)
    cast = read_bracket(text, 0, len(text), first=False, directory=None)
    lead = tuple(n for s, e, _ in cast.lead for n in _names(text[s:e]))
    support = tuple(n for s, e, _ in cast.support for n in _names(text[s:e]))
    return (lead, support) if lead or support else None


def _by_labels(text: str, labels: list[re.Match[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    lead: list[str] = list(_names(text[: labels[0].start()].strip("、；，。 ")))
    support: list[str] = []
    some_lead = any(hit["lead"] for hit in labels)
    for hit, after in zip(labels, [*labels[1:], None], strict=True):
        names = _names(text[hit.end() : after.start() if after else len(text)].strip("、；，。 "))
        supports = bool(hit["support"]) or (some_lead and not hit["lead"]) or bool(hit["other"] and lead)
        (support if supports else lead).extend(names)
    if repeated := [name for at, name in enumerate(lead) if name in lead[:at]]:
        support, lead = [*(name for name in lead if name not in repeated), *support], repeated
    return tuple(lead), tuple(support)


def _names(text: str) -> tuple[str, ...]:
    text = _TAIL.sub("", _IN_GENERAL.sub("", _NUMBERED.sub("", text))) or text
    found = [text[s:e].strip("：:·") for s, e in split_list(text, 0, len(text))]
    kept = _with_governments([n for n in found if n and n not in _NONE])
    return tuple(dict.fromkeys(kept)) or (
        (text,) if re.search(r"[\u4e00-\u9fff]", text) and text not in _NONE else ()
    )


def _with_governments(names: list[str]) -> list[str]:
    """各县区党委、政府: a mere 政府 goes with the committee before it."""
    kept: list[str] = []
    for name in names:
        if kept and name in _GOVERNMENTS and kept[-1].endswith("委"):
            kept[-1] += f"、{name}"
        else:
            kept.append(name)
    return kept


def repeated(names: Iterable[str], above: Sequence[str]) -> list[str]:
    """The names, each once, with those of the row above where one of them says 同上."""
    return list(dict.fromkeys(one for name in names for one in (above if is_ditto(name) else (name,))))


def holder_named(title: str) -> str:
    """The unit that a title names as answering for what stands below: 责任单位：县水务局, or its mere name."""
    if hit := _HOLDER.match(title):
        return hit[1].strip()
    return title if is_listed_unit(title) and not is_somebody(title) else ""


def is_units(text: str) -> bool:
    """Whether a cell holds names of units and nothing else."""
    if not text or len(text) > 120:
        return False
    units = read_units(text)
    names = units.lead + units.support
    return bool(names) and all(is_listed_unit(name) for name in names)
