"""The form of one deed around money."""

from datetime import date
from typing import Any

from django.forms import Field
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.ui.forms import Form


class MoneyForm(Form):
    """The form of a deed about ``subject``."""

    def __init__(self, *args: Any, subject: Any, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject, self.actor, self.today = subject, actor, today
        self.offer()
        for field in self.fields.values():
            if field.error_messages.get("required") == Field.default_error_messages["required"]:
                field.error_messages["required"] = _("请填写“%(name)s”。") % {"name": field.label}

    def offer(self) -> None:
        """Fill in the choices and the first answers that depend on the subject."""
