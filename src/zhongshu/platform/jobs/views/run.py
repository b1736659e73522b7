from django.http import FileResponse, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from zhongshu.kernel.requests import Request
from zhongshu.platform.jobs import queries
from zhongshu.ui.pages import page


@require_safe
def index(request: Request) -> HttpResponse:
    """What one has asked for."""
    runs = [(run, queries.title_of(run.name)) for run in queries.recent(request.actor)]
    return page(request, "jobs/runs.html", runs=runs)


@require_safe
def show(request: Request, run_id: int) -> HttpResponse:
    """How far a job is; htmx asks for the middle of the page alone."""
    run = queries.get(request.actor, run_id)
    return page(request, "jobs/run.html#progress", run=run, state=queries.as_part(run))


@require_safe
def as_json(request: Request, run_id: int) -> HttpResponse:
    """The same for programs."""
    run = queries.get(request.actor, run_id)
    told = {"id": run.pk, "state": run.state, "done": queries.done_of(run), "total": run.total}
    return JsonResponse({**told, "note": run.note, "error": run.error, "result": run.result})


@require_safe
def product(request: Request, run_id: int) -> FileResponse:
    """The file that a job of one's own has made."""
    path, name = queries.product_of(request.actor, run_id)
    kind = "text/csv; charset=utf-8" if name.endswith(".csv") else "application/octet-stream"
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
    return FileResponse(
        path.open("rb"), as_attachment=True, filename=name, content_type=kind, headers=headers
    )
