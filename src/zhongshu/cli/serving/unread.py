"""What cannot be read as a request never reaches a view: whoever sent it is told in our words, not the server's."""

from contextlib import suppress
from http import HTTPStatus
from typing import Any

from gunicorn.http.errors import (
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)
from gunicorn.workers.base import Worker
from gunicorn.workers.gthread import ThreadWorker
from gunicorn.workers.sync import SyncWorker

OURS = (InvalidResponseHeader, InvalidResponseHeaderName)  # a fault of the application, not of who asks
PAGE = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{what} · 中枢</title>
<link rel="stylesheet" href="/static/ui/zhongshu.css"></head>
<body><main class="main"><div class="wrap"><p class="brand"><span class="seal" aria-hidden="true">枢</span>中枢</p>
<section class="card pad measure stack mt4"><h1>{what}</h1><p>系统没有读这次请求，什么都没有改动。</p>
<p><b>接下来：</b>{hint}</p><p class="mut" lang="en">{english}</p>
<p class="bar"><a class="btn btn--pri" href="/">回到今天</a></p></section></div></main></body></html>
"""
BACK = "请返回上一页，少填一些条件再试；内容多的请用页面上的表单提交。"
COOKIES = "请清除浏览器里本站的 Cookie，重新登录后再试。"


class Telling(Worker):
    """Serves as gunicorn's own does."""

    def handle_error(self, req: Any, client: Any, addr: Any, exc: BaseException) -> None:
        """Answer a request that cannot be read; all else as the server does."""
        if not isinstance(exc, ParseException) or isinstance(exc, OURS):
            super().handle_error(req, client, addr, exc)  # type: ignore[no-untyped-call] # gunicorn is not typed
            return
        self.log.warning("unreadable request from %s: %s", (addr or ("",))[0], exc)
        with suppress(OSError):  # who has gone away needs no answer
            client.sendall(answer(exc))


class Threaded(Telling, ThreadWorker):
    """Several at once."""


class Single(Telling, SyncWorker):
    """One after the other."""


def answer(exc: ParseException) -> bytes:
    """What is sent: the status, what is wrong, what to do next."""
    status, what, hint = HTTPStatus.BAD_REQUEST, "请求读不懂", "请刷新页面再试一次；程序请对照接口说明核对。"
    if isinstance(exc, LimitRequestLine):
        status, what, hint = HTTPStatus.REQUEST_URI_TOO_LONG, "地址太长", BACK
    elif isinstance(exc, LimitRequestHeaders):
        status, what, hint = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "请求头太大", COOKIES
    page = PAGE.format(what=what, hint=hint, english=status.description or status.phrase).encode()
    kind = "text/html; charset=utf-8"
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: {kind}\r\nCache-Control: no-store\r\n"
    return f"{head}Connection: close\r\nContent-Length: {len(page)}\r\n\r\n".encode() + page
