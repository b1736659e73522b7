from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models.unit import Unit


class Duty(models.TextChoices):
    """What a post may carry (分岗设权). Who may do what is asked of duties, never of names."""

    SUPERVISE = "supervise", _("督查督办")
    APPROVE_SUPERVISION = "approve_supervision", _("督办立项与延期审批")
    LEAD_ORGAN = "lead_organ", _("机关领导")
    LEAD_UNIT = "lead_unit", _("单位负责人")
    RECEIVE = "receive", _("本单位收办")
    KEEP_ARCHIVE = "keep_archive", _("档案管理")
    KEEP_ORG = "keep_org", _("机构人员管理")
    AUDIT = "audit", _("审计监督")
    KEEP_ROUTES = "keep_routes", _("审批路线管理")
    KEEP_BUDGET = "keep_budget", _("预算管理")
    REVIEW_CLAIMS = "review_claims", _("财务审核")
    PAY = "pay", _("出纳付款")
    BOOK = "book", _("会计记账")
    KEEP_ASSETS = "keep_assets", _("资产管理")
    KEEP_SEAL_FINANCE = "keep_seal_finance", _("财务专用章保管")
    KEEP_SEAL_NAME = "keep_seal_name", _("法人名章保管")
    SERVE_STAFF = "serve_staff", _("职工服务经办")


class Post(models.Model):
    """A seat in a unit, with the duties that come with it."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    title = models.CharField(max_length=60)
    duties = models.JSONField(default=list)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "title"], name="org_one_post_a_title")]

    def __str__(self) -> str:
        return self.title


class Charge(models.Model):
    """From a day, and perhaps until one, a post is in charge of a unit (分管): its holder leads who works there."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="charges")
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="in_charge")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post", "unit"], name="org_charge_once", condition=models.Q(ends_on__isnull=True)
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="org_charge_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} → {self.unit}"
