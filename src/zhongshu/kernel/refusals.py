"""Refusals: what the house will not do, said so that the person knows what to do next."""

from collections.abc import Mapping

from django.utils.translation import gettext as _


class Refusal(Exception):
    """An anticipated no. Mapped once to a page, an API answer and an exit code.

    ``code``      stable English code, e.g. ``"verifier_is_undertaker"``.
    ``sentence``  what is wrong, in plain Chinese (lazy translations are welcome).
    ``fields``    messages by input field, where a field is at fault.
    ``at``        the one field at fault, where the sentence says all there is to say beside it.
    ``rule``      id of the rule that refuses, e.g. ``"D-25"``; "" where none.
    ``source``    the article that the rule stands on.
    ``hint``      what to do next.
    """

    status = 422
    exit_code = 1

    def __init__(
        self,
        code: str,
        sentence: object,
        *,
        fields: Mapping[str, object] | None = None,
        at: str = "",
        rule: str = "",
        source: str = "",
        hint: object = "",
    ) -> None:
        super().__init__(code, sentence)
        self.code = code
        self.sentence = sentence
        self.rule, self.source = rule, source
        self.hint = hint
        self.fields: dict[str, object] = {at: str(self)} if at else dict(fields or {})

    def __str__(self) -> str:
        text = str(self.sentence)
        return f"{text}{self.hint}" if self.hint else text

    @property
    def told(self) -> str:
        """All of it for a form: what is wrong, what to do next, what it stands on."""
        return f"{self}{grounds(self.source)}"


def grounds(source: str) -> str:
    """What a no stands on, behind its words; nothing where no article is named."""
    return _("（依据：%(source)s）") % {"source": source} if source else ""


class NotFound(Refusal):
    """What one may not see does not exist."""

    status = 404
    exit_code = 4


class Forbidden(Refusal):
    """Seen, but not for this person to do."""

    status = 403
    exit_code = 3


class Conflict(Refusal):
    """Somebody else was faster, or the thing has moved on."""

    status = 409
    exit_code = 5


class Unavailable(Refusal):
    """What the house stands on does not answer now; the same thing asked again later may well be done."""

    status = 503
    exit_code = 75  # EX_TEMPFAIL
    retry_after = 10
    """Seconds after which to ask again."""


def refuse_faults(faults: Mapping[str, object], code: str, sentence: object, *, rule: str = "") -> None:
    """Refuse what was filled in while anything is wrong with it, all faults at once.

    ``faults``    messages by input field; nothing happens where there are none.
    ``sentence``  tells how many by ``%(count)s``.
    """
    if faults:
        raise Refusal(code, str(sentence) % {"count": len(faults)}, fields=faults, rule=rule)
