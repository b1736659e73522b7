from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models.budget import MONEY
from zhongshu.finance.models.large import Decision, LargeKind
from zhongshu.matters.models import Matter
from zhongshu.org.models import Person

CONTRACT = "contract"
PROJECT = "project"


class UndertakingKind(models.TextChoices):
    """What the house binds itself to: a contract with somebody, or a major project that contracts carry out."""

    CONTRACT = CONTRACT, _("合同")
    PROJECT = PROJECT, _("重大项目")


class Undertaking(models.Model):
    """A contract or a major project; one paper of approval (``matter.approval``) decides it.

    Money runs down from it: contracts of a project never come to more than the project, payments of a contract
    never to more than the contract.

    ``party``     the other side of a contract; who carries a project out (``party_key``, ``party_code``: known by).
    ``amount``    what it comes to at most, in yuan.
    ``handler``   who prepared it; somebody else accepts what was delivered (F-13).
    ``project``   of a contract: the project it belongs to.
    ``basis``     the paper it rests on.
    """

    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="undertaking"
    )
    kind = models.CharField(max_length=8, choices=UndertakingKind.choices)
    party = models.CharField(max_length=100)
    party_key = models.CharField(max_length=100, default="")
    party_code = models.CharField(max_length=18, default="", blank=True)
    amount = models.DecimalField(**MONEY)
    starts_on = models.DateField()
    ends_on = models.DateField()
    handler = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="contracts")
    basis = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="undertakings")
    submitted_on = models.DateField()
    approved_at = models.DateTimeField(null=True)
    signed_on = models.DateField(null=True)
    signed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    acceptance = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["party_key", "submitted_on"], name="finance_undertaking_party_key"),
            models.Index(fields=["kind", "amount"], name="finance_undertaking_amount"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0), name="finance_undertaking_has_an_amount"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="finance_undertaking_ends_later"
            ),
            models.CheckConstraint(
                condition=models.Q(signed_on__isnull=True) | models.Q(approved_at__isnull=False),
                name="finance_nothing_signed_before_approval",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_by__isnull=True)
                | (
                    ~models.Q(accepted_by=models.F("handler"))
                    & (models.Q(signed_by__isnull=True) | ~models.Q(accepted_by=models.F("signed_by")))
                ),
                name="finance_acceptor_is_nobody_else",
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def is_contract(self) -> bool:
        return self.kind == UndertakingKind.CONTRACT

    @property
    def large_kind(self) -> str:
        """Which threshold applies to it."""
        return LargeKind(self.kind)

    @property
    def owner_id(self) -> int:
        """Whose it is: he neither decides about it nor answers suspicions about it (F-01)."""
        return self.handler_id

    @property
    def other_side(self) -> str:
        """Who gets the money."""
        return self.party

    @property
    def is_done(self) -> bool:
        """Whether it binds the house: what was decided about it was decided before."""
        return self.in_force

    @property
    def in_force(self) -> bool:
        """Whether money may run from it: a contract once it is signed, a project once it is approved."""
        return bool(self.signed_on if self.is_contract else self.approved_at)
