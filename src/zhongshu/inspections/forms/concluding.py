from collections.abc import Mapping

from django.utils.translation import gettext as _

from zhongshu.inspections.forms.fields import words
from zhongshu.inspections.forms.working import units_of
from zhongshu.ui.deeds import DeedForm

UNIT = "unit_"


class FeedBackForm(DeedForm):
    """What is concluded, unit by unit."""

    def offer(self) -> None:
        for pk, name in units_of(self.subject):
            found = "\n".join(one.text for one in self.subject.findings.filter(unit=pk))
            field = words(_("对%(unit)s的结论") % {"unit": name}, rows=5)
            field.initial = found
            self.fields[f"{UNIT}{pk}"] = field


def texts(data: Mapping[str, str]) -> dict[int, str]:
    """What was written, by the ids of the units."""
    return {int(name.removeprefix(UNIT)): text for name, text in data.items()}
