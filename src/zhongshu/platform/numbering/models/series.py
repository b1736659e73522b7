from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal


class Series(models.Model):
    """A run of numbers that starts anew each year, written by ``pattern``: "督〔{year}〕{n}号"."""

    code = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=60)
    pattern = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.title

    def written(self, year: int, n: int) -> str:
        """The number as it stands on paper: four digits of year, no padding (rules X-02, X-03)."""
        return self.pattern.replace("{year}", f"{year:04d}").replace("{n}", str(n))

    def clean(self) -> None:
        """Refuse a pattern by which two numbers would be written alike."""
        if self.pattern.count("{year}") != 1 or self.pattern.count("{n}") != 1:
            raise Refusal(
                "bad_pattern",
                _("编号格式必须恰好含有一个{year}和一个{n}，例如“督〔{year}〕{n}号”。"),
                fields={"pattern": _("请检查编号格式。")},
                rule="X-01",
            )
        if "{year}{n}" in self.pattern or "{n}{year}" in self.pattern:
            raise Refusal("bad_pattern", _("年份与序号之间要有间隔，否则编号会混淆。"), rule="X-01")
