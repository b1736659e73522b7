"""Notes as they are spoken: 小李：你把…; 老王你跟…; 会计彭姐每季度…; 让后勤把…: who is meant, though named by no office's name."""

from __future__ import annotations

import re

from .segmentation import Piece
from .vocabulary_people import ANY_SURNAME, SURNAMES
from .vocabulary_units import POST_ENDINGS

_MINOR = "会计|出纳|秘书|导师|委员|干事|助理|文书|总工(?!程)|班长|工长|技术员|安全员|师傅|老师"
_POSTS = "|".join(sorted({*POST_ENDINGS, *_MINOR.split("|")}, key=len, reverse=True))
# 由产品经理乔楚牵头, 请民警小贺来, 救护车年检由老孟去办: the post, if any, and the name.
_TITLE = rf"[一-鿿]{{0,8}}?(?:{_POSTS}|经理|民警|试验员|辅导员|秘书|主编|导师|书记员)"
_CALLED = rf"[小老][{ANY_SURNAME}]|[{SURNAMES}](?:局|处|科|总|工|所|队|院|校|厂|姐|哥|县|市|区|镇)长?|[{SURNAMES}](?:主任|书记|秘书长|会计|老师|经理|部长|组长|站长)"
# What somebody spoken to or of is told to do comes right behind the name.
_TOLD = r"(?=[把将去来跟再先盯抓][一-鿿]|牵头|负责|对接|转告|尽快|马上|联系|组织|每[天日周月季半两]|[今明后]天|[今明]晚|[本下这]?周[一二三四五六日末]|[本下][周月]|月底|[年会节]前|\d{1,2}(?:月|[日号]之?前)|审签|签字|和[小老]|一[起道]|具体|具体负责|统一|抽空|抓紧|务必|要(?![求素点])|自己|代[签管办我]|[核看查问写改算填]一)"
_PERSON = re.compile(
    rf"(?:[一-鿿]{{0,8}}?(?:{_POSTS}))?(?P<who>{_CALLED})(?:[，：]?你(?!们?[单局委厅办部处科院校县市区镇乡]))?{_TOLD}"
    rf"|(?:[一-鿿]{{0,8}}?(?:{_MINOR}|总监))(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}}?){_TOLD}"
)
SPOKEN_TO = re.compile(rf"{_CALLED}|(?:{_MINOR}|总监)[{ANY_SURNAME}]|你")
"""Finds what a sentence must have for somebody to be spoken to in it."""
_YOU = re.compile(
    rf"(?:[^，。；：]{{0,4}}(?<![请给对向为与和由同跟替让]))?(?P<you>你们?)(?![单局委厅办部处科院校县市区镇乡]){_TOLD}"
)
_ADDRESSED = re.compile(rf"\s*(?P<who>{_CALLED}|[{SURNAMES}][一-鿿]{{1,2}})(?:同志)?[：，]")
# 后勤, 财务: divisions of a house by what they do, where a word before them and one behind tell that they act.
DIVISIONS_OF_A_HOUSE = tuple(
    "后勤 财务 人事 法务 采购 保卫 基建 信息 宣传 档案 行政 安保 工程 技术 生产 销售 物业 食堂 机关 窗口 施工队 车队".split()
)
_DIVISION = re.compile(
    rf"(?P<who>{'|'.join(DIVISIONS_OF_A_HOUSE)})(?!负责人)(?:那边|这边|上|口)?(?=把|将|去|来|尽快|抓紧|马上|负责|牵头|配合|[今明]天|[本下]?周[一二三四五]|[本下]周|[于在]|\d)"
)


def spoken_to(norm: str, at: int, end: int) -> list[Piece]:
    """The person who stands at ``at`` by the name he is called (老王, 刘科长, 会计彭姐), told to do what follows."""
    hit = _PERSON.match(norm, at, end)
    if hit:
        return [hit.span("who") if hit["who"] else hit.span("name")]
    you = _YOU.match(norm, at, end)
    if not you:
        return []
    called = _ADDRESSED.match(norm)
    return [called.span("who")] if called else []


# 老周，…; 小钱，你记一下: a clause that only calls somebody.
_CALLS = re.compile(
    rf"(?P<who>[小老][{ANY_SURNAME}]|[{SURNAMES}](?:工|姐|哥|师傅|老师|会计|主任|科长|队长|站长|所长|经理|总))(?:同志)?，"
)


def only_called(norm: str, at: int, end: int) -> list[Piece]:
    """The person whom a clause at ``at`` only calls by name, before it says what is asked (老周，这周五之前拆完)."""
    hit = _CALLS.fullmatch(norm, at, end)
    return [hit.span("who")] if hit else []


_BY_NAME = re.compile(
    rf"(?:{_TITLE})?(?P<who>[老小][{ANY_SURNAME}])(?![一-鿿]?[区村镇项企微])(?=[一-鿿\d])|{_TITLE}(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}}?)(?=牵头|负责|把关|设计|通知|去|来|盯|管|统一|审|签|具体|组织|跟进|协调|起草|拟|统筹|主抓|对接|联系|汇报|落实|[今明]天|[本下]周|\d)"
)


def is_called(name: str) -> bool:
    """Whether a name called by @ ends in that of a person (总包张工)."""
    return bool(re.search(rf"(?:{_CALLED})$", name))


def by_title(norm: str, at: int, end: int) -> list[Piece]:
    """The person behind 由 or 请, by the name and perhaps the post."""
    hit = _BY_NAME.match(norm, at, end)
    return [hit.span("who") if hit["who"] else hit.span("name")] if hit else []


def division_spoken_of(norm: str, at: int, end: int) -> list[Piece]:
    """后勤 behind 让: the division that is to do what follows."""
    hit = _DIVISION.match(norm, at, end)
    return [hit.span("who")] if hit else []
