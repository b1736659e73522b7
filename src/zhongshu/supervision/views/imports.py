"""Ledgers kept elsewhere: brought in, mapped, tried, imported, undone."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import let_go_if_refused, shelve
from zhongshu.platform.jobs import services as jobs
from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.forms.imports import MappingForm, UndoForm
from zhongshu.supervision.forms.ledger_file import LedgerFileForm
from zhongshu.supervision.models import LedgerImport
from zhongshu.supervision.presenters.imports import ImportPage
from zhongshu.ui.forms import Attempt
from zhongshu.ui.pages import moved, page, say


@require_http_methods(["GET", "HEAD", "POST"])
def listing(request: Request) -> HttpResponse:
    """Ledgers brought in, newest first; a new one."""
    policies.may_supervise(request.actor).require()
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = LedgerFileForm(*sent, actor=request.actor)
    with Attempt(form):
        if sent and (ledger := _all_or_nothing(request, form)):
            return moved(request, _address(ledger.pk))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    found = queries.imports(request.actor, cursor=after, before=before)
    return page(request, "supervision/imports.html", form=form, found=found)


def _all_or_nothing(request: Request, form: LedgerFileForm) -> LedgerImport | None:
    with let_go_if_refused(request, form):
        return _brought(request, form)


def _brought(request: Request, form: LedgerFileForm) -> LedgerImport | None:
    shelve(request, form, field="file")
    if not form.is_valid():
        return None
    if not form.kept_files:
        missing = _("请选一份台账文件。")
        raise Refusal("no_file", missing, fields={"file": missing})
    told: dict[str, Any] = {"unit_id": form.cleaned_data["unit_id"], "file": form.kept_files[-1]}
    told |= {"at": request.at, "idempotency_key": request.POST.get("once", "")}
    return services.bring_ledger(actor=request.actor, **told)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Request, import_id: int) -> HttpResponse:
    """What the columns are taken for and what would come of each row; afterwards, what came of them."""
    ledger = queries.import_for(request.actor, import_id)
    shown = ImportPage(request.actor, ledger, local_day(request.at))
    data = (request.POST,) if request.method == "POST" else ()
    form = MappingForm(*data, ledger=ledger, unknown=shown.unknown, units=shown.units)
    with Attempt(form):
        if data and form.is_valid():
            return _mapped(request, ledger, form)
    return page(request, "supervision/import.html", shown=shown, ledger=ledger, form=form, undo=UndoForm())


def _mapped(request: Request, ledger: LedgerImport, form: MappingForm) -> HttpResponse:
    common: dict[str, Any] = {"actor": request.actor, "at": request.at}
    for name, unit_id in form.aliases.items():
        services.explain_name(import_id=ledger.pk, unit_id=unit_id, name=name, **common)
    told = {name: form.cleaned_data[name] for name in ("origin", "approver_id", "basis", "first_leads")}
    services.map_ledger(import_id=ledger.pk, columns=form.columns, heads=form.heads, **told, **common)
    if "run" in request.POST:
        return run(request, ledger.pk)
    if ImportPage(request.actor, ledger, local_day(request.at)).is_long:
        return tried(request, ledger.pk)
    say(request, _("已保存，按新的对应关系重新试读。"))
    return moved(request, _address(ledger.pk))


@require_POST
def run(request: Request, import_id: int) -> HttpResponse:
    """Begin the import; its progress is shown, and it can be stopped."""
    services.may_begin(queries.import_for(request.actor, import_id))
    return _asked(request, "supervision.import_ledger", import_id)


@require_POST
def tried(request: Request, import_id: int) -> HttpResponse:
    """Begin the dry run of a long ledger; its progress is shown."""
    queries.import_for(request.actor, import_id)
    return _asked(request, "supervision.try_ledger", import_id)


def _asked(request: Request, name: str, import_id: int) -> HttpResponse:
    job = jobs.ask(name, actor=request.actor, at=request.at, import_id=import_id)
    return moved(request, reverse("jobs:run", args=[job.pk]))


def _address(import_id: int) -> str:
    return reverse("supervision:import", args=[import_id])
