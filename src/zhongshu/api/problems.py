"""How the API says no: RFC 9457 ``application/problem+json``, the same words as on the page."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from zhongshu.kernel.refusals import Refusal

MEDIA_TYPE = "application/problem+json"


def problem(
    status: int,
    code: str,
    sentence: object,
    *,
    hint: object = "",
    rule: str = "",
    fields: Mapping[str, object] | None = None,
) -> HttpResponse:
    """``sentence`` says what is wrong, ``hint`` what to do next, ``fields`` which input is at fault."""
    body = {
        "type": f"urn:zhongshu:refusal:{code}",
        "title": str(sentence),
        "status": status,
        "code": code,
        "detail": str(hint),
        "rule": rule,
        "fields": {name: str(text) for name, text in (fields or {}).items()},
    }
    return JsonResponse(
        body, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False}
    )


def register(api: NinjaAPI) -> None:
    """Teach ``api`` to answer every anticipated no as a problem."""

    @api.exception_handler(Refusal)
    def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
        return problem(
            refusal.status, refusal.code, refusal.sentence,
            hint=refusal.hint, rule=refusal.rule, fields=refusal.fields,
        )  # fmt: skip

    @api.exception_handler(ValidationError)
    def misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = {".".join(str(part) for part in one["loc"][2:]): one["msg"] for one in error.errors}
        return problem(
            422, "bad_input", "提交的内容不合格式。", hint="请按接口说明改正后重发。", fields=fields
        )

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        answer = problem(
            401,
            "not_entered",
            "没有有效的令牌，也没有登录。",
            hint="请在请求头带上 Authorization: Bearer 令牌。",
        )
        answer["WWW-Authenticate"] = "Bearer"
        return answer

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(404, "not_found", "没有这个地址，或者它不在您的知悉范围内。")

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        if error.status_code == 403:
            return problem(
                403, "csrf", "请求没有带页面的校验码。", hint="浏览器请带 X-CSRFToken，程序请用令牌。"
            )
        return problem(error.status_code, "bad_request", "请求读不懂。", hint="请检查 JSON 是否完整。")
