"""Services to employees: what the agencies of the fictional city take in and when, one case of every state, one late.

Names of agencies and windows are examples; no real agency is quoted.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhongshu.cli.demo.scenes.scene import BETWEEN, Scene
from zhongshu.kernel.actors import SYSTEM
from zhongshu.welfare import services as welfare
from zhongshu.welfare.models import Case

SOURCE = "澄江市（虚构）示例，不是真实机构的规定"
FORM, CARD, ORDER = "申请表", "本人社保卡复印件", "调令复印件"
Doing = Generator[datetime, None, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Offer:
    """One service as 陆遥 enters it: its branch, name, agency, windows, papers."""

    branch: str
    name: str
    agency: str
    windows: str
    papers: tuple[str, ...] = ()
    periodic: bool = False
    rest: str = "before"


PENSION, HEALTH, FUND = "市社保中心（示例）", "市医保中心（示例）", "市公积金中心（示例）"
TRANSFER = Offer("养老", "养老保险关系转入", PENSION, "每月1—15日", (FORM, ORDER))
AWAY = Offer("医疗", "异地就医备案", HEALTH, "每月1日—月末", (FORM, CARD), rest="stays")
DRAW = Offer("公积金", "住房公积金提取", FUND, "每月1日—月末", (FORM, "购房合同复印件"), rest="stays")
BASE = Offer("公积金", "公积金缴存基数调整", FUND, "每年7月1—31日", periodic=True, rest="after")
MONTHLY = Offer("养老", "社会保险费申报", PENSION, "每月1—15日", periodic=True)
OFFERS = (TRANSFER, AWAY, DRAW, BASE, MONTHLY)


def queue(scene: Scene) -> Iterator[datetime]:
    """陆遥 enters services and calendars, and the employees of the office ask for them."""
    by = yield from _on(scene, 70, "luyao")
    found = {one.name: _offered(scene, one, by) for one in OFFERS}
    makeup = Offer("养老", "补缴养老保险费", PENSION, _once(scene.day(-15), scene.day(-2)), (FORM,))
    found[makeup.name] = _offered(scene, makeup, by)
    for days in (69, 48, 26):
        yield from _own_duties(scene, days)
    done = yield from _asked(scene, 23, "zhengyi", found[DRAW.name], DRAW.papers, "首套住房首付")
    yield from _submitted(scene, 22, done, "示例受理2001")
    yield from _answered(scene, 18, done, "审核通过，三日内到账。")
    by = yield from _on(scene, 17, "luyao")
    welfare.report_back(matter_id=done.pk, told="审核通过，三日内到账；到账短信由银行发出。", **by)
    yield from _asked(scene, 14, "sunqi", found[makeup.name], makeup.papers, "补缴2019年两个月。")
    answered = yield from _asked(
        scene, 12, "zhoumin", found[AWAY.name], AWAY.papers, "父母随迁，异地长期居住。"
    )
    yield from _submitted(scene, 11, answered, "示例受理3107")
    gone = yield from _asked(scene, 9, "dingyi", found[TRANSFER.name], TRANSFER.papers, "外市调入。")
    by = yield from _on(scene, 8, "dingyi")
    welfare.withdraw(matter_id=gone.pk, reason="原单位已经办理。", **by)
    waiting = yield from _asked(scene, 6, "wufan", found[DRAW.name], DRAW.papers, "偿还住房贷款。")
    yield from _submitted(scene, 5, waiting, "示例受理2093")
    back = yield from _asked(scene, 4, "qianxiao", found[TRANSFER.name], TRANSFER.papers, "外市调入。")
    by = yield from _on(scene, 3, "luyao")
    welfare.send_back(matter_id=back.pk, missing=(ORDER,), reason="调令要有单位公章", **by)
    yield from _answered(scene, 2, answered, "已备案，异地直接结算。")
    yield from _asked(scene, 1, "limin", found[AWAY.name], AWAY.papers, "")
    yield (last := scene.ago(1) + 4 * BETWEEN)
    welfare.come_up_all(actor=SYSTEM, at=last)


def _on(scene: Scene, days: int, login: str, *, later: int = 0) -> Doing:
    at = scene.ago(days) + later * BETWEEN
    yield at
    return {"actor": scene.actor(login, at), "at": at}


def _once(first: date, last: date) -> str:
    return f"{first.year}年{first.month}月{first.day}日—{last.year}年{last.month}月{last.day}日"


def _offered(scene: Scene, one: Offer, by: dict[str, Any]) -> int:
    made = welfare.offer_service(
        unit_id=scene.unit("lz-xzk"), branch=one.branch, name=one.name, agency=one.agency, papers=one.papers,
        periodic=one.periodic, guide="示例数据：材料和受理期都是虚构的。", **by,
    )  # fmt: skip
    welfare.set_calendar(
        service_id=made.pk, valid_from=scene.day(-90), windows=one.windows, rest=one.rest, source=SOURCE, **by
    )
    return made.pk


def _own_duties(scene: Scene, days: int) -> Iterator[datetime]:
    """What has come up by then, if anything, is declared on the next working day, and confirmed at once."""
    yield (at := scene.ago(days))
    for case in welfare.come_up_all(actor=SYSTEM, at=at):
        by = yield from _on(scene, days - 1, "luyao")
        told: dict[str, Any] = {"receipt": "示例申报", "because": "网上申报，机构随时受理"}
        welfare.submit(matter_id=case.pk, on=scene.day(1 - days), **told, **by)
        yield from _answered(scene, days - 2, case, "申报成功。")


def _asked(
    scene: Scene, days: int, login: str, service_id: int, papers: tuple[str, ...], note: str
) -> Generator[datetime, None, Case]:
    by = yield from _on(scene, days, login)
    person_id = scene.person(login)
    return welfare.ask(service_id=service_id, person_id=person_id, note=note, handed=papers, **by)


def _submitted(scene: Scene, days: int, case: Case, receipt: str) -> Iterator[datetime]:
    by = yield from _on(scene, days, "luyao")
    welfare.submit(matter_id=case.pk, on=scene.day(-days), receipt=receipt, **by)


def _answered(scene: Scene, days: int, case: Case, words: str) -> Iterator[datetime]:
    by = yield from _on(scene, days, "luyao")
    welfare.answer(matter_id=case.pk, outcome="granted", answer=words, **by)
