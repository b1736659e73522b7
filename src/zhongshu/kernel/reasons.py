"""What needs a reason is refused without one, whoever asks: a page, a program or the command line."""

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal


def given(words: str, wanted: object = "", *, at: str = "reason", rule: str = "") -> str:
    """``words`` without their outer blanks; refused at the field ``at`` where nothing is left, saying what is ``wanted``."""
    if not (told := words.strip()):
        raise Refusal("no_reason", wanted or _("请写明理由。"), at=at, rule=rule)
    return told
