from django.http import HttpResponse

from zhongshu.finance import queries
from zhongshu.kernel.requests import Request


def show(request: Request, matter_id: int) -> HttpResponse:
    return HttpResponse(str(queries.claim(request.actor, matter_id)))
