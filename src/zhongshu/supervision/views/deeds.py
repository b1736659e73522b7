"""Every form about a matter: at a desk, on a sheet for the hand, in the field."""

from typing import Any

from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Duty
from zhongshu.platform.files.keeping import HoldsFiles, shelve
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.deeds import BY_RESOURCE, CHAIN, FIELD, Deed
from zhongshu.supervision.forms.deeds import DeedForm
from zhongshu.supervision.forms.docketing import Docketing
from zhongshu.supervision.forms.pressing import Decompose
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.alike import likes
from zhongshu.supervision.presenters.chain_turns import turns
from zhongshu.supervision.presenters.directive import DirectivePage
from zhongshu.supervision.presenters.phrases import PHRASES
from zhongshu.supervision.views import undo
from zhongshu.supervision.views.resting import tell_of_rest_days
from zhongshu.ui.deeds import Door, once
from zhongshu.ui.forms import refuse


class Acts(Door[Deed, Directive]):
    """The subject is a supervised matter. What can be taken back within seconds is told with the way to do so."""

    template = "supervision/deed.html"

    def find(self, request: Request, deed: Deed, ref: int) -> Directive:
        """The matter; its form is shown only where the deed can be done now, a sending the service judges."""
        directive = queries.get(request.actor, ref)
        if request.method != "POST":
            policies.require_now(request.actor, deed.verbs, directive)
        return directive

    def asked(self, request: Request, subject: Directive) -> dict[str, Any]:
        return {"directive": subject, "actor": request.actor, "today": local_day(request.at)}

    def keep(self, request: Request, deed: Deed, subject: Directive, form: Any) -> None:
        """No file is put away, and no fault told, for somebody whose deed it is not."""
        if request.FILES or not form.is_valid():
            policies.require_one(request.actor, deed.verbs, subject)
        shelve(request, form)

    def perform(self, request: Request, deed: Deed, subject: Directive, form: DeedForm) -> object:
        data = {name: value for name, value in form.cleaned_data.items() if name != "kept"}
        if isinstance(form, HoldsFiles):
            data["files"] = tuple(form.kept_files)
        made = deed.run(data, once(request) | {"directive_id": subject.pk})
        tell_of_rest_days(request, queries.days_given(data))
        return made

    def tell(self, request: Request, deed: Deed, subject: Directive) -> None:
        undo.offer(request, deed.take_back, [subject], str(deed.done))

    def back(self, request: Request, deed: Deed, subject: Directive) -> str:
        return asked_back(request) or reverse("supervision:directive", args=[subject.pk])

    def after(self, deed: Deed, made: Any, back: str) -> str:
        return reverse("supervision:directive", args=[made.pk]) if deed.opens else back

    def drawn(self, request: Request) -> str:
        return "supervision/sheet.html" if asked_back(request) else self.template

    def beside(self, request: Request, deed: Deed, subject: Directive, form: DeedForm) -> dict[str, Any]:
        matter = subject.matter
        return {
            "confirm": str(deed.confirm) % {"title": matter.title} if deed.confirm else "",
            "shown": DirectivePage(request.actor, subject, request.at),
            "directive": subject,
            "matter": matter,
            "phrases": PHRASES.get(deed.resource),
            "similar": likes(getattr(form, "similar", ()), local_day(request.at)),
        }

    def put(self, form: DeedForm, refusal: Refusal) -> None:
        """Where somebody is away, with the ways out; where it is like another matter, with that."""
        refuse(form, refusal)
        if isinstance(refusal, services.HolderAway):
            form.offers = refusal.offers  # type: ignore[attr-defined]
        if isinstance(form, Docketing | Decompose) and refusal.rule == "D-04":
            form.compare()


class InTheField(Acts):
    """For a phone held in one hand: a photo, an answer, sent."""

    def drawn(self, request: Request) -> str:
        return "supervision/field.html"


class PutsToWork(Acts):
    """A template of steps, which the address chooses."""

    def asked(self, request: Request, subject: Directive) -> dict[str, Any]:
        return super().asked(request, subject) | {"template": request.GET.get("template", "")}

    def beside(self, request: Request, deed: Deed, subject: Directive, form: Any) -> dict[str, Any]:
        more = {"turns": turns(form.turns), "keeps": request.actor.organs_with(Duty.SUPERVISE)}
        return super().beside(request, deed, subject, form) | more


def asked_back(request: Request) -> str:
    """Where a page for the hand wants to have its reader again; "" where the deed is done at a desk."""
    told = request.GET.get("back", "")
    return told if told.startswith("/") and url_has_allowed_host_and_scheme(told, None) else ""


act = Acts(BY_RESOURCE)
put_to_work = PutsToWork({CHAIN.resource: CHAIN})
report_from_the_field = InTheField({FIELD.resource: FIELD})
