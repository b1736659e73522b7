"""A ledger of another keeping: written, brought in, imported and taken back."""

import io
from functools import cache

from tests.supervision.ledgers.paper import Paper
from tests.world import AT, HE_WEI, LI_MIN, World
from zhongshu.platform.files import services as files
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive, ImportState, LedgerImport

HEAD = ("编号", "督办事项", "牵头单位", "配合单位", "责任领导", "完成时限", "进展情况", "存在问题", "状态")


def written() -> Paper:
    """Six rows: under way, late, long-term, finished, dropped, and one whose unit nobody knows."""
    p = Paper("台账")
    p.across("2026年重点督办台账", len(HEAD))
    p.put(*HEAD)
    p.put(
        "D-1",
        "改造老旧小区",
        "市教育局",
        "市财政局",
        "陈  立",
        "2026年12月31日",
        "已开工3个",
        "资金不足",
        "进行中",
    )
    p.put("D-2", "修订应急预案", "市财政局", None, None, "2026年3月底", None, None, None)
    p.put("D-3", "推进节能减排", "市发改委", None, None, "长期坚持", None, None, None)
    p.put("D-4", "印发工作要点", "市教育局", None, None, "2026年2月底", "已印发", None, "已办结")
    p.put("D-5", "建设观测站", "市教育局", None, None, "2026年5月底", None, None, "已取消")
    p.put("D-6", "观测暴雨", "市气象观象台", None, None, "2026年6月底", None, None, None)
    return p


@cache
def saved() -> bytes:
    """The same bytes each time: a workbook bears the moment at which it was saved."""
    stream = io.BytesIO()
    written().book.save(stream)
    return stream.getvalue()


def brought(world: World, paper: Paper | None = None, name: str = "原台账.xlsx") -> LedgerImport:
    stream = io.BytesIO(b"" if paper else saved())
    if paper:
        paper.book.save(stream)
    stream.seek(0)
    actor = world.actor(LI_MIN)
    file = files.store(actor=actor, stream=stream, name=name, at=AT)
    ledger = services.bring_ledger(actor=actor, unit_id=world.units["SWB-DC"].pk, file=file, at=AT)
    return said(world, ledger)


def said(
    world: World, ledger: LedgerImport, columns: dict[str, str] | None = None, **more: object
) -> LedgerImport:
    told = {
        "columns": columns or {},
        "first_leads": False,
        "origin": "key_work",
        "approver_id": world.people[HE_WEI].pk,
        "basis": "沿用原台账",
    } | more
    return services.map_ledger(actor=world.actor(LI_MIN), import_id=ledger.pk, at=AT, **told)


def imported(world: World, ledger: LedgerImport) -> LedgerImport:
    return services.import_ledger(actor=world.actor(LI_MIN), import_id=ledger.pk, at=AT, step=lambda _: None)


def undone(world: World, ledger: LedgerImport, reason: str = "导错了文件") -> LedgerImport:
    return services.undo_import(
        actor=world.actor(LI_MIN), import_id=ledger.pk, reason=reason, at=AT, step=lambda _: None
    )


def directive(title: str) -> Directive:
    return Directive.objects.select_related("matter__lead_unit").get(matter__title=title)


def stopped(ledger: LedgerImport) -> LedgerImport:
    LedgerImport.objects.filter(pk=ledger.pk).update(state=ImportState.STOPPED)
    return ledger
