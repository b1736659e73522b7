from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models.budget import MONEY, BudgetLine
from zhongshu.finance.models.large import Decision, LargeKind
from zhongshu.finance.models.undertaking import Undertaking
from zhongshu.matters.models import Matter
from zhongshu.org.models import Person
from zhongshu.platform.files.models import File

CLAIM = "claim"
ADVANCE = "advance"


class ClaimKind(models.TextChoices):
    """Money paid back to somebody, paid to a supplier, or given ahead."""

    CLAIM = CLAIM, _("报销")
    ADVANCE = ADVANCE, _("借款")


class Category(models.TextChoices):
    """What a claim is for; the law asks other papers of each (F-09 to F-11)."""

    TRAVEL = "travel", _("差旅费")
    MEETING = "meeting", _("会议费")
    RECEPTION = "reception", _("公务接待费")
    OFFICE = "office", _("办公费")
    REPAIR = "repair", _("维修费")
    TRAINING = "training", _("培训费")
    PURCHASE = "purchase", _("采购")
    PROJECT = "project", _("项目支出")
    OTHER = "other", _("其他")


class ItemKind(models.TextChoices):
    """Items of a claim. Travel has four classes (F-09 {S}); allowances need no invoice."""

    GENERAL = "general", _("费用")
    TRANSPORT = "transport", _("城市间交通费")
    LODGING = "lodging", _("住宿费")
    BOARD = "board", _("伙食补助费")
    LOCAL_TRANSPORT = "local_transport", _("市内交通费")


class PayWay(models.TextChoices):
    """How money was paid out or came back."""

    TRANSFER = "transfer", _("转账")
    CARD = "card", _("公务卡")
    CASH = "cash", _("现金")
    OFFSET = "offset", _("冲销借款，不另付款")


ALLOWANCES = (ItemKind.BOARD, ItemKind.LOCAL_TRANSPORT)

DIGITAL = 20
"""So many digits has the number of a digital invoice (数电票), which has no code."""


class Claim(models.Model):
    """A claim or an advance; one paper of approval (``matter.approval``) decides it.

    ``amount``    the sum of its lines, in yuan; of an advance, what is asked ahead.
    ``payee_key``, ``account_key``, ``payee_code``  by which the same payee is known however it is written.
    ``contract``  the contract it is a payment of; the payee is then its other side.
    ``advance``   the advance that a claim settles; ``offset`` is the part of the amount it covers.
    ``settled``   of an advance: how much of it has been settled by claims or repaid.
    ``reserved``  whether its amount is bound in the budget line now.
    ``pay_proof`` number of the bank's slip, the card's or the signed receipt; ``voucher`` number in the books.
    """

    matter = models.OneToOneField(Matter, on_delete=models.CASCADE, primary_key=True, related_name="claim")
    kind = models.CharField(max_length=8, choices=ClaimKind.choices, default=ClaimKind.CLAIM)
    category = models.CharField(max_length=10, choices=Category.choices)
    claimant = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    payee = models.CharField(max_length=100)
    payee_key = models.CharField(max_length=100, default="")
    payee_account = models.CharField(max_length=60, blank=True)
    account_key = models.CharField(max_length=60, default="", blank=True)
    payee_code = models.CharField(max_length=18, default="", blank=True)
    amount = models.DecimalField(**MONEY)
    budget_line = models.ForeignKey(BudgetLine, on_delete=models.PROTECT, related_name="claims")
    reserved = models.BooleanField(default=False)
    basis = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")
    contract = models.ForeignKey(Undertaking, null=True, on_delete=models.PROTECT, related_name="payments")
    advance = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="settlements")
    offset = models.DecimalField(default=Decimal(0), **MONEY)
    settled = models.DecimalField(default=Decimal(0), **MONEY)
    settle_by = models.DateField(null=True)
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="claims")
    submitted_on = models.DateField()
    reviewed_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
    paid_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    pay_way = models.CharField(max_length=8, choices=PayWay.choices, default="", blank=True)
    pay_proof = models.CharField(max_length=60, default="", blank=True)
    booked_at = models.DateTimeField(null=True)
    booked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    voucher = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["payee_key", "submitted_on"], name="finance_claim_payee_key"),
            models.Index(fields=["account_key"], name="finance_claim_account"),
            models.Index(fields=["amount"], name="finance_claim_amount"),
            models.Index(fields=["budget_line", "submitted_on"], name="finance_claim_line"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="finance_claim_has_an_amount"),
            models.CheckConstraint(
                condition=models.Q(paid_at__isnull=True) | models.Q(approved_at__isnull=False),
                name="finance_nothing_paid_before_approval",
            ),
            models.CheckConstraint(
                condition=models.Q(booked_at__isnull=True) | models.Q(paid_at__isnull=False),
                name="finance_nothing_booked_before_payment",
            ),
            models.CheckConstraint(
                condition=models.Q(paid_by__isnull=True)
                | (~models.Q(paid_by=models.F("claimant")) & ~models.Q(paid_by=models.F("booked_by")))
                | (~models.Q(paid_by=models.F("claimant")) & models.Q(booked_by__isnull=True)),
                name="finance_payer_is_nobody_else",
            ),
            models.CheckConstraint(
                condition=models.Q(settled__gte=0) & models.Q(settled__lte=models.F("amount")),
                name="finance_advance_settled_at_most_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def large_kind(self) -> str:
        """Which threshold applies to it."""
        return LargeKind.CLAIM

    @property
    def owner_id(self) -> int:
        """Whose it is: he neither decides about it nor answers suspicions about it (F-01)."""
        return self.claimant_id

    @property
    def other_side(self) -> str:
        """Who gets the money."""
        return self.payee

    @property
    def is_done(self) -> bool:
        """Whether the money has gone."""
        return self.paid_at is not None

    @property
    def payable(self) -> Decimal:
        """What is to be paid out, in yuan: the amount less what an advance has covered."""
        return self.amount - self.offset

    @property
    def bound(self) -> Decimal:
        """What the claim takes from its line, in yuan: an advance out of the same line has taken what it covers already."""
        same = self.advance is not None and self.advance.budget_line_id == self.budget_line_id
        return self.payable if same else self.amount

    @property
    def unsettled(self) -> Decimal:
        """Of an advance: what its taker still owes, in yuan."""
        return self.amount - self.settled


class ClaimLine(models.Model):
    """One item of a claim, in yuan."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="lines")
    item = models.CharField(max_length=16, choices=ItemKind.choices, default=ItemKind.GENERAL)
    spent_on = models.DateField()
    note = models.CharField(max_length=200)
    amount = models.DecimalField(**MONEY)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="finance_line_has_an_amount")
        ]

    def __str__(self) -> str:
        return self.note


class Invoice(models.Model):
    """An invoice that a claim rests on. While its claim lives, nobody claims the same number again (rule F-07).

    ``code``   the code of a paper invoice (10 or 12 digits); "" for a digital one, whose number has 20.
    ``live``   False once its claim has been refused or made void.
    """

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="invoices")
    code = models.CharField(max_length=12, blank=True)
    number = models.CharField(max_length=20)
    issued_on = models.DateField()
    amount = models.DecimalField(**MONEY)
    seller = models.CharField(max_length=100, blank=True)
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    live = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "number"], name="finance_invoice_claimed_once", condition=models.Q(live=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.number}".strip()
