from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models.person import Person


class Grade(models.TextChoices):
    """The grade of a person (职级), as standards of expense tell grades apart."""

    PROVINCE = "province", _("省部级")
    BUREAU = "bureau", _("厅局级")
    COUNTY = "county", _("县处级")
    OTHER = "other", _("其他人员")


class Rank(models.Model):
    """From a day on a person has a grade; what was before stays to be read."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ranks")
    grade = models.CharField(max_length=10, choices=Grade.choices)
    since = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "since"], name="org_one_rank_a_day")]

    def __str__(self) -> str:
        return f"{self.person} {self.get_grade_display()}"
