"""What a log-in name, a one-time password and a key look like."""

import hashlib
import re
import secrets
import unicodedata

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal

KEY_PREFIX = "zs_"
# No letter or digit that is taken for another when read aloud or copied by hand.
PLAIN_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
USERNAME = re.compile(r"[^\W_][\w.-]{1,59}", re.UNICODE)


def plain(username: str) -> str:
    """The one spelling of a log-in name: no outer blanks, full-width and capital letters made plain."""
    return unicodedata.normalize("NFKC", username).strip().lower()


def clean_username(username: str) -> str:
    """``username`` in its one spelling; a Refusal when it cannot be a log-in name."""
    name = plain(username)
    if not USERNAME.fullmatch(name):
        sentence = _("登录名为 2 至 60 个字，只用文字、数字、点、横线和下划线，并以文字或数字开头。")
        raise Refusal("bad_username", sentence, fields={"username": sentence}, rule="G-01")
    return name


def one_time_password() -> str:
    """Sixteen letters by chance, in four groups: some 79 bits."""
    return "-".join("".join(secrets.choice(PLAIN_LETTERS) for _n in range(4)) for _m in range(4))


def new_recovery_code() -> str:
    """Twelve letters by chance, in three groups: some 59 bits."""
    return "-".join("".join(secrets.choice(PLAIN_LETTERS) for _n in range(4)) for _m in range(3))


def plain_code(code: str) -> str:
    """A code as it is compared: without the blanks and dashes people copy along."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", code)).lower()


def new_key() -> str:
    """A key for programs: 256 bits by chance."""
    return KEY_PREFIX + secrets.token_urlsafe(32)


def key_digest(key: str) -> str:
    """What is kept of a key or a recovery code. They are drawn by chance, so one round suffices."""
    return hashlib.sha256(key.encode()).hexdigest()
