"""What is left to do with an import: fetching the rows that stayed out, taking the whole back."""

from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.platform.jobs import services as jobs
from zhongshu.supervision import queries
from zhongshu.supervision.forms.imports import MappingForm, UndoForm
from zhongshu.supervision.imports import errors_sheet, lines_of
from zhongshu.supervision.presenters.imports import ImportPage
from zhongshu.supervision.views.ledger import XLSX
from zhongshu.ui.downloads import attachment
from zhongshu.ui.pages import moved, page


@require_POST
def undo(request: Request, import_id: int) -> HttpResponse:
    """Begin to take the import back."""
    ledger, form = queries.import_for(request.actor, import_id), UndoForm(request.POST)
    if not form.is_valid():
        shown = ImportPage(request.actor, ledger, local_day(request.at))
        mapping = MappingForm(ledger=ledger, unknown={}, units=shown.units)
        told = {"shown": shown, "ledger": ledger, "undo": form, "forms": [form], "form": mapping}
        return page(request, "supervision/import.html", **told)  # type: ignore[arg-type]
    asked = {"import_id": import_id, **form.cleaned_data}
    job = jobs.ask("supervision.undo_import", actor=request.actor, at=request.at, **asked)
    return moved(request, reverse("jobs:run", args=[job.pk]))


@require_safe
def errors(request: Request, import_id: int) -> FileResponse:
    """The rows that are to be put right, as a workbook."""
    ledger = queries.import_for(request.actor, import_id)
    book, _count = errors_sheet(lines_of(ledger, local_day(request.at)))
    name = _("%(name)s要改的行.xlsx") % {"name": ledger.file.name.rpartition(".")[0]}
    return FileResponse(book, content_type=XLSX, headers=attachment(name))
