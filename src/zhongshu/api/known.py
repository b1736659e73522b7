"""What an address asks for by a name that the operation does not know is told, not passed over."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.params.models import QueryModel

from zhongshu.api.problems import problem

Run = Callable[..., HttpResponse]


def only_known_names(run: Run) -> Run:
    """Decorates what runs one operation: a name it does not read is a fault of the address."""
    models = [one for one in run.__self__.models if issubclass(one, QueryModel)]  # type: ignore[attr-defined]
    known = {name for model in models for name in model.__ninja_flatten_map__}

    @wraps(run)
    def answered(request: HttpRequest, **place: object) -> HttpResponse:
        unknown = sorted(set(request.GET) - known)
        return _unknown(unknown, sorted(known)) if unknown else run(request, **place)

    return answered


def _unknown(names: list[str], known: list[str]) -> HttpResponse:
    hint = _("可以用的有：%(names)s。") % {"names": ", ".join(known)} if known else _("这个地址不带参数。")
    told = dict.fromkeys(names, _("没有这个参数。"))
    return problem(
        422, "unknown_parameter", _("地址里有接口不认识的参数，没有查询。"), hint=hint, fields=told
    )
