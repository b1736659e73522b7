"""Whoever knocks while the house is made ready is told so at once, not left waiting until it is."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select
from threading import Event, Thread

WORDS = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="3">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>中枢正在准备</title><h1>中枢正在准备</h1>
<p>正在更新数据库或建立演示单位，进度见启动它的窗口。请稍候，本页会自动刷新。</p>
<p lang="en">Zhongshu is being made ready. This page refreshes itself.</p></html>
""".encode()
ANSWER = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html; charset=utf-8\r\nRetry-After: 3\r\n"
    b"Cache-Control: no-store\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(WORDS), WORDS)
)
PATIENCE_SECONDS = 1.0


@contextmanager
def told_to_wait(listener: socket.socket) -> Iterator[None]:
    """As long as this lasts; afterwards no thread of it is left, and who knocks then waits for the web server."""
    done = Event()
    porter = Thread(target=_answer, args=(listener, done))
    porter.start()
    try:
        yield
    finally:
        done.set()
        porter.join()


def _answer(listener: socket.socket, done: Event) -> None:
    while not done.is_set():
        if select([listener], [], [], 0.1)[0]:
            with suppress(OSError), listener.accept()[0] as caller:  # who goes away again is not missed
                caller.settimeout(PATIENCE_SECONDS)
                caller.recv(65536)
                caller.sendall(ANSWER)
                caller.shutdown(socket.SHUT_WR)
