"""Every form of inspections goes through one door."""

from typing import Any

from zhongshu.inspections.deeds import BY_NAME, Deed
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.keeping import KeepingDoor
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.fields import UnitsField
from zhongshu.supervision.services import HolderAway
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import refuse


class Inspecting(KeepingDoor[Deed]):
    """The subject is what the deed's ``find`` reads: an organ, an inspection, a finding, a conclusion."""

    template = "inspections/deed.html"

    def beside(self, request: Request, deed: Deed, subject: Any, form: DeedForm) -> dict[str, Any]:
        asked = any(isinstance(field, UnitsField) for field in form.fields.values())
        return {"subject": subject, "labels": UnitNames().labels.values() if asked else ()}

    def put(self, form: DeedForm, refusal: Refusal) -> None:
        """Where somebody is on leave, with the ways out."""
        refuse(form, refusal)
        if isinstance(refusal, HolderAway):
            form.offers = refusal.offers  # type: ignore[attr-defined]


act = Inspecting(BY_NAME)
