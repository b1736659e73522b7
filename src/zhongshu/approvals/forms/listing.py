"""The filter of the list of papers. It lives in the address; what cannot be read is left out, never refused."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.queries import Filter
from zhongshu.ui.forms import Form, unchanging

SCOPES = ("waiting", "mine", "all")


@unchanging
class FilterForm(Form):
    q = forms.CharField(label=_("关键词"), required=False, max_length=100)
    scope = forms.ChoiceField(choices=[(one, one) for one in SCOPES], required=False)
    state = forms.CharField(required=False, max_length=20)
    route = forms.SlugField(required=False)
    ended = forms.BooleanField(required=False)

    def narrowed(self) -> Filter:
        """The filter that the address asks for."""
        self.is_valid()
        got = self.cleaned_data
        return Filter(
            scope=got.get("scope") or "waiting",
            text=got.get("q", "").strip(),
            state=got.get("state", ""),
            route=got.get("route", ""),
            ended=bool(got.get("ended")),
        )


class BulkForm(Form):
    """Agreeing to exactly the ticked papers: the opinion, one for all.

    What is ticked is sent as "17", and as "17-4" once its reader was shown that he is asked there in seat 4.
    """

    opinion = forms.CharField(
        label=_("意见（每份都附上）"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    @staticmethod
    def ticked(sent: QueryDict) -> dict[int, int]:
        """The seat one was shown (0: none) by the id of the ticked paper; what cannot be read is left out."""
        pairs = [one.partition("-")[::2] for one in sent.getlist("ref")]
        return {int(pk): int(seat or 0) for pk, seat in pairs if f"{pk}{seat}".isdecimal() and pk}
