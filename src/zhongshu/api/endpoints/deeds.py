"""What is done to a supervised matter: each deed is a resource of it, and answers with the matter as it now is."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_noop as _
from ninja import Router

from zhongshu.api import tellings
from zhongshu.api.auth import common
from zhongshu.api.schemas import given, told
from zhongshu.api.uploads import own_files
from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries, services

router = Router(tags=[_("办理")])
MATTER = "/directives/{directive_id}"


def _done(request: Request, directive_id: int, run: Callable[..., Any], **words: Any) -> told.Directive:
    done = run(directive_id=directive_id, **words, **common(request))
    return tellings.directive(
        request, getattr(done, "directive_id", None) or done.pk, queries.days_given(words)
    )


@router.post(MATTER + "/signature", response=told.Directive, summary=_("签收"))
def sign_for(request: Request, directive_id: int) -> told.Directive:
    return _done(request, directive_id, services.sign_for)


@router.post(MATTER + "/objection", response=told.Directive, summary=_("提出异议"))
def object_to(request: Request, directive_id: int, body: given.Reason) -> told.Directive:
    return _done(request, directive_id, services.object_to, reason=body.reason)


@router.post(MATTER + "/handler", response=told.Directive, summary=_("转经办"))
def pass_on(request: Request, directive_id: int, body: given.Handler) -> told.Directive:
    return _done(request, directive_id, services.pass_on, person_id=body.person_id)


@router.post(MATTER + "/progress", response=told.Directive, summary=_("回告进展"))
def report(request: Request, directive_id: int, body: given.Progress) -> told.Directive:
    files = own_files(request.actor, body.file_ids)
    words = {"text": body.text, "blocker": body.blocker, "files": files, "figures": body.figures}
    return _done(request, directive_id, services.report, **words)


@router.post(MATTER + "/cycle", response=told.Directive, summary=_("设定回告周期"))
def set_cycle(request: Request, directive_id: int, body: given.Reporting) -> told.Directive:
    """From today on; a weekly cycle needs its basis and its last day, a plan its milestones."""
    milestones = tuple(services.Milestone(one.name, one.due) for one in body.milestones)
    words = {"cycle": body.cycle, "basis": body.basis, "until": body.until}
    return _done(request, directive_id, services.set_cycle, milestones=milestones, **words)


@router.post(MATTER + "/figures-asked", response=told.Directive, summary=_("索取数据"))
def ask_figures(request: Request, directive_id: int, body: given.FiguresAsked) -> told.Directive:
    """What the unit was asked for already is refused with what it gave, unless ``reason`` says why it is needed."""
    words = {**body.dict(), "labels": tuple(body.labels)}
    return _done(request, directive_id, services.ask_figures, **words)


@router.post(MATTER + "/figures-given", response=told.Directive, summary=_("填报数据"))
def give_figures(request: Request, directive_id: int, body: given.FiguresGiven) -> told.Directive:
    """Figures by the id of what was asked; they may also be given with a progress report."""
    return _done(request, directive_id, services.give_figures, figures=body.figures)


@router.post(MATTER + "/completion", response=told.Directive, summary=_("报办结"))
def complete(request: Request, directive_id: int, body: given.Completion) -> told.Directive:
    files = own_files(request.actor, body.file_ids)
    words: dict[str, Any] = {"feedback": body.feedback, "signed_by_id": body.signed_by_id, "files": files}
    words |= {"instead_ids": tuple(body.instead_ids), "verify_by": body.verify_by}
    words |= {"attached_ids": tuple(body.attached_ids), "replaced_ids": tuple(body.replaced_ids)}
    words |= {"figures": body.figures}
    return _done(request, directive_id, services.complete, **words)


@router.post(MATTER + "/acceptance", response=told.Directive, summary=_("审核通过"))
def accept(request: Request, directive_id: int, body: given.Acceptance) -> told.Directive:
    """``explanation`` is asked for where the evidence leaves questions."""
    return _done(request, directive_id, services.accept, **body.dict())


@router.post(MATTER + "/return", response=told.Directive, summary=_("退回重办"))
def return_for_rework(request: Request, directive_id: int, body: given.Rework) -> told.Directive:
    words = {**body.dict(), "instead_ids": tuple(body.instead_ids)}
    return _done(request, directive_id, services.return_for_rework, **words)


@router.post(MATTER + "/reminders", response=told.Directive, summary=_("催办"))
def remind(request: Request, directive_id: int, body: given.Note) -> told.Directive:
    return _done(request, directive_id, services.remind, note=body.note)


@router.post(MATTER + "/extension-request", response=told.Directive, summary=_("申请延期"))
def ask_extension(request: Request, directive_id: int, body: given.ExtensionRequest) -> told.Directive:
    return _done(request, directive_id, services.ask_extension, **body.dict())


@router.post(MATTER + "/extension-decision", response=told.Directive, summary=_("审批延期"))
def decide_extension(request: Request, directive_id: int, body: given.ExtensionDecision) -> told.Directive:
    return _done(request, directive_id, services.decide_extension, **body.dict())


@router.post(MATTER + "/answer", response=told.Directive, summary=_("向领导回告"))
def answer(request: Request, directive_id: int, body: given.Answer) -> told.Directive:
    return _done(request, directive_id, services.answer_leader, answer=body.answer)


@router.post(MATTER + "/closure", response=told.Directive, summary=_("销号归档"))
def close_out(request: Request, directive_id: int) -> told.Directive:
    return _done(request, directive_id, services.close_out)


@router.post(MATTER + "/instructions", response=told.Directive, summary=_("批示"))
def instruct(request: Request, directive_id: int, body: given.Instruction) -> told.Directive:
    """With ``supervise`` the answer is the newly registered matter."""
    words = services.Instruction(**{**body.dict(), "instead_ids": tuple(body.instead_ids)})
    return _done(request, directive_id, services.instruct, instruction=words)


@router.post(MATTER + "/docketing", response=told.Directive, summary=_("登记件立项交办"))
def docket(request: Request, directive_id: int, body: given.Docketing) -> told.Directive:
    words = {**body.dict(), "support_ids": tuple(body.support_ids), "instead_ids": tuple(body.instead_ids)}
    words["decided"] = services.Decided(**body.decided.dict())
    return _done(request, directive_id, services.docket, **words)


@router.post(MATTER + "/dispatch", response=told.Directive, summary=_("重新交办"))
def dispatch(request: Request, directive_id: int, body: given.Handover) -> told.Directive:
    words = {**body.dict(), "support_ids": tuple(body.support_ids), "instead_ids": tuple(body.instead_ids)}
    return _done(request, directive_id, services.dispatch, **words)


@router.post(MATTER + "/shelving", response=told.Directive, summary=_("转阅，不立项"))
def shelve(request: Request, directive_id: int, body: given.Shelving) -> told.Directive:
    words = {"reason": body.reason, "reader_ids": tuple(body.reader_ids)}
    return _done(request, directive_id, services.shelve, **words)


@router.post(MATTER + "/reopening", response=told.Directive, summary=_("复开"))
def reopen(request: Request, directive_id: int, body: given.Returning) -> told.Directive:
    words = {"reason": body.reason, "instead_ids": tuple(body.instead_ids)}
    return _done(request, directive_id, services.reopen, **words)


@router.post(MATTER + "/taking-up", response=told.Directive, summary=_("归档事项重新办理"))
def take_up_again(request: Request, directive_id: int, body: given.Reason) -> told.Directive:
    """The answer is the newly registered matter that succeeds it."""
    return _done(request, directive_id, services.take_up_again, reason=body.reason)


@router.post(MATTER + "/recheck", response=told.Directive, summary=_("复查已销号事项"))
def recheck(request: Request, directive_id: int, body: given.Recheck) -> told.Directive:
    """Not sound: the answer is the newly registered matter that succeeds it."""
    return _done(request, directive_id, services.recheck, outcome=body.outcome, note=body.note)


@router.post(MATTER + "/parts", response=told.Directive, summary=_("分解任务"))
def decompose(request: Request, directive_id: int, body: given.Parts) -> told.Directive:
    """A part that looks like another matter of its unit must be decided (D-04)."""
    return _done(request, directive_id, services.decompose, parts=[_part(one) for one in body.parts])


def _part(one: given.Part) -> services.Part:
    words = one.dict() | {"instead_ids": tuple(one.instead_ids)}
    return services.Part(**words | {"decided": services.Decided(**one.decided.dict())})


@router.post(MATTER + "/suspension", response=told.Directive, summary=_("申请中止计时"))
def ask_suspension(request: Request, directive_id: int, body: given.Suspension) -> told.Directive:
    return _done(request, directive_id, services.ask_suspension, **body.dict())


@router.post(MATTER + "/suspension-decision", response=told.Directive, summary=_("审批中止计时"))
def decide_suspension(request: Request, directive_id: int, body: given.SuspensionDecision) -> told.Directive:
    words = {"approve": body.approve, "opinion": body.opinion, "parts": _for_parts(body)}
    return _done(request, directive_id, services.decide_suspension, **words)


@router.post(MATTER + "/resumption", response=told.Directive, summary=_("恢复计时"))
def resume(request: Request, directive_id: int, body: given.Reason) -> told.Directive:
    return _done(request, directive_id, services.resume, reason=body.reason)


@router.post(MATTER + "/transfer", response=told.Directive, summary=_("移送"))
def transfer(request: Request, directive_id: int, body: given.Transfer) -> told.Directive:
    words = {"to": body.to, "reason": body.reason, "parts": _for_parts(body)}
    return _done(request, directive_id, services.transfer, **words)


@router.post(MATTER + "/termination", response=told.Directive, summary=_("终止"))
def terminate(request: Request, directive_id: int, body: given.Termination) -> told.Directive:
    words = {"reason": body.reason, "parts": _for_parts(body)}
    return _done(request, directive_id, services.terminate, **words)


def _for_parts(body: given.ForParts) -> services.ForParts:
    return services.ForParts(how=body.parts_how, reason=body.parts_reason)
