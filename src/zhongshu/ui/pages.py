"""How a view answers: a page, a part of it, a move to another page, a sentence on the way."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.encoding import iri_to_uri

from zhongshu.ui.partials import render

UNPROCESSABLE = 422
SEE_OTHER = 303
OF_PAGES = {"Content-Type": "text/html; charset=utf-8", "Vary": "HX-Request, Cookie"}


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page, not for a whole page."""
    asked = request.META  # ``request.headers`` would read all of them over for one
    whole = "HTTP_HX_BOOSTED" in asked or "HTTP_HX_HISTORY_RESTORE_REQUEST" in asked
    return "HTTP_HX_REQUEST" in asked and not whole


def has_errors(context: dict[str, Any]) -> bool:
    """Whether the ``form`` (or one of ``forms``) in ``context`` was filled in wrongly."""
    forms = [context.get("form"), *context.get("forms", ())]
    return any(form is not None and form.is_bound and not form.is_valid() for form in forms)


def page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """Answer with ``template``.

    ``template``  ``"app/page.html"``, or ``"app/page.html#part"``: then htmx gets ``{% partialdef part %}``
                  alone, and everybody else the whole page.
    ``status``    HTTP status; 200 becomes 422 when ``form`` (or one of ``forms``) in the context has errors.

    Sentences left with :func:`say` are shown on the page, or by htmx as a toast.
    """
    name, _, _ = template.partition("#")
    part = wants_part(request) and name != template
    if status == HttpResponse.status_code and has_errors(context):
        status = UNPROCESSABLE
    drawn = render(template if part else name, context, request)
    response = HttpResponse(drawn, status=status, headers=OF_PAGES)
    if part:
        _hand_over(request, response)
    return response


def moved(request: HttpRequest, url: str) -> HttpResponse:
    """Go to ``url`` after a deed: 303, or ``HX-Redirect`` for htmx. Sentences wait for the next page."""
    if "HTTP_HX_REQUEST" in request.META:
        return HttpResponse(headers={"HX-Redirect": url})
    return Moved(url) if url.startswith("/") else HttpResponseRedirect(url, status=SEE_OTHER)


class Moved(HttpResponseRedirect):
    """The framework's answer for an address of the house, of which nobody need find out whether its scheme is allowed."""

    status_code = SEE_OTHER

    def __init__(self, path: str) -> None:
        HttpResponse.__init__(self, headers={"Content-Type": "text/html; charset=utf-8"})
        self.headers["Location"] = iri_to_uri(path)


def say(request: HttpRequest, sentence: object, *, tone: str = "ok", undo: str = "") -> None:
    """Leave a sentence for the person.

    ``tone``  ok, info, warn or late (the last for what went wrong).
    ``undo``  address that takes the deed back when posted to; shown as 撤回.
    """
    level = {"ok": messages.SUCCESS, "info": messages.INFO, "warn": messages.WARNING, "late": messages.ERROR}[
        tone
    ]
    messages.add_message(request, level, str(sentence), extra_tags=f"{tone} {undo}".strip())


def _hand_over(request: HttpRequest, response: HttpResponse) -> None:
    """Give waiting sentences to htmx, which shows them as toasts."""
    if not hasattr(request, "_messages"):
        return
    waiting = [flash(message) for message in messages.get_messages(request)]
    if waiting:
        response.headers["HX-Trigger"] = json.dumps({"zs:toast": {"said": waiting}})


def flash(message: Any) -> dict[str, str]:
    """A message as the frame draws it: its text, tone and address of undoing."""
    tone, _, undo = (message.extra_tags or "").partition(" ")
    known = {"debug": "info", "info": "info", "success": "ok", "warning": "warn", "error": "late"}
    level = known.get(message.level_tag, "info")
    return {"text": str(message.message), "tone": tone or level, "undo": undo}
