from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.forms.fields import words
from zhongshu.inspections.forms.working import units_of
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import dress

UNIT = "unit_"


class FeedBackForm(DeedForm):
    """What is concluded, unit by unit; around it what the report to the leaders says."""

    overview = words(_("总体评价"), required=False, hint=_("写进督查专报，报送领导。"))
    advice = words(_("工作建议"), required=False, hint=_("写进督查专报。"))

    def offer(self) -> None:
        for pk, name in units_of(self.subject):
            found = "\n".join(one.text for one in self.subject.findings.filter(unit=pk))
            field = words(_("对%(unit)s的结论") % {"unit": name}, rows=5)
            field.initial = found
            dress(field)
            self.fields[f"{UNIT}{pk}"] = field
        self.order_fields(["overview", *(name for name in self.fields if name.startswith(UNIT)), "advice"])


def texts(data: Mapping[str, str]) -> dict[int, str]:
    """What was written to each unit, by the ids of the units."""
    told = ((name.removeprefix(UNIT), text) for name, text in data.items() if name.startswith(UNIT))
    return {int(pk): text for pk, text in told}
