"""Forms about contracts and major projects."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.finance.forms.claims import NONE, money, pick
from zhongshu.finance.models import Undertaking, UndertakingKind
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.ui.deeds import DeedForm

ACCEPT = ".pdf,.ofd,.docx,.xlsx,.jpg,.jpeg,.png"
PARTY = {UndertakingKind.CONTRACT: _("对方单位"), UndertakingKind.PROJECT: _("实施单位")}
TITLE = {UndertakingKind.CONTRACT: _("合同名称"), UndertakingKind.PROJECT: _("项目名称")}
AMOUNT = {UndertakingKind.CONTRACT: _("合同金额（元）"), UndertakingKind.PROJECT: _("项目总额（元）")}
REST = ("project_id", "basis_id", "decision_id")


class PlanForm(HoldsFiles, DeedForm):
    """A contract or a project to be handed in; what is wrong with it, the service says, all of it at once."""

    kind: str = UndertakingKind.CONTRACT

    title = forms.CharField(max_length=200)
    party = forms.CharField(max_length=100, help_text=_("对方单位全称；付款时收款人须与此一致。"))
    party_code = forms.CharField(label=_("统一社会信用代码"), max_length=18, required=False)
    amount = money()
    starts_on = forms.DateField(label=_("开始日期"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("结束日期"), widget=forms.DateInput)
    project_id = pick(_("所属项目"), help_text=_("合同属于已批准的重大项目时选择。"))
    basis_id = pick(_("依据的审批件"))
    decision_id = pick(
        _("集体决策记录"), help_text=_("达到大额标准的，须有会议决定；也可由财务审核岗位关联。")
    )
    body = forms.CharField(
        label=_("主要内容"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    files = FilesField(label=_("文本和附件"), accept=ACCEPT)  # type: ignore[assignment]

    def offer(self) -> None:
        for name, words in (("title", TITLE), ("party", PARTY), ("amount", AMOUNT)):
            self.fields[name].label = words[UndertakingKind(self.kind)]
        self._choose("basis_id", queries.bases(self.actor))
        self._choose("decision_id", queries.to_rest_on(self.actor))
        projects = queries.open_for(self.actor, UndertakingKind.PROJECT)[:50]
        own = self.kind == UndertakingKind.CONTRACT
        self._choose("project_id", [(one.pk, one.matter.title) for one in projects] if own else [])

    def _choose(self, name: str, rows: list[tuple[int, str]]) -> None:
        """Offer ``rows``; a field that offers nothing is not shown."""
        self.fields[name].choices = [NONE, *rows]  # type: ignore[attr-defined]
        if not rows:
            del self.fields[name]


class ContractForm(PlanForm):
    """A new contract; the subject is the organ."""


class ProjectForm(PlanForm):
    """A new major project; the subject is the organ."""

    kind = UndertakingKind.PROJECT


class AmendForm(PlanForm):
    """A contract or project that was given back; the subject is that."""

    opinion = forms.CharField(label=_("修改说明"), max_length=300, required=False)

    def offer(self) -> None:
        one: Undertaking = self.subject
        self.kind = one.kind
        super().offer()
        names = ("party", "party_code", "amount", "starts_on", "ends_on", *REST)
        first: dict[str, Any] = {name: getattr(one, name) for name in names if name in self.fields}
        for name, value in {**first, "title": one.matter.title, "body": one.matter.body}.items():
            self.fields[name].initial = value
