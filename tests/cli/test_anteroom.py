import re
import socket
import threading
import urllib.error
import urllib.request

import pytest
from django.contrib.staticfiles import finders
from gunicorn.http.errors import InvalidHTTPVersion, LimitRequestHeaders, LimitRequestLine, ParseException

from zhongshu.cli.serving import doors
from zhongshu.cli.serving.anteroom import told_to_wait
from zhongshu.cli.serving.unread import answer


def test_who_comes_too_early_is_told_at_once_and_the_door_is_handed_on() -> None:
    before = threading.active_count()
    with doors.listen("127.0.0.1", 0) as listener:
        address = listener.getsockname()
        with told_to_wait(listener):
            socket.create_connection(address).close()  # goes away again without a word
            with pytest.raises(urllib.error.HTTPError) as told:
                urllib.request.urlopen(f"http://127.0.0.1:{address[1]}/enter/", timeout=5)
            assert (told.value.code, told.value.headers["Retry-After"]) == (503, "3")
            assert "中枢正在准备" in told.value.read().decode()
        assert threading.active_count() == before
        with socket.create_connection(address) as late:
            assert listener.accept()[1] == late.getsockname()


@pytest.mark.parametrize(
    ("wrong", "status", "told"),
    [
        (LimitRequestLine(9000, 4094), b"414 ", "地址太长"),
        (LimitRequestHeaders("too many"), b"431 ", "清除浏览器里本站的 Cookie"),
        (InvalidHTTPVersion("HTTP/9"), b"400 ", "请求读不懂"),
    ],
)
def test_what_the_server_cannot_read_is_told_in_chinese(
    wrong: ParseException, status: bytes, told: str
) -> None:
    head, _blank, page = answer(wrong).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 " + status)
    assert f"Content-Length: {len(page)}".encode() in head
    assert told in page.decode()
    assert "接下来：" in page.decode()
    assert 'name="viewport"' in page.decode()
    assert finders.find(re.findall(r'href="/static/([^"]+)"', page.decode())[0])
