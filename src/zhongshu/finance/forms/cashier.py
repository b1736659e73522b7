"""What the cashier and the bookkeeper write: how it was paid, and where it stands in the books."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models import PayWay
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import needed

OPINION = _("说明")


class PayForm(DeedForm):
    """That a claim was paid; the subject is the claim."""

    way = forms.ChoiceField(label=_("付款方式"))
    proof = forms.CharField(
        label=_("付款凭据号"),
        max_length=60,
        required=False,
        help_text=_("银行回单号、公务卡小票号，付现金的填收据号。"),
    )
    opinion = forms.CharField(label=OPINION, max_length=300, required=False)

    def offer(self) -> None:
        nothing = self.subject.payable == 0
        ways = [PayWay.OFFSET] if nothing else [one for one in PayWay if one != PayWay.OFFSET]
        self.fields["way"].choices = [(one.value, one.label) for one in ways]  # type: ignore[attr-defined]
        if nothing:
            del self.fields["proof"]
        else:
            needed(self.fields["proof"])


class BookForm(DeedForm):
    """That a claim stands in the books; the subject is the claim."""

    voucher = forms.CharField(label=_("记账凭证号"), max_length=40, help_text=_("如：记-2026-11-032。"))
    opinion = forms.CharField(label=OPINION, max_length=300, required=False)
