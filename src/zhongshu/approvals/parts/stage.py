"""A stage of a route as a form: who, how, when, by when, special cases, what its people may do with fields."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.forms.condition_rows import as_rows
from zhongshu.approvals.forms.conditions import ConditionField
from zhongshu.approvals.forms.people import PeopleField
from zhongshu.approvals.grammar import (
    HandOn,
    How,
    OnEmpty,
    OnRepeat,
    OnSelf,
    Overtime,
    Power,
    Right,
    Route,
    Stage,
    Who,
    WhoKind,
    editing,
)
from zhongshu.approvals.parts.part import PartForm, missing
from zhongshu.approvals.parts.wording import (
    EMPTIES,
    HOWS,
    LEVELS,
    OVERTIMES,
    REACHES,
    REPEATS,
    RIGHTS,
    SELVES,
    WHOS,
)
from zhongshu.approvals.walking.words import power_words
from zhongshu.org.models import Duty

RIGHT = "right_"
NEEDS = {
    WhoKind.DUTY: "duty",
    WhoKind.POST: "post",
    WhoKind.NAMED: "people",
}


def kept(choices: Sequence[tuple[Any, Any]], now: Any, words: str) -> Sequence[tuple[Any, Any]]:
    """``choices``, and what is written now where it is none of them: to save the form again must not change it."""
    return choices if not now or now in dict(choices) else [*choices, (now, words)]


class StageForm(PartForm):
    heading = _("审批环节")
    template = "approvals/part_stage.html"

    title = forms.CharField(
        label=_("环节名称"),
        max_length=30,
        error_messages={"required": _("请给这个环节起个名字，如“分管领导审批”。")},
    )
    who = forms.ChoiceField(
        label=_("谁来批"), choices=WHOS, initial=WhoKind.UNIT_HEAD.value, widget=forms.RadioSelect
    )
    duty = forms.ChoiceField(label=_("哪项职责"), choices=Duty.choices)
    post = forms.ChoiceField(label=_("哪个岗位"))
    unit = forms.ChoiceField(label=_("在哪个单位里找"), required=False)
    level = forms.TypedChoiceField(label=_("哪一级"), coerce=int, choices=LEVELS)
    people = PeopleField(label=_("哪些人"))
    how = forms.ChoiceField(
        label=_("怎样算通过"), choices=HOWS, initial=How.ALL.value, widget=forms.RadioSelect
    )
    share = forms.IntegerField(label=_("同意的比例（%）"), min_value=1, max_value=100, initial=67)
    within = forms.IntegerField(label=_("几个工作日内批完"), min_value=0, max_value=999, initial=2)
    overtime = forms.ChoiceField(label=_("超时怎么办"), choices=OVERTIMES)
    power = forms.ChoiceField(label=_("行使什么职权"))
    on_self = forms.ChoiceField(label=_("审批人就是提交人时"), choices=SELVES)
    on_empty = forms.ChoiceField(label=_("没有人可以批时"), choices=EMPTIES)
    fallback = PeopleField(label=_("交给谁"))
    on_repeat = forms.ChoiceField(label=_("同一人前面已经同意过时"), choices=REPEATS)
    hand_on = forms.ChoiceField(
        label=_("可以转给谁办"),
        choices=REACHES,
        help_text=_("职权、职责相抵触的人和只审计、只管系统的人，怎样选都不行。"),
    )

    one_by_one = forms.BooleanField(
        label=_("要逐份办理，不能批量同意"),
        required=False,
        help_text=_("如付款、大额、用印这类要点开看过的。"),
    )

    def offer(self) -> None:
        bench, now = self.bench, self._now()
        self._choose("post", kept([(one, one) for one in bench.posts], now.who.post, now.who.post))
        self._choose("unit", kept([("", _now("提交人所在的机关")), *bench.units], now.who.unit, now.who.unit))
        higher = _now("往上第 %(n)s 级单位") % {"n": now.who.level}
        self._choose("level", kept(LEVELS, now.who.level, higher))
        self._choose("power", [(one.value, power_words(one)) for one in Power if one != Power.APPLY])
        for name in ("people", "fallback"):
            field: Any = self.fields[name]
            field.people = bench.people
        self._offer_rights(now)
        self._offer_when(now)
        self.initial = {**self.initial, **self._recalled(now)}
        self._require(self.data.get("who", ""), self.data.get("how", ""), self.data.get("on_empty", ""))

    def _now(self) -> Stage:
        """The stage as it is; a new one as it is proposed."""
        if not self.ref:
            return Stage(code="", title="", who=Who(kind=WhoKind.UNIT_HEAD))
        found = editing.find(self.plan, self.ref)
        if not isinstance(found, Stage):
            raise missing()
        return found

    def _choose(self, name: str, choices: Sequence[tuple[Any, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def _offer_rights(self, now: Stage) -> None:
        for one in self.plan.fields:
            self.fields[RIGHT + one.code] = forms.ChoiceField(
                label=one.label,
                choices=RIGHTS,
                required=False,
                initial=str(now.rights.get(one.code, Right.READ)),
                widget=forms.Select({"class": "sel"}),
            )

    def _offer_when(self, now: Stage) -> None:
        rows = as_rows(now.when, self.plan.fields)
        if rows is None:
            return
        field = ConditionField(
            self.plan.fields, label=_("什么时候才要批"), help_text=_("不填就是每次都要批。")
        )
        self.fields["when"] = field
        self.initial["when"] = rows

    def _recalled(self, now: Stage) -> dict[str, Any]:
        same = ("title", "share", "within", "one_by_one")
        coded = ("how", "overtime", "power", "on_self", "on_empty", "on_repeat", "hand_on")
        found = {name: getattr(now, name) for name in same} | {
            name: str(getattr(now, name)) for name in coded
        }
        found |= {name: getattr(now.who, name) for name in ("duty", "post", "unit", "level")}
        found["share"] = now.share if now.how == How.SHARE else 67
        return found | {
            "who": str(now.who.kind),
            "people": self._labels(now.who.people),
            "fallback": self._labels(now.fallback),
        }

    def _labels(self, numbers: tuple[str, ...]) -> str:
        by_number = {number: pk for pk, number in self.bench.numbers.items()}
        labels = dict(self.bench.people)
        return "、".join(labels[by_number[one]] for one in numbers if one in by_number)

    def _require(self, who: str, how: str, on_empty: str) -> None:
        """What the choices made do not ask for may be left empty; shown for the first time, nothing is marked so."""
        if not self.is_bound:
            return
        asked = NEEDS.get(WhoKind(who)) if who in list(WhoKind) else None
        wanted = {asked, "share" if how == How.SHARE else "", "fallback" if on_empty == OnEmpty.NAMED else ""}
        for name in ("duty", "post", "people", "share", "fallback", "level", "power"):
            self.fields[name].required = name in wanted

    @property
    def rights(self) -> list[Any]:
        """The controls of what the stage may do with each field."""
        return [self[RIGHT + one.code] for one in self.plan.fields]

    @property
    def intricate(self) -> bool:
        """Whether the condition is one that rows cannot say; then it stays as it is."""
        return "when" not in self.fields

    def applied(self) -> Route:
        now, data = self._now(), self.cleaned_data
        made = Stage(
            code=now.code or editing.free_code(self.plan, "stage"),
            title=data["title"],
            who=self._who(WhoKind(data["who"])),
            how=How(data["how"]),
            share=data["share"] if data["how"] == How.SHARE else 100,
            when=now.when if self.intricate else data["when"],
            within=data["within"],
            power=Power(data["power"]),
            on_self=OnSelf(data["on_self"]),
            on_empty=OnEmpty(data["on_empty"]),
            on_repeat=OnRepeat(data["on_repeat"]),
            overtime=Overtime(data["overtime"]),
            hand_on=HandOn(data["hand_on"]),
            fallback=self._numbers("fallback") if data["on_empty"] == OnEmpty.NAMED else (),
            rights=self._rights(),
            one_by_one=data["one_by_one"],
        )
        return editing.exchange(self.plan, made) if self.ref else editing.insert(self.plan, made, self.place)

    def _who(self, kind: WhoKind) -> Who:
        """Only what the kind asks for is kept."""
        data = self.cleaned_data
        return Who(
            kind=kind,
            duty=data["duty"] if kind == WhoKind.DUTY else "",
            post=data["post"] if kind == WhoKind.POST else "",
            unit=data["unit"] if kind in (WhoKind.DUTY, WhoKind.POST) else "",
            level=data["level"] or 0 if kind == WhoKind.UNIT_HEAD else 0,
            people=self._numbers("people") if kind in (WhoKind.NAMED, WhoKind.CHOSEN) else (),
        )

    def _numbers(self, name: str) -> tuple[str, ...]:
        return tuple(self.bench.numbers[pk] for pk in self.cleaned_data.get(name) or ())

    def _rights(self) -> dict[str, Right]:
        given = {
            one.code: Right(self.cleaned_data[RIGHT + one.code] or Right.READ) for one in self.plan.fields
        }
        return {code: right for code, right in given.items() if right != Right.READ}
