from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Matter
from zhongshu.org.models import Person, Unit
from zhongshu.platform.files.models import File


class ImportState(models.TextChoices):
    """How far an import is."""

    READ = "read", _("待核对")
    RUNNING = "running", _("导入中")
    STOPPED = "stopped", _("中途停止")
    DONE = "done", _("已导入")
    UNDONE = "undone", _("已撤销")


class RowOutcome(models.TextChoices):
    """What became of a row of a ledger."""

    TAKEN = "taken", _("已补录")
    REFUSED = "refused", _("没有补录")
    UNDONE = "undone", _("已撤销")


class LedgerImport(models.Model):
    """A ledger of another keeping, brought in to be taken over (补录).

    ``columns`` is what a person said of the columns, ``{"台账!C": "task"}``; ``understood`` what the reader had
    taken them for; ``tried`` the dry run of a long ledger, empty until it is made. ``heads`` the rows of the
    headings where a person named them, ``{"台账": [3, 4]}``. ``first_leads``: of several
    lead units the first leads, the others support.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=12, default="key_work")
    approver = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=200, blank=True)
    first_leads = models.BooleanField(default=False)
    columns = models.JSONField(default=dict)
    understood = models.JSONField(default=list)
    tried = models.JSONField(default=dict)
    heads = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=ImportState.choices, default=ImportState.READ)
    rows = models.PositiveIntegerField(default=0)
    brought_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    undo_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organ", "-id"], name="ledger_import_newest")]

    def __str__(self) -> str:
        return self.file.name

    @property
    def stream(self) -> str:
        """The journal stream of this import."""
        return f"ledger-import:{self.pk}"


class ImportedRow(models.Model):
    """One row of a ledger and what became of it. A row of a file is in force once in an organ: a retry does no harm."""

    ledger_import = models.ForeignKey(LedgerImport, on_delete=models.CASCADE, related_name="taken")
    organ_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    sheet = models.CharField(max_length=80)
    row = models.PositiveIntegerField()
    matter = models.OneToOneField(Matter, null=True, on_delete=models.PROTECT, related_name="imported_as")
    outcome = models.CharField(max_length=8, choices=RowOutcome.choices)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ_id", "digest", "sheet", "row"],
                name="ledger_row_taken_once",
                condition=models.Q(outcome=RowOutcome.TAKEN),
            )
        ]

    def __str__(self) -> str:
        return f"{self.sheet} {self.row}"
