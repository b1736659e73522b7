"""What a rule or a policy answers: yes, or no with the reason, the source and what to do next."""

from dataclasses import dataclass, field
from typing import Any

from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal, grounds


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of one rule. Truthy when it is met.

    ``rule``    the rule's id, e.g. "D-25"; "" for a question of competence.
    ``source``  the article it stands on, as shown to the person refused.
    """

    met: bool
    code: str = ""
    sentence: object = ""
    hint: object = ""
    rule: str = ""
    source: str = ""
    refusal: type[Refusal] = field(default=Refusal)

    def __bool__(self) -> bool:
        return self.met

    @property
    def told(self) -> str:
        """All of it for a form: what is wrong, what to do next, what it stands on."""
        return f"{self.sentence}{self.hint}{grounds(self.source)}"

    def require(self, *, at: str = "") -> None:
        """Raise the refusal of this verdict unless the rule is met; ``at`` names the field that is at fault."""
        if not self.met:
            more: dict[str, Any] = {"rule": self.rule, "source": self.source, "hint": self.hint}
            raise self.refusal(self.code, self.sentence, fields={at: self.told} if at else None, **more)


YES = Verdict(True)


def no(code: str, sentence: object, hint: object = "", *, rule: str = "", source: str = "") -> Verdict:
    """A rule that is not met."""
    return Verdict(False, code, sentence, hint, rule, source)


def not_yours(code: str, sentence: object, hint: object = "", *, rule: str = "") -> Verdict:
    """An act that is not for this person to do (403)."""
    return Verdict(False, code, sentence, hint, rule, refusal=Forbidden)


def not_now(code: str, sentence: object, hint: object = "", *, rule: str = "") -> Verdict:
    """An act that does not go with how things stand (409)."""
    return Verdict(False, code, sentence, hint, rule, refusal=Conflict)
