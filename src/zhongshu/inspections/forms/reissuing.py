from django.utils.translation import gettext_lazy as _

from zhongshu.inspections import papers, queries
from zhongshu.inspections.forms.fields import words
from zhongshu.platform.typesetting.elements import restored
from zhongshu.ui.deeds import DeedForm


class ReissueForm(DeedForm):
    """What the leader of the team says around the conclusions now; as he said it before, to go on from."""

    overview = words(_("总体评价"), required=False, hint=_("原专报里写的，按复核决定改。"))
    advice = words(_("工作建议"), required=False)

    def offer(self) -> None:
        said = papers.said_in(restored(queries.reports(self.subject)[-1].content))
        self.fields["overview"].initial, self.fields["advice"].initial = said.overview, said.advice
