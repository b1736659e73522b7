"""What is answered where nothing can be read (400) or found (404), the database is away (503), the fault is ours (500)."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.defaults import bad_request, page_not_found, server_error

from zhongshu.api.problems import nowhere, problem
from zhongshu.config.middleware import DOOR
from zhongshu.kernel.refusals import Unavailable
from zhongshu.kernel.unavailable import unavailable
from zhongshu.platform.accounts import services as door

API = "/api/"


def failed(request: HttpRequest) -> HttpResponse:
    """The framework's ``handler500``: asked with whatever no view and no middleware has answered."""
    refusal = unavailable(sys.exc_info()[1])
    if refusal is None:
        return _fault_of_ours() if request.path.startswith(API) else server_error(request)
    answer = _problem(refusal) if request.path.startswith(API) else _page(request, refusal)
    answer["Retry-After"] = str(refusal.retry_after)
    return answer


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The framework's ``handler400``: too much at once, or nothing that can be read."""
    if not request.path.startswith(API):
        return bad_request(request, exception)
    if isinstance(exception, RequestDataTooBig):
        hint = _("请拆成几次送；文件请先传到 /api/v1/files，再写它的编号。")
        return problem(413, "too_large", _("一次送来的内容太多，没有收下。"), hint=hint)
    return problem(400, "bad_request", _("请求读不懂。"), hint=_("请按接口说明改正后重发。"))


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The framework's ``handler404``: a program is told so as it is told everything else."""
    return nowhere() if request.path.startswith(API) else page_not_found(request, exception)


def _page(request: HttpRequest, refusal: Unavailable) -> HttpResponse:
    """What was typed stands in the page itself, to be sent again; drawn without a look into the database."""
    left = None if request.path.startswith(DOOR) else door.left_over_of(request)  # no password is shown
    told = {"refusal": refusal, "left": left, "request": request, "csrf_token": get_token(request)}
    return HttpResponse(render_to_string("503.html", told), status=refusal.status)


def _problem(refusal: Unavailable) -> HttpResponse:
    return problem(refusal.status, refusal.code, refusal.sentence, hint=refusal.hint)


def _fault_of_ours() -> HttpResponse:
    hint = _(
        "没有办完的一步已经整体撤销。请稍后用同一个 Idempotency-Key 重发；还不行就把时间和地址告诉管理员。"
    )
    return problem(500, "failed", _("系统出了错，这不是您的操作问题。"), hint=hint)
