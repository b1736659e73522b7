from django.db import models

from zhongshu.matters.models.matter import Matter


class Grant(models.Model):
    """Somebody may know of a matter (知悉): a person "p:5", a unit "u:7", a post "s:3" or who oversees an organ "o:2".

    ``origin`` says why ("assigned", "copied", "instructed"), so that the scope of knowledge
    can be shown and drawn in again (rule C-05 {V}).
    """

    pk = models.CompositePrimaryKey("matter", "principal")
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="grants", db_index=False)
    principal = models.CharField(max_length=20)
    origin = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["principal"], name="grant_of_principal")]

    def __str__(self) -> str:
        return f"{self.principal} ← {self.matter_id}"
