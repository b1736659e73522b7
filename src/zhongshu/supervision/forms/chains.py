"""Keeping an order of steps; putting one to work on a matter, and going on with it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import queries, services
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.deeds import GivesWork
from zhongshu.supervision.forms.fields import UnitField
from zhongshu.supervision.models import Chain, ChainStep, StepRole
from zhongshu.supervision.rules.chains import MOST_DAYS
from zhongshu.supervision.services.takers import taker
from zhongshu.ui.forms import Form, dress, needed


class ChainForm(Form):
    """The name of a template, and for which organ's desk it is kept."""

    name = forms.CharField(
        label=_("模板名称"), max_length=40, error_messages={"required": _("请写模板名称。")}
    )
    unit_id = forms.TypedChoiceField(label=_("哪个科室的模板"), coerce=int)

    def __init__(self, *args: Any, desks: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = desks  # type: ignore[attr-defined]
        if len(desks) == 1:
            self.fields["unit_id"].widget = forms.HiddenInput()
            self.fields["unit_id"].initial = desks[0][0]


class StepForm(Form):
    """One step; a row without words is no step."""

    title = forms.CharField(label=_("做什么"), max_length=60, required=False)
    role = forms.ChoiceField(label=_("由谁办"), choices=StepRole.choices, required=False)
    unit_id = UnitField(label=_("固定单位"))
    post_id = forms.TypedChoiceField(label=_("固定岗位"), coerce=int, required=False, empty_value=None)
    working_days = forms.IntegerField(
        label=_("几个工作日"), min_value=1, max_value=MOST_DAYS, required=False, initial=3
    )
    requirement = forms.CharField(label=_("要求"), max_length=300, required=False)

    def __init__(self, *args: Any, names: UnitNames, posts: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].names = names  # type: ignore[attr-defined]
        self.fields["post_id"].choices = [("", _("不固定")), *posts]  # type: ignore[attr-defined]
        for name, told in (("title", _("不写的行不算")), ("role", _("必填")), ("unit_id", _("选“固定单位”时必填")),
                           ("post_id", _("选“固定岗位”时必填")), ("working_days", _("必填"))):  # fmt: skip
            needed(self.fields[name], told)

    @property
    def is_empty(self) -> bool:
        return not self.cleaned_data.get("title", "").strip()

    def step(self) -> services.Step:
        """The step as the service takes it."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "working_days"}
        return services.Step(**told, working_days=self.cleaned_data.get("working_days") or 0)


class PutToWork(GivesWork):
    """A template and who takes each of its steps; of a chain at work, who takes the next one."""

    unit_labels: list[str]

    def __init__(self, *args: Any, template: str = "", **kwargs: Any) -> None:
        self.template = template
        self.chosen: Chain | None = None
        super().__init__(*args, **kwargs)

    def offer(self) -> None:
        self.names = UnitNames()
        self.run = queries.chain_run(self.directive.pk)
        self.turns = queries.turns(self.run) if self.run else []
        self.offered = [] if self.run else queries.chains_for(self.directive)
        self.unit_labels = list(self.names.labels.values())
        if self.run:
            self._offer_next()
            return
        asked = (one for one in self.offered if str(one.pk) == self.template)
        self.chosen = next(asked, next(iter(self.offered), None))
        for step in queries.newest(self.chosen).steps.all() if self.chosen else ():
            self._add(f"step-{step.order}", step, f"{step.order}. {step.title}", None)

    def _offer_next(self) -> None:
        waiting = next((one for one in self.turns if one.part is None), None)
        if waiting and not queries.at_work(self.turns):
            label = _("下一步“%(step)s”由谁办") % {"step": waiting.step.title}
            self._add("unit_id", waiting.step, label, waiting.unit_id)

    def _add(self, name: str, step: ChainStep, label: str, chosen: int | None) -> None:
        found = taker(step, self.directive, chosen, self.today)
        person = found.person if found else None
        days = _("%(n)s 个工作日") % {"n": step.working_days}
        by = _("%(role)s，%(name)s办") % {"role": step.get_role_display(), "name": person} if person else ""
        field = UnitField(
            label=label,
            required=True,
            initial=self.names.label(found.unit_id) if found else "",
            help_text="，".join(filter(None, [str(by or step.get_role_display()), str(days)])),
            error_messages={"required": _("请选这一步由哪个单位办。")},
        )
        field.names = self.names
        dress(field)
        self.fields[name] = field

    @property
    def idle(self) -> bool:
        """Whether there is nothing to press: no template, a step at work, or no step left."""
        return "unit_id" not in self.fields if self.run else self.chosen is None

    def clean(self) -> dict[str, Any]:
        """The chosen units by the number of their step, or the unit of the next one."""
        data = super().clean() or {}
        units = {int(name[5:]): value for name, value in data.items() if name.startswith("step-")}
        if self.run is None and self.chosen is None:
            self.add_error(None, str(_("还没有步骤模板，请督查人员先建一个。")))
        chain_id = self.chosen.pk if self.chosen else 0
        about = {"unit_id": data.get("unit_id")} if self.run else {"units": units, "chain_id": chain_id}
        return about | {"instead_ids": data.get("instead_ids", ())}
