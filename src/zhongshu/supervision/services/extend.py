from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.matters import services as matters
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive, Extension, Origin
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.deciding import lay_before, taken_off
from zhongshu.supervision.services.downwards import tell_of_date
from zhongshu.supervision.timely import seats_that_asked


@use_case("supervision.ask_extension")
def ask_extension(*, actor: Actor, directive_id: int, new_due: date, reason: str, at: datetime) -> Extension:
    """The undertaker asks for a later date, before the date and with a reason (D-20); of a petition, as T-07 lets it."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "ask_extension", directive)
    directive.require("extend")
    current = directive.matter.current_due
    assert current is not None
    timely = rules.D_20_extension(at=at, current_due=current, new_due=new_due, granted=directive.extensions)
    timely.require(at="new_due")
    _within_its_norm(directive, new_due)
    _within_its_whole(directive, new_due, at=at)
    if directive.extension_requests.filter(decided_at__isnull=True).exists():
        raise Conflict("extension_pending", _("已有一份延期申请在审批中。"), hint=_("请等审批结果。"))
    person_id = actor.in_name_of
    assert person_id is not None  # who undertakes is somebody
    words = reasons.given(reason, _("请写明为什么不能按期办结。"), rule="D-20")
    request = Extension.objects.create(
        directive=directive,
        asked_by_id=person_id,
        asked_at=at,
        old_due=current,
        new_due=new_due,
        reason=words,
    )
    trail.had_a_hand(directive, actor, at=at)
    trail.keep(directive, "extension_asked", actor=actor, at=at, new_due=new_due.isoformat(), reason=words)
    asking = {"unit": directive.matter.lead_unit, "title": directive.matter.title}
    lay_before(directive, on_record("%(unit)s申请延期：%(title)s") % asking, at=at)
    return request


@use_case("supervision.decide_extension")
def decide_extension(
    *, actor: Actor, directive_id: int, approve: bool, opinion: str, at: datetime
) -> Extension:
    """Grant or refuse the extension asked for. The original date stays, and is what counts."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "decide_extension", directive)
    request = directive.extension_requests.filter(decided_at__isnull=True).first()
    if request is None:
        raise Conflict(
            "no_extension_asked", _("没有待审批的延期申请。"), hint=_("可能别人已经批过，请刷新。")
        )
    if seats_that_asked(directive, "extension") & actor.seats:
        raise Forbidden("own_extension", _("不能审批自己的延期申请。"), hint=_("请由其他领导审批。"))
    request.approved, request.opinion = approve, opinion
    request.decided_by_id, request.decided_at = actor.person_id, at
    request.save()
    taken_off(directive, approve=approve, opinion=opinion, actor=actor, at=at)
    if approve:
        _granted(directive, request, actor=actor, at=at)
    verb = "extension_granted" if approve else "extension_refused"
    trail.keep(directive, verb, actor=actor, at=at, new_due=request.new_due.isoformat(), opinion=opinion)
    said = on_record("延期申请已批复：%(title)s")
    if approve and directive.origin == Origin.PETITION:
        said = on_record("延期已批准，请把延期理由告知信访人：%(title)s")
    told = said % {"title": directive.matter.title}
    matters.tell_person(directive.matter, request.asked_by_id, told, url=trail.address(directive), at=at)
    return request


def _within_its_norm(directive: Directive, new_due: date) -> None:
    """A petition is put off no further than its norm lets it be."""
    matter = directive.matter
    if directive.origin != Origin.PETITION or matter.original_due is None or matter.opened_at is None:
        return
    since = directive.source_date or local_day(matter.opened_at)
    given = {"original_due": matter.original_due, "since": since}
    rules.T_07_extension(new_due, calendar=workdays.calendar(), **given).require(at="new_due")


def _within_its_whole(directive: Directive, new_due: date, *, at: datetime) -> None:
    """A part stays within its whole, whose date may have come forward since the part asked."""
    whole = queries.open_whole(directive.matter)
    if whole is not None and whole.current_due is not None:
        rules.D_18_part_due(new_due, whole=whole.current_due, today=local_day(at)).require(at="new_due")


def _granted(directive: Directive, request: Extension, *, actor: Actor, at: datetime) -> None:
    current, today = directive.matter.current_due, local_day(at)
    assert current is not None
    rules.D_20_granted(request.new_due, today=today, current_due=current).require(at="verdict")
    _within_its_whole(directive, request.new_due, at=at)
    directive.extensions += 1
    directive.matter.current_due = request.new_due
    directive.matter.due_is_provisional = False
    directive.matter.light = matters.light_on(today, request.new_due)
    matters.redate(directive.matter, request.new_due)
    tell_of_date(directive, actor=actor, at=at)
