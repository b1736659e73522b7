"""What needs a reason is refused without one, whoever asks: a page, a program or the command line."""

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal


def given(reason: str, wanted: object = "", *, rule: str = "") -> str:
    """``reason`` without its outer blanks; refused where nothing is left, saying what is ``wanted`` in it."""
    words = reason.strip()
    if not words:
        told = wanted or _("请写明理由。")
        raise Refusal("no_reason", _("请写明理由。"), fields={"reason": told}, rule=rule)
    return words
