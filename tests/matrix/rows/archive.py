"""The archive of the party committee's office: its leader and its auditor read it, others what was made known."""

from datetime import UTC, datetime

from django.db import transaction
from tests.matrix.matrix import Arguments, Row
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, TODAY, World

from zhongshu.archive import services as archive
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters.models import Group, Matter
from zhongshu.platform.journal import services as journal

SEES = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)


def deposited(world: World) -> Arguments:
    """A closed matter of the office, with one paper, in the archive."""
    matter = Matter.objects.create(
        kind="directive", state="closed_out", group=Group.CLOSED, title="老旧小区改造进度督办",
        organ=world.units["SWB"], unit=world.units["SWB-DC"], current_due=TODAY,
        opened_at=datetime(2026, 5, 6, 1, tzinfo=UTC), closed_at=AT,
    )  # fmt: skip
    report = archive.PackagedFile("办结报告.txt", "办结报告", "改造完成。".encode())
    with transaction.atomic():
        journal.record(stream=matter.stream, verb="archive.deposited", actor=SYSTEM, at=AT)
    archive.deposit(actor=SYSTEM, package=archive.package_of(matter, at=AT, files=(report,)), at=AT)
    return {"matter_id": matter.pk}


def its_file(world: World) -> Arguments:
    return {**deposited(world), "order": 1}


ROWS = [
    Row("archive:list", all=200),
    Row("archive:export", all=200),
    Row("archive:deposit", all=404, but=dict.fromkeys(SEES, 200), prepare=deposited),
    Row("archive:check", all=404, but={LI_MIN: 403, HE_WEI: 403, CHEN_LI: 403, SHEN_JING: 303},
        method="post", prepare=deposited),
    Row("archive:package", all=404, but=dict.fromkeys(SEES, 200), prepare=deposited),
    Row("archive:file", all=404, but=dict.fromkeys(SEES, 200), prepare=its_file),
]  # fmt: skip
