"""Short secrets at rest (rule G-08): AES-256-GCM under a key drawn from the house's secret, bound to its owner.

The key comes from SECRET_KEY; what an earlier one sealed opens as long as that is named in SECRET_KEY_FALLBACKS.
"""

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

MARK = "s1:"
NONCE_BYTES = 12


class Unopenable(RuntimeError):
    """Sealed under a secret that this house does not have: an operator's error, never a person's."""


def seal(text: str, owner: str) -> str:
    """``text`` (hex) sealed for ``owner``; at most 80 characters for a secret of 20 bytes."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    hidden = AESGCM(_key(settings.SECRET_KEY)).encrypt(nonce, bytes.fromhex(text), owner.encode())
    return MARK + base64.urlsafe_b64encode(nonce + hidden).decode()


def unseal(kept: str, owner: str) -> str:
    """What was sealed for ``owner``, in hex. Raises Unopenable."""
    raw = base64.urlsafe_b64decode(kept.removeprefix(MARK))
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return AESGCM(_key(secret)).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], owner.encode()).hex()
        except InvalidTag:
            continue
    raise Unopenable("set ZHONGSHU_OLD_SECRET_KEYS to the secret under which it was sealed")


def is_sealed(kept: str) -> bool:
    """Whether ``kept`` is sealed rather than plain."""
    return kept.startswith(MARK)


def _key(secret: str | bytes) -> bytes:
    material = secret.encode() if isinstance(secret, str) else secret
    derived = HKDF(hashes.SHA256(), length=32, salt=None, info=b"zhongshu factor 1")
    return derived.derive(material)
