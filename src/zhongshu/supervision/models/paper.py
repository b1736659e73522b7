from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Conflict
from zhongshu.matters.models import Matter, stream_of
from zhongshu.org.models import Person, Unit
from zhongshu.platform.files.models import File
from zhongshu.platform.numbering.models import Issued
from zhongshu.supervision.models.directive import Directive
from zhongshu.supervision.models.slip import Slip, SlipWeight


class PaperKind(models.TextChoices):
    """The papers of supervision."""

    NOTICE = "notice", _("督办通知单")
    NOTE = "note", _("提醒单")
    URGING = "urging", _("催办函")
    SUPERVISING = "supervising", _("督办函")
    INTERVIEW = "interview", _("约谈记录")
    REPORT = "report", _("督查专报")
    BULLETIN = "bulletin", _("督办通报")


OF_SLIPS = {
    SlipWeight.NOTE: PaperKind.NOTE,
    SlipWeight.URGING: PaperKind.URGING,
    SlipWeight.SUPERVISING: PaperKind.SUPERVISING,
    SlipWeight.INTERVIEW: PaperKind.INTERVIEW,
    SlipWeight.CIRCULAR: PaperKind.BULLETIN,
}


OVERVIEW = "overview"
"""What the spine calls an issued paper over a selection of the ledger."""


class PaperState(models.TextChoices):
    """A draft is written on; what is issued never changes, it is replaced."""

    DRAFT = "draft", _("拟稿")
    ISSUED = "issued", _("已发出")
    REPLACED = "replaced", _("已被替代")
    DISCARDED = "discarded", _("已弃稿")


class Paper(models.Model):
    """A paper of supervision: about one ``directive`` (and its ``slip``), or about a ``selection`` of the ledger.

    ``words``      what the clerk wrote, by name of the field; the facts beside them come from the data.
    ``selection``  the filter of the ledger, and ``said`` the same in words.
    ``filed``      as what it lies in the archive, where it is about no matter of its own.
    ``content``    the paper as it was issued, whole; with ``issued_at`` it gives the same PDF again.
    ``number``     from its own series, at issue and not before; void once the paper is replaced.
    """

    kind = models.CharField(max_length=12, choices=PaperKind.choices)
    state = models.CharField(max_length=10, choices=PaperState.choices, default=PaperState.DRAFT)
    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    directive = models.ForeignKey(Directive, null=True, on_delete=models.PROTECT, related_name="papers")
    filed = models.OneToOneField(Matter, null=True, on_delete=models.PROTECT, related_name="paper")
    slip = models.ForeignKey(Slip, null=True, on_delete=models.PROTECT, related_name="papers")
    selection = models.JSONField(default=dict)
    said = models.CharField(max_length=300, blank=True)
    words = models.JSONField(default=dict)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    reason = models.CharField(max_length=200, blank=True)
    drafted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    number = models.OneToOneField(Issued, null=True, on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(null=True)
    content = models.JSONField(default=dict)
    pdf = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    docx = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    sent_to = models.ManyToManyField(Person, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["organ", "id"], name="paper_of_an_organ")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=("draft", "discarded"), number__isnull=True)
                | models.Q(
                    state__in=("issued", "replaced"),
                    number__isnull=False,
                    pdf__isnull=False,
                    docx__isnull=False,
                    issued_at__isnull=False,
                ),
                name="paper_issued_has_number_and_files",
            )
        ]

    def __str__(self) -> str:
        return str(self.words.get("title", "")) or self.get_kind_display()

    @property
    def is_draft(self) -> bool:
        return self.state == PaperState.DRAFT

    @property
    def stream(self) -> str:
        """Where its journal is: that of its matter, or its own."""
        matter_id = self.directive_id or self.filed_id
        return stream_of(matter_id) if matter_id else f"paper:{self.pk}"

    def require_draft(self) -> None:
        """Refuse (409) to change what is issued or given up."""
        if not self.is_draft:
            raise Conflict(
                "paper_is_issued",
                _("这份文书%(state)s，不能再改。") % {"state": self.get_state_display()},
                hint=_("内容有误的，请重发：改好后另编号发出，原件作废留存。"),
                rule="W-20",
            )

    def issue(self, number: Issued, pdf: File, docx: File, *, by: int | None, at: datetime) -> None:
        """Make the draft a paper for good."""
        self.require_draft()
        self.state, self.number, self.pdf, self.docx = PaperState.ISSUED, number, pdf, docx
        self.issued_by_id, self.issued_at = by, at
        self.save()

    def replace(self) -> None:
        """Mark what was issued as replaced; its files and its number stay."""
        if self.state != PaperState.ISSUED:
            raise Conflict("paper_not_issued", _("只有已发出的文书可以重发。"), rule="W-27")
        self.state = PaperState.REPLACED
        self.save(update_fields=["state"])

    def discard(self) -> None:
        """Give a draft up."""
        self.require_draft()
        self.state = PaperState.DISCARDED
        self.save(update_fields=["state"])
