"""What is wrong with a route whatever papers go along it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.samples import conditions_of
from zhongshu.approvals.grammar import Flow, OnEmpty, Power, Right, Route
from zhongshu.approvals.grammar.conditions import tests_of
from zhongshu.approvals.walking.words import power_words
from zhongshu.org.models import Duty

POWER_OF_DUTY = {Duty.PAY: Power.PAY, Duty.BOOK: Power.BOOK, Duty.REVIEW_CLAIMS: Power.REVIEW}


def written_wrong(route: Route) -> Iterator[Fault]:
    """What can be seen without any paper: no stage, unknown fields, powers left out, ways changed behind one's back."""
    flow, fields = Flow(route), {one.code for one in route.fields}
    if not flow.stages:
        yield Fault("no_stage", "", _("路线里没有任何审批环节，提交后无人审批就通过。"))
    asked = {test.field for condition in conditions_of(route) for test in tests_of(condition)}
    for code in sorted(asked - fields):
        yield Fault("unknown_field", "", _("条件用到表单里没有的栏目“%(code)s”。") % {"code": code})
    for stage in flow.stages.values():
        where = {"stage": stage.title}
        if stage.on_empty == OnEmpty.NAMED and not stage.fallback:
            yield Fault("no_fallback", stage.code, _("“%(stage)s”写明无人时交指定人，却没有指定人。") % where)
        power = POWER_OF_DUTY.get(Duty(stage.who.duty)) if stage.who.duty in POWER_OF_DUTY else None
        if power is not None and stage.power != power:
            told = {**where, "duty": Duty(stage.who.duty).label, "power": power_words(power)}
            yield Fault(
                "power_left_out",
                stage.code,
                _("“%(stage)s”由承担“%(duty)s”的人办理，却没有写明行使“%(power)s”，职责分离查不到它。")
                % told,
                "F-01",
            )
        for code in sorted(asked & {code for code, right in stage.rights.items() if right == Right.WRITE}):
            story = _("“%(stage)s”可以改“%(code)s”，而路线按它分支：改后可能绕过应走的环节。")
            yield Fault("way_changed", stage.code, story % {**where, "code": code})
