"""Forms by which an inspection is planned, approved, stopped, and its team made."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections import queries
from zhongshu.inspections.forms.fields import NamesPeople, PeopleField, PersonField, day, pick, words
from zhongshu.inspections.models import Inspection, Kind
from zhongshu.org import queries as org
from zhongshu.supervision import choices
from zhongshu.supervision.forms.fields import UnitsField
from zhongshu.supervision.policies import may_supervise
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import IdsField, needed

TEAM_HINT = _("几个人用顿号隔开；可以从其他单位抽调，被督查单位的人不行。")


class PlanForm(NamesPeople):
    """What an inspection is to be; the subject is the organ."""

    title = forms.CharField(label=_("督查名称"), max_length=200)
    kind = forms.ChoiceField(label=_("督查类别"), choices=Kind.choices, initial=Kind.SPECIAL)
    occasion = forms.CharField(label=_("什么事件、什么线索"), max_length=300, required=False)
    content = words(_("督查内容"))
    unit_ids = UnitsField(label=_("督查哪些单位"), help_text=_("几个单位用顿号隔开。"))
    scope = forms.CharField(label=_("督查范围"), max_length=300)
    basis = forms.CharField(label=_("依据"), max_length=200, help_text=_("如领导批示、会议决定。"))
    designation_id = pick(_("书面指定"), required=True)
    starts_on = day(_("开始日期"))
    ends_on = day(_("结束日期"))
    member_ids = PeopleField(label=_("督查组成员（含组长）"), help_text=TEAM_HINT)
    leader_id = PersonField(label=_("建议的组长"), help_text=_("由批准的领导确定。"))
    approver_id = pick(_("请哪位领导批准"), required=True)
    desk_id = forms.TypedChoiceField(label=_("由哪个科室督查"), coerce=int)
    instead_ids = IdsField(required=False)

    def offer(self) -> None:
        super().offer()
        needed(self.fields["occasion"], _("事件调查、线索核查必填"))
        needed(self.fields["unit_ids"])
        supervises = may_supervise(self.actor, self.subject.pk)
        own = choices.desks(self.actor, self.today) if supervises else queries.own_desks(self.actor)
        self._choose("desk_id", own)
        if supervises:
            del self.fields["designation_id"]
        else:
            found = queries.in_force(self.actor, self.today).filter(organ=self.subject)
            self._choose("designation_id", [(one.pk, str(one)) for one in found])
        self._choose("approver_id", choices.approvers(self.subject, self.today))

    def _choose(self, name: str, rows: list[tuple[int, str]]) -> None:
        self.fields[name].choices = rows  # type: ignore[attr-defined]
        if len(rows) == 1:
            self.fields[name].initial = rows[0][0]
            if name == "desk_id":
                self.fields[name].widget = forms.HiddenInput()


class ApproveForm(DeedForm):
    """Who leads the team."""

    leader_id = pick(_("组长"), required=True)
    opinion = words(_("意见"), rows=2, required=False)
    instead_ids = IdsField(required=False)

    def offer(self) -> None:
        team = queries.team(self.subject)
        self.fields["leader_id"].choices = [(one.person_id, one.person.name) for one in team]  # type: ignore[attr-defined]
        self.fields["leader_id"].initial = next((one.person_id for one in team if one.leads), None)


class TeamForm(NamesPeople):
    """The team of a running inspection, anew."""

    member_ids = PeopleField(label=_("督查组成员（含组长）"), help_text=TEAM_HINT)
    leader_id = PersonField(label=_("组长"))
    reason = forms.CharField(label=_("为什么调整"), max_length=200)
    instead_ids = IdsField(required=False)

    def offer(self) -> None:
        super().offer()
        one: Inspection = self.subject
        team = queries.team(one)
        self.fields["member_ids"].initial = "、".join(org.known_person(m.person_id).name for m in team)
        self.fields["leader_id"].initial = next((m.person.name for m in team if m.leads), "")


class StopForm(DeedForm):
    """Why it is not approved, or stopped."""

    reason = words(_("理由"), hint=_("已经立的督办事项照常办理。"))


class WithdrawForm(DeedForm):
    """Why a designation is taken back."""

    reason = words(_("理由"), rows=2, hint=_("还没有批准的督查方案一并作罢。"))
