"""A claim on paper: its head, its items, its invoices."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.drafts import Item, Slip
from zhongshu.finance.models import Category, ItemKind
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.platform.files.models import File
from zhongshu.ui.forms import Form, needed

ACCEPT = ".pdf,.ofd,.xml,.jpg,.jpeg,.png,.docx,.xlsx"
Choices = Sequence[tuple[int, str]]
NONE = ("", _("—"))
ASKED_BY_THE_SERVICE = ("title", "payee", "line_id")


def money(**more: Any) -> forms.DecimalField:
    """An amount in yuan, typed."""
    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    return forms.DecimalField(widget=widget, max_digits=16, decimal_places=2, **more)


def pick(label: Any, **more: Any) -> forms.TypedChoiceField:
    """One of several rows, by id; cleans to its id or None."""
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, **{"required": False, **more})


class Attached(HoldsFiles, Form):
    """The files of a claim, by themselves; they are stored while the rest is still being filled in."""

    files = FilesField(  # type: ignore[assignment]
        label=_("发票和附件"),
        accept=ACCEPT,
        help_text=_(
            "电子发票（PDF、OFD、XML）会自动读出号码、日期、金额，没读出的请补上；号码与金额以发票为准。"
        ),
    )


class ClaimForm(Attached):
    """The head of a claim. What must be given, the service says, all of it at once (F-14)."""

    title = forms.CharField(label=_("事由"), max_length=200, required=False)
    category = forms.ChoiceField(label=_("类别"), choices=Category.choices)
    payee = forms.CharField(
        label=_("收款人"), max_length=100, required=False, help_text=_("个人姓名，或者对方单位全称。")
    )
    payee_account = forms.CharField(label=_("收款账号"), max_length=60, required=False)
    payee_code = forms.CharField(
        label=_("收款单位统一社会信用代码"),
        max_length=18,
        required=False,
        help_text=_("付给单位的填，防止重复付款。"),
    )
    line_id = pick(_("预算指标"))
    basis_id = pick(_("事前审批件"), help_text=_("差旅、会议先批后办：选已经批准的那一件。"))
    contract_id = pick(_("所付合同"), help_text=_("按合同付款的，收款人须是合同对方。"))
    advance_id = pick(_("冲销借款"))
    decision_id = pick(_("集体决策记录"))
    opinion = forms.CharField(label=_("修改说明"), max_length=300, required=False)

    def __init__(self, *args: Any, offers: Mapping[str, Choices], amends: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in offers.items():
            self.fields[name].choices = [NONE, *rows]  # type: ignore[attr-defined]
            if not rows and name != "line_id":
                del self.fields[name]
        if "basis_id" in self.fields:
            needed(self.fields["basis_id"], _("差旅、会议必选"))
        if not amends:
            del self.fields["opinion"]
        self._must(True)

    def _must(self, required: bool) -> None:
        for name in ASKED_BY_THE_SERVICE:
            self.fields[name].required = required

    def full_clean(self) -> None:
        """What must be given is shown as such, but missed by the service: with all other faults, not before them."""
        self._must(False)
        super().full_clean()
        self._must(True)


class ItemForm(Form):
    """One item of a claim; a row left empty does not count."""

    item = forms.ChoiceField(label=_("费用项目"), choices=ItemKind.choices, initial=ItemKind.GENERAL)
    note = forms.CharField(label=_("内容"), max_length=200)
    spent_on = forms.DateField(label=_("发生日期"), widget=forms.DateInput)
    amount = money(label=_("金额（元）"))

    def told(self) -> Item | None:
        """The item; None for an empty row."""
        data = self.cleaned_data
        return Item(data["note"], data["spent_on"], data["amount"], data["item"]) if data else None


class SlipForm(Form):
    """One invoice; a row left empty does not count."""

    number = forms.RegexField(
        r"^\d{8}$|^\d{20}$",
        label=_("发票号码"),
        error_messages={"invalid": _("发票号码是 8 位或 20 位数字。")},
    )
    code = forms.RegexField(
        r"^\d{10}$|^\d{12}$",
        label=_("发票代码"),
        required=False,
        error_messages={"invalid": _("发票代码是 10 位或 12 位数字；数电票不填。")},
    )
    issued_on = forms.DateField(label=_("开票日期"), widget=forms.DateInput)
    amount = money(label=_("价税合计（元）"))
    seller = forms.CharField(label=_("销售方"), max_length=100, required=False)
    file_id = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def told(self, files: dict[int, File]) -> Slip | None:
        """The invoice, with its file where that is one of ``files``; None for an empty row."""
        data = self.cleaned_data
        if not data:
            return None
        return Slip(
            data["number"],
            data["issued_on"],
            data["amount"],
            data["code"],
            data["seller"],
            files.get(data["file_id"] or 0),
        )
