"""The request as the web server hands it on; the fields of a form that was sent are read in one go."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.core.files.uploadedfile import UploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict
from django.http.request import split_domain_port, validate_host
from django.utils.datastructures import MultiValueDict

FORM = "application/x-www-form-urlencoded"
UTF8 = "utf-8"
MOST_HOSTS = 100


class Asked(WSGIRequest):
    """The framework's request. It puts the fields of a form into their place one by one, by five calls each."""

    _encoding: str | None
    _read_started: bool
    _get_raw_host: Callable[[], str]

    def get_host(self) -> str:
        """The host that was asked for; whether it is one of ours is looked at once. Raises DisallowedHost."""
        host = self._get_raw_host()
        return host if _is_ours(host, tuple(settings.ALLOWED_HOSTS)) else super().get_host()

    def _load_post_and_files(self) -> None:
        plain = self.content_type == FORM and self._encoding is None and self.method == "POST"
        if not plain or (self._read_started and not hasattr(self, "_body")):
            super()._load_post_and_files()
            return
        self._post = fields_of(self.body)
        self._files: MultiValueDict[str, UploadedFile[Any]] = MultiValueDict()


@lru_cache(MOST_HOSTS)
def _is_ours(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, allowed)


def fields_of(body: bytes) -> QueryDict:
    """The fields of a form, of the body in which they were sent. Raises TooManyFieldsSent."""
    try:
        told = body.decode()
    except UnicodeDecodeError:
        told = body.decode("iso-8859-1")  # as the framework reads what some programmes send
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    try:
        fields = parse_qsl(told, keep_blank_values=True, max_num_fields=most)
    except ValueError as refused:
        raise TooManyFieldsSent(f"more than {most} fields") from refused
    lists: dict[str, list[str]] = {}
    for name, value in fields:
        lists.setdefault(name, []).append(value)
    found = QueryDict.__new__(QueryDict)
    MultiValueDict.__init__(found, lists)
    found.encoding, found._mutable = UTF8, False
    return found
