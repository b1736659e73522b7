from django.db import models

from zhongshu.inspections.models.inspection import Inspection
from zhongshu.org.models import Person
from zhongshu.platform.files.models import File
from zhongshu.platform.numbering.models import Issued


class Issue(models.Model):
    """What an inspection reports to those who lead the organ (督查专报), as it went out; it never changes.

    ``content``  the paper whole; with ``issued_at`` it gives the same PDF again.
    """

    number = models.OneToOneField(Issued, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()
    pdf = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    docx = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    issued_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.number)


class Report(Issue):
    """The first report: it goes out, and into the archive, with the conclusions."""

    inspection = models.OneToOneField(
        Inspection, on_delete=models.CASCADE, primary_key=True, related_name="report"
    )
