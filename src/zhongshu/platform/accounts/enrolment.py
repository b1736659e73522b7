"""A device being set up: its secret waits in the session until a code proves that the device has it."""

import base64
import io
import secrets
from datetime import datetime
from urllib.parse import quote, urlencode

import segno
from django.http import HttpRequest
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.platform.accounts import services

WAITING = "factor_secret"
SECRET_BYTES = 20


def finish(request: HttpRequest, actor: Actor, code: str, at: datetime) -> list[services.Secret]:
    """The device is proved by ``code``: recovery codes. A Refusal when the code does not fit."""
    codes = services.add_factor(actor=actor, secret=_secret(request), code=code, at=at)
    del request.session[WAITING]
    return codes


def readable(request: HttpRequest) -> str:
    """The secret for typing in by hand: base32 in groups of four."""
    key = _base32(request)
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


def address(request: HttpRequest, username: str) -> str:
    """The secret as devices read it: otpauth://totp/…"""
    house = _("中枢")
    told = urlencode({"secret": _base32(request), "issuer": house}, quote_via=quote)
    return f"otpauth://totp/{quote(house)}:{quote(username)}?{told}"


def picture(request: HttpRequest, username: str) -> bytes:
    """The same as a QR code, drawn here as SVG, so that the secret goes nowhere else."""
    drawn = io.BytesIO()
    code = segno.make(address(request, username), error="m")
    code.save(drawn, kind="svg", scale=4, border=3, light="white", xmldecl=False)
    return drawn.getvalue()


def _base32(request: HttpRequest) -> str:
    return base64.b32encode(bytes.fromhex(_secret(request))).decode()


def _secret(request: HttpRequest) -> str:
    kept: str = request.session.setdefault(WAITING, secrets.token_hex(SECRET_BYTES))
    return kept
