from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.assets.models.choices import State
from zhongshu.assets.settings import class_named
from zhongshu.finance.models import MONEY, Claim, Decision, Undertaking
from zhongshu.matters.models import Arrows, LifeCycle
from zhongshu.org.models import Person, Unit

STANDING = (State.IN_USE, State.IDLE)
ARROWS: Arrows = {
    "lay_idle": {State.IN_USE: State.IDLE},
    "use": {State.IDLE: State.IN_USE},
    "hand_over": dict.fromkeys(STANDING, State.IN_USE),
    "lend": dict.fromkeys(STANDING, State.LENT),
    "take_back": {State.LENT: State.IDLE},
    "ask_disposal": dict.fromkeys(STANDING, State.TO_DISPOSE),
    "keep": {State.TO_DISPOSE: State.IDLE},
    "dispose": {State.TO_DISPOSE: State.DISPOSED},
    "write_off": dict.fromkeys((*STANDING, State.LENT, State.TO_DISPOSE), State.DISPOSED),
    "stay": {one: one for one in (*STANDING, State.LENT)},
}
LIFE = LifeCycle(State, ARROWS, {}, _("这项资产现在是“%(state)s”，不能这样办。"), "F-12")


class Asset(models.Model):
    """One card of the ledger of assets (资产卡片, rule F-12 {V}). Only ``move`` writes its state.

    ``number``    gapless within organ and year.   ``category`` a code of the setting of classes.
    ``quantity``  how many stand on this card; ``value`` is what they are worth together, in yuan.
    ``claim``, ``contract``, ``paper``  where it comes from: a booked purchase, a contract, or in words.
    ``decision``  of a big item entered without a claim: what the meeting passed (M-15).
    ``unit``      which unit uses it; ``keeper`` who answers for it; ``place`` where it stands.
    ``lent_to``   to whom it is lent, and by when it comes back; only while it is.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    spec = models.CharField(max_length=200, blank=True)
    category = models.CharField(max_length=20)
    quantity = models.PositiveIntegerField(default=1)
    measure = models.CharField(max_length=10)
    value = models.DecimalField(**MONEY)
    bought_on = models.DateField()
    claim = models.ForeignKey(Claim, null=True, on_delete=models.PROTECT, related_name="assets")
    contract = models.ForeignKey(Undertaking, null=True, on_delete=models.PROTECT, related_name="assets")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="assets")
    paper = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=100)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.IN_USE)
    lent_to = models.CharField(max_length=100, blank=True)
    back_by = models.DateField(null=True)
    entered_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["organ", "-id"], name="asset_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(value__gte=0), name="asset_value_is_none_below_zero"),
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="asset_is_something"),
            models.CheckConstraint(
                condition=models.Q(state="lent") & ~models.Q(lent_to="")
                | ~models.Q(state="lent") & models.Q(lent_to="", back_by__isnull=True),
                name="asset_lent_to_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.number}）"

    @property
    def stream(self) -> str:
        """Where its journal is."""
        return f"asset:{self.pk}"

    @property
    def class_name(self) -> str:
        return class_named(self.category)

    @property
    def amount(self) -> str:
        """How many, in its unit of measure."""
        return f"{self.quantity}{self.measure}"

    @property
    def origin(self) -> str:
        """Where it comes from: number of the claim, of the contract, or the words of whoever entered it."""
        papers = (
            self.claim.matter.number if self.claim else "",
            self.contract.matter.number if self.contract else "",
        )
        return "、".join(one for one in (*papers, self.paper) if one)

    def can(self, event: str) -> bool:
        """Whether ``event`` is lawful in its present state."""
        return LIFE.allows(event, self.state)

    def require(self, event: str) -> None:
        """Refuse (409) unless ``event`` is lawful now."""
        LIFE.after(event, self.state)

    def move(self, event: str) -> None:
        """Change state by ``event``, or refuse (409); what is lent says to whom, what came back does not any more."""
        self.state = LIFE.after(event, self.state)
        if self.state != State.LENT:
            self.lent_to, self.back_by = "", None
