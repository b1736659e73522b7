from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models.matter import Matter
from zhongshu.platform.files.models import File


class AttachmentRole(models.TextChoices):
    """What a file is to a matter."""

    SOURCE = "source", _("来源文件")
    PROGRESS = "progress", _("进展材料")
    EVIDENCE = "evidence", _("办结佐证")
    SUPERSEDED = "superseded", _("原佐证，已被代替")
    REFUSED = "refused", _("佐证，审核未认可")
    PAPER = "paper", _("生成文书")


class Attachment(models.Model):
    """A file that belongs to a matter; whoever may see the matter may read it."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=AttachmentRole.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "file", "role"], name="attachment_once_a_role")
        ]

    def __str__(self) -> str:
        return str(self.file)
