"""Services to employees: for who asked, who undertakes them, who leads that section and who audits; for nobody else."""

from tests.matrix.matrix import Arguments, Row
from tests.welfare import story
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, World

OFFICE = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)
"""Who works in the organ that offers the service; its three administrators have no business."""
KNOW = (LI_MIN, HE_WEI, SHEN_JING)
"""Of a case of 李敏: herself, the head of the undertaking section, the auditor."""


def service(world: World) -> Arguments:
    return {"ref": story.offered(world).pk}


def shown_service(world: World) -> Arguments:
    return {"service_id": story.offered(world).pk}


def section(world: World) -> Arguments:
    story.undertaker(world)
    return {"ref": world.units["SWB-DC"].pk}


def asked(world: World) -> Arguments:
    return {"ref": story.asked(world).pk}


def shown(world: World) -> Arguments:
    return {"matter_id": story.asked(world).pk}


def with_paper(world: World) -> Arguments:
    case = story.asked(world, files=(story.paper(world),))
    return {"matter_id": case.pk, "attachment_id": case.matter.attachments.get().pk}


def returned(world: World) -> Arguments:
    return {"ref": story.sent_back(world, story.asked(world)).pk}


def at_the_agency(world: World) -> Arguments:
    return {"ref": story.submitted(world, story.asked(world)).pk}


def answered(world: World) -> Arguments:
    case = story.submitted(world, story.asked(world))
    return {"ref": story.answered(world, case).pk}


FORBIDDEN = dict.fromkeys(KNOW, 403)
OWN = FORBIDDEN | {LI_MIN: 200}
ROWS = [
    Row("welfare:cases", 200),
    Row("welfare:export", 200),
    Row("welfare:services", 200),
    Row("welfare:service", 404, dict.fromkeys(OFFICE, 200), prepare=shown_service),
    Row("welfare:ask", 404, dict.fromkeys(OFFICE, 200), prepare=service),
    Row("welfare:calendar", 404, dict.fromkeys(OFFICE, 403), prepare=service),
    Row("welfare:service-change", 404, dict.fromkeys(OFFICE, 403), prepare=service),
    Row("welfare:service-new", 403, prepare=section),
    Row("welfare:case", 404, dict.fromkeys(KNOW, 200), prepare=shown),
    Row("welfare:reckoning", 404, dict.fromkeys(KNOW, 200), prepare=shown),
    Row("welfare:file", 404, dict.fromkeys(KNOW, 200), prepare=with_paper),
    Row("welfare:submit", 404, FORBIDDEN, prepare=asked),
    Row("welfare:send_back", 404, FORBIDDEN, prepare=asked),
    Row("welfare:withdraw", 404, OWN, prepare=asked),
    Row("welfare:supplement", 404, OWN, prepare=returned),
    Row("welfare:answer", 404, FORBIDDEN, prepare=at_the_agency),
    Row("welfare:report_back", 404, FORBIDDEN, prepare=answered),
]
