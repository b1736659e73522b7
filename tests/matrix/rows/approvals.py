"""Approvals: a paper of the supervision section, asked of its head, known to who leads and audits the office."""

from io import BytesIO

from tests.approvals.conftest import LEAVE, publish
from tests.matrix.matrix import Answer, Arguments, Row
from tests.world import ADMINISTRATORS, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, World

from zhongshu.approvals import services
from zhongshu.approvals.deeds import DEEDS
from zhongshu.approvals.models import Approval
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now
from zhongshu.matters.models import Attachment
from zhongshu.platform.files import services as files

KNOWING = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)
SHUT = dict.fromkeys(ADMINISTRATORS, 403)
FORM = {"v_subject": "印发通报", "v_copies": "12", "title": "用印申请", "urgency": "0"}


def answers(ok: tuple[str, ...], answer: Answer = 200) -> dict[str, Answer]:
    """403 for whoever knows of the paper, ``answer`` for those whose step it is."""
    return {**dict.fromkeys(KNOWING, 403), **dict.fromkeys(ok, answer)}


def submitted(world: World, **more: object) -> Approval:
    publish(LEAVE, at=now())
    return services.submit(
        actor=world.actor(LI_MIN, now().date()), route="leave", title="关于印发督查通报的用印申请", body="",
        values={"subject": "印发通报", "copies": "12"}, at=now(), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def a_paper(world: World) -> Arguments:
    return {"matter_id": submitted(world).pk}


def a_draft(world: World) -> Arguments:
    return {"matter_id": submitted(world, draft=True).pk}


def suspended(world: World) -> Arguments:
    told = a_paper(world)
    services.suspend(actor=world.actor(LI_MIN, now().date()), reason="等材料", at=now(), **told)  # type: ignore[arg-type]
    return told


def with_a_signer(world: World) -> Arguments:
    told = a_paper(world)
    chen = world.people[CHEN_LI].pk
    services.add_signer(
        actor=world.actor(HE_WEI, now().date()), person_id=chen, place="beside", at=now(), **told
    )  # type: ignore[arg-type]
    return told


def delegated(world: World) -> Arguments:
    told = a_paper(world)
    chen = world.people[CHEN_LI].pk
    services.delegate(actor=world.actor(HE_WEI, now().date()), person_id=chen, at=now(), **told)  # type: ignore[arg-type]
    return told


def with_a_file(world: World) -> Arguments:
    actor = world.actor(LI_MIN, now().date())
    kept = files.store(actor=actor, stream=BytesIO("通报".encode()), name="通报.txt", at=now())  # type: ignore[arg-type]
    paper = submitted(world, files=(kept,))
    return {"matter_id": paper.pk, "attachment_id": Attachment.objects.get(matter=paper.pk).pk}


def a_route(world: World) -> Arguments:
    publish(LEAVE, at=now())
    return {"name": "leave"}


def a_version(world: World) -> Arguments:
    return {**a_route(world), "number": 1, "form": "bpmn"}


def a_drafted_version(world: World) -> Arguments:
    services.draft_route(actor=SYSTEM, spec=LEAVE, at=now())
    return {"name": "leave"}


STATES = {
    "agreement": (a_paper, (HE_WEI,)),
    "advice": (delegated, (CHEN_LI,)),
    "return": (a_paper, (HE_WEI,)),
    "refusal": (a_paper, (HE_WEI,)),
    "signer": (a_paper, (HE_WEI,)),
    "signer-removal": (with_a_signer, (HE_WEI,)),
    "reassignment": (a_paper, (HE_WEI,)),
    "delegation": (a_paper, (HE_WEI,)),
    "taking-back": (a_paper, (LI_MIN,)),
    "reminder": (a_paper, (LI_MIN,)),
    "copy": (a_paper, (LI_MIN, HE_WEI)),
    "resumption": (suspended, (LI_MIN, CHEN_LI)),
    "suspension": (a_paper, (LI_MIN, CHEN_LI)),
    "voiding": (a_paper, (LI_MIN, CHEN_LI)),
}
EMPTY_FORM = {
    "advice", "return", "refusal", "signer", "signer-removal", "reassignment", "delegation",
    "copy", "suspension", "voiding",
}  # fmt: skip

ROWS = [
    Row("approvals:papers", all=200, but=SHUT),
    Row("approvals:export", all=200, but=SHUT),
    Row("approvals:agreements", all=303, but=SHUT, method="post"),
    Row("approvals:new", all=200, but=SHUT),
    Row("approvals:fill", all=200, but=SHUT, prepare=a_route),
    Row("approvals:fill", all=422, but=SHUT, method="post", prepare=a_route),
    Row("approvals:fill", all=303, but=SHUT, method="post", data=FORM, prepare=a_route),
    Row("approvals:approval", all=404, but=dict.fromkeys(KNOWING, 200), prepare=a_paper),
    Row("approvals:sheet", all=404, but=dict.fromkeys(KNOWING, 200), prepare=a_paper),
    Row("approvals:file", all=404, but=dict.fromkeys(KNOWING, 200), prepare=with_a_file),
    Row("approvals:form", all=404, but=answers((LI_MIN,)), prepare=a_draft),
    *(
        Row(f"approvals:{one.resource}", all=404, but=answers(STATES[one.resource][1]), prepare=STATES[one.resource][0])
        for one in DEEDS
    ),
    *(
        Row(f"approvals:{one.resource}", all=404, but=answers(STATES[one.resource][1], 422), method="post",
            prepare=STATES[one.resource][0])
        for one in DEEDS if one.resource in EMPTY_FORM
    ),
    Row("approvals:routes", all=200, but=SHUT),
    Row("approvals:route", all=200, but=SHUT, prepare=a_route),
    Row("approvals:route-file", all=200, but=SHUT, prepare=a_version),
    Row("approvals:route-new", all=403),
    Row("approvals:route-import", all=403),
    Row("approvals:route-draft", all=403, prepare=a_route),
    Row("approvals:route-arrangement", all=403, method="post", prepare=a_route),
    Row("approvals:route-discard", all=403, method="post", prepare=a_drafted_version),
    Row("approvals:route-part-new", all=403, prepare=lambda world: {**a_route(world), "part": "stage"}),
    Row("approvals:route-part", all=403, prepare=lambda world: {**a_route(world), "part": "stage", "ref": "head"}),
    Row("approvals:route-publication", all=403, method="post", prepare=a_drafted_version),
    Row("approvals:route-renewal", all=403, method="post", prepare=a_route),
    Row("approvals:route-withdrawal", all=403, method="post", prepare=a_route),
]  # fmt: skip
