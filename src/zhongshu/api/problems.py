"""How the API says no: RFC 9457 ``application/problem+json``, the same words as on the page."""

from collections.abc import Callable, Mapping

from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from zhongshu.api.misshapes import fields_of
from zhongshu.kernel.beyond import beyond
from zhongshu.kernel.refusals import Refusal

CSRF_FAILED = 403
MEDIA_TYPE = "application/problem+json"


def problem(
    status: int,
    code: str,
    sentence: object,
    *,
    hint: object = "",
    rule: str = "",
    source: str = "",
    fields: Mapping[str, object] | None = None,
) -> HttpResponse:
    """``sentence`` says what is wrong, ``hint`` what to do next, ``fields`` which input is at fault.

    ``source`` is the article that ``rule`` stands on.
    """
    body = {
        "type": f"urn:zhongshu:refusal:{code}",
        "title": str(sentence),
        "status": status,
        "code": code,
        "detail": str(hint),
        "rule": rule,
        "source": source,
        "fields": {name: str(text) for name, text in (fields or {}).items()},
    }
    return JsonResponse(
        body, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
    )


def nowhere() -> HttpResponse:
    """No such address, or nothing there for this person."""
    hint = _("请对照接口说明（/api/v1/docs）核对地址。")
    return problem(404, "not_found", _("没有这个地址，或者它不在您的知悉范围内。"), hint=hint)


def register(api: NinjaAPI) -> None:
    """Teach ``api`` to answer every anticipated no as a problem."""
    for error, answer in HANDLERS:
        api.add_exception_handler(error, answer)


def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(
        refusal.status, refusal.code, refusal.sentence,
        hint=refusal.hint, rule=refusal.rule, source=refusal.source, fields=refusal.fields,
    )  # fmt: skip


def _misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = fields_of(error.errors)
    hint = _("请按接口说明改正 %(fields)s 后重发。") % {"fields": _("、").join(fields)}
    return problem(422, "bad_input", _("提交的内容不合格式。"), hint=hint, fields=fields)


def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    hint = _("请在请求头带上 Authorization: Bearer 令牌。")
    answer = problem(401, "not_entered", _("没有有效的令牌，也没有登录。"), hint=hint)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return nowhere()


def _beyond(request: HttpRequest, error: Exception) -> HttpResponse:
    refusal = beyond(error)
    if refusal is None:
        raise error
    return _refused(request, refusal)


def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, Refusal):  # what the parser refuses, the framework hands on as unreadable
        return _refused(request, error.__cause__)
    if error.status_code == CSRF_FAILED:
        hint = _("浏览器请带 X-CSRFToken，程序请用令牌。")
        return problem(CSRF_FAILED, "csrf", _("请求没有带页面的校验码。"), hint=hint)
    hint = _("请检查 JSON 是否完整。")
    return problem(error.status_code, "bad_request", _("请求读不懂。"), hint=hint)


HANDLERS: tuple[tuple[type[Exception], Callable[..., HttpResponse]], ...] = (
    (Refusal, _refused),
    (ValidationError, _misshapen),
    (AuthenticationError, _unknown),
    (Http404, _missing),
    (OverflowError, _beyond),
    (DataError, _beyond),
    (HttpError, _unreadable),
)
