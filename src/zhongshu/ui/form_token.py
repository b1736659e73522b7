"""The token that forms carry against forged requests, as the framework makes and checks it, for a tenth of the work.

The framework draws each of 32 characters of the mask by a call of the system, and sends the cookie again with every page
to renew it. Whoever has entered got a new cookie, good for a year, on entering, and a session ends long before:
the cookie need not be renewed until then.
"""

from operator import add
from secrets import token_bytes

from django.http import HttpRequest
from django.middleware.csrf import CSRF_ALLOWED_CHARS, CSRF_SECRET_LENGTH

LETTERS = len(CSRF_ALLOWED_CHARS)
UNEVEN = bytes(range(256 - 256 % LETTERS, 256))
"""Bytes left out, so that every letter is as likely as any other."""
NUMBERED = bytes(byte % LETTERS for byte in range(256))
LETTERED = bytes(ord(CSRF_ALLOWED_CHARS[byte % LETTERS]) for byte in range(256))
PLACES = bytes(max(CSRF_ALLOWED_CHARS.find(chr(byte)), 0) for byte in range(256))


def token_of(request: HttpRequest) -> str | None:
    """A token for the secret that ``request`` brought, under a mask of its own; None where it brought none."""
    secret: str | None = request.META.get("CSRF_COOKIE")
    return masked(secret) if secret else None


def masked(secret: str) -> str:
    """``secret`` (32 of the framework's letters) under a mask drawn for this once, the mask before it."""
    mask = _mask()
    hidden = bytes(map(add, secret.encode("ascii").translate(PLACES), mask))
    return (mask + hidden).translate(LETTERED).decode("ascii")


def _mask() -> bytes:
    drawn = b""
    while len(drawn) < CSRF_SECRET_LENGTH:
        drawn += token_bytes(CSRF_SECRET_LENGTH + 8).translate(NUMBERED, UNEVEN)
    return drawn[:CSRF_SECRET_LENGTH]
