"""Matters for the matrix to ask about, made through the services."""

from datetime import date

from tests.world import AT, CHEN_LI, LI_MIN, WANG_JIANPING, World

from zhongshu.supervision import services
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import Instruction, Task


def handed(world: World) -> Directive:
    """Handed over by 李敏 to development and reform, not signed for yet."""
    task = Task(
        title="老旧小区改造",
        requirement="请抓紧办理。",
        lead_id=world.units["FGW"].pk,
        due=date(2026, 12, 18),
        source_title="第15次常委会会议纪要",
        basis="第15次常委会会议纪要",
        approver_id=world.people[CHEN_LI].pk,
    )
    return services.open_directive(
        actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, task=task, at=AT
    )


def signed(world: World) -> Directive:
    """Signed for by 王建平."""
    directive = handed(world)
    return services.sign_for(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, at=AT)


def unread(world: World) -> Directive:
    """With words of 陈立 for the lead unit and the supervisors to read."""
    directive = signed(world)
    words = Instruction(text="请阅研。", instruction_class="guidance")
    return services.instruct(actor=world.actor(CHEN_LI), directive_id=directive.pk, instruction=words, at=AT)
