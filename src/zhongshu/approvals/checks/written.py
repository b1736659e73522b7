"""What is wrong with a route whatever papers go along it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.checks.asked import asked_wrong
from zhongshu.approvals.checks.fault import Fault
from zhongshu.approvals.checks.loose import loose
from zhongshu.approvals.checks.samples import conditions_of
from zhongshu.approvals.checks.tied import tied_wrong
from zhongshu.approvals.grammar import NAME, Flow, OnEmpty, Power, Right, Route, Stage
from zhongshu.approvals.grammar.conditions import tests_of
from zhongshu.approvals.walking.words import power_words
from zhongshu.org.models import Duty

POWER_OF_DUTY = {Duty.PAY: Power.PAY, Duty.BOOK: Power.BOOK, Duty.REVIEW_CLAIMS: Power.REVIEW}


def written_wrong(route: Route) -> Iterator[Fault]:
    """What can be seen without any paper: no stage, idle conditions, powers left out, ways changed behind one's back."""
    flow = Flow(route)
    if not flow.stages:
        yield Fault("no_stage", "", _("路线里没有任何审批环节，提交后无人审批就通过。"))
    if not NAME.fullmatch(route.name):
        yield Fault("bad_name", "", _("路线的代号只能用字母、数字、连字符和下划线，不超过 60 个。"))
    yield from asked_wrong(route)
    yield from tied_wrong(route)
    for one in route.prescriptions:
        if one.stage not in flow.stages:
            story = _("规定“%(title)s”要求经过“%(stage)s”，路线里没有这个环节。")
            yield Fault("no_such_stage", "", story % {"title": one.title, "stage": one.stage}, "M-16")
    for stage in flow.stages.values():
        yield from _asked_of(stage)
        yield from loose(stage)
        yield from _rights(stage, route)


def _asked_of(stage: Stage) -> Iterator[Fault]:
    """Who is asked: somebody named for want of others, a duty that there is, and its power said."""
    where = {"stage": stage.title, "duty": stage.who.duty}
    if stage.on_empty == OnEmpty.NAMED and not stage.fallback:
        yield Fault("no_fallback", stage.code, _("“%(stage)s”写明无人时交指定人，却没有指定人。") % where)
    if stage.who.duty and stage.who.duty not in Duty.values:
        story = _("“%(stage)s”由承担“%(duty)s”的人办理，可没有这种职责。") % where
        yield Fault("unknown_duty", stage.code, story)
        return
    power = POWER_OF_DUTY.get(Duty(stage.who.duty)) if stage.who.duty in POWER_OF_DUTY else None
    if power is not None and stage.power != power:
        told = {**where, "duty": Duty(stage.who.duty).label, "power": power_words(power)}
        story = _("“%(stage)s”由承担“%(duty)s”的人办理，却没有写明行使“%(power)s”，职责分离查不到它。")
        yield Fault("power_left_out", stage.code, story % told, "F-01")


def _rights(stage: Stage, route: Route) -> Iterator[Fault]:
    """Rights to fields: those that there are, and no writing in one that ways depend on."""
    labels = {one.code: one.label for one in route.fields}
    ways = {test.field for condition in conditions_of(route) for test in tests_of(condition)}
    for code, right in sorted(stage.rights.items()):
        where = {"stage": stage.title, "label": labels.get(code, code)}
        if code not in labels:
            story = _("“%(stage)s”写了“%(label)s”的读写权限，表单里却没有这个栏目。")
            yield Fault("unknown_right", stage.code, story % where)
        elif right == Right.WRITE and code in ways:
            story = _("“%(stage)s”可以改“%(label)s”，而路线按它分支：改后可能绕过应走的环节。")
            yield Fault("way_changed", stage.code, story % where)
