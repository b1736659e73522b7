"""The address the web server listens on."""

import ipaddress
import socket

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on ``host``; port 0 takes any free one. A Refusal if it is not to be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as taken:
        listener.close()
        raise Refusal(
            "address_taken",
            _("%(host)s 的 %(port)s 端口不能使用：%(why)s。")
            % {"host": host, "port": port, "why": taken.strerror},
            hint=_("请用 --port 换一个端口，或先停掉占用它的程序。"),
        ) from taken
    listener.listen(128)
    return listener
