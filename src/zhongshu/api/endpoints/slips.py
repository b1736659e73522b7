"""Slips of rising weight about a late matter, and the supervisors' judgement: its risk, what it waits for."""

from django.utils.translation import gettext_noop as _
from ninja import Router

from zhongshu.api import tellings
from zhongshu.api.exposing import Offer, expose
from zhongshu.api.schemas import papers as schemas
from zhongshu.api.schemas import told
from zhongshu.api.tellings import papers
from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Blocker, Risk, SlipWeight

router = Router(tags=[_("办理")])
MATTER = "/directives/{directive_id}"


@router.get(MATTER + "/slips", response=list[schemas.Slip], summary=_("督办单"))
def slips(request: Request, directive_id: int) -> list[schemas.Slip]:
    """The slips about a matter, proposed or issued, the newest first."""
    return [papers.slip(one) for one in queries.slips(queries.get(request.actor, directive_id))]


expose(
    router,
    (
        Offer(
            path=MATTER + "/slips", title=_("发督办单"), run=services.issue_slip, status=201,
            words={"weight": SlipWeight},
        ),
    ),
    answer=schemas.Slip,
    tell=lambda request, made: papers.slip(made),
)  # fmt: skip
expose(
    router,
    (
        Offer(path=MATTER + "/slip-receipt", title=_("签收督办单"), run=services.acknowledge_slips),
        Offer(path=MATTER + "/risk", title=_("研判风险"), run=services.judge_risk, words={"risk": Risk}),
        Offer(
            path=MATTER + "/wait", title=_("注明卡在哪里"), run=services.note_wait, words={"blocker": Blocker}
        ),
    ),
    answer=told.Directive,
    tell=lambda request, done: tellings.directive(request, done.pk),
)
