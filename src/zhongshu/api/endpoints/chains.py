"""Templates of steps: kept, written anew, put out of use; put to work on a matter."""

from django.utils.translation import gettext_noop as _
from ninja import Field, Router, Schema

from zhongshu.api import tellings
from zhongshu.api.exposing import Offer, Words, expose
from zhongshu.api.schemas import told
from zhongshu.api.schemas.sent import Sent
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Chain, StepRole

router = Router(tags=[_("步骤模板")])


class Step(Sent):
    """One step: what, by which role, within how many working days after the step before it was accepted."""

    title: str = Field(max_length=60)
    role: StepRole
    working_days: int = Field(ge=1)
    requirement: str = Field("", max_length=300)
    unit_id: int | None = None
    post_id: int | None = None


class ChainSent(Sent):
    """A template as it is written; with ``chain_id`` the next version of that one."""

    unit_id: int
    name: str = Field(max_length=40)
    steps: list[Step]
    chain_id: int | None = None


class ChainTold(Schema):
    """A template with the steps of its newest version."""

    id: int
    name: str
    organ_id: int
    version: int
    retired: bool
    steps: list[Step]


@router.get("/step-templates", response=list[ChainTold], summary=_("步骤模板列表"))
def chains(request: Request) -> list[ChainTold]:
    """Those in use at the organs that the asker supervises for."""
    return [_told(one) for one in queries.chains_kept(request.actor)]


def _told(one: Chain) -> ChainTold:
    version = queries.newest(one)
    steps = [
        Step(**{name: getattr(step, name) for name in Step.model_fields}) for step in version.steps.all()
    ]
    return ChainTold(
        id=one.pk, name=one.name, organ_id=one.organ_id, version=version.number,
        retired=one.retired_at is not None, steps=steps,
    )  # fmt: skip


def _kept(body: ChainSent, actor: Actor) -> Words:
    steps = tuple(services.Step(**one.dict()) for one in body.steps)
    return {**body.dict(exclude={"steps"}), "steps": steps}


expose(
    router,
    (
        Offer(
            path="/step-templates", title=_("存下步骤模板"), run=services.keep_chain, status=201, body=ChainSent,
            read=_kept,
        ),
        Offer(
            path="/step-templates/{chain_id}/retirement", title=_("停用步骤模板"), run=services.retire_chain
        ),
    ),
    answer=ChainTold,
    tell=lambda request, made: _told(made),
)  # fmt: skip
expose(
    router,
    (
        Offer(path="/directives/{directive_id}/steps", title=_("按步骤模板办理"), run=services.begin_chain),
        Offer(
            path="/directives/{directive_id}/next-step", title=_("接续下一步"), run=services.continue_chain
        ),
    ),
    answer=told.Directive,
    tell=lambda request, done: tellings.directive(request, done.pk),
)
