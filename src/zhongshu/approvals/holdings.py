"""What approvals tell the organisation: what people hold in papers, and how it is handed over."""

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.services.hand_over import hand_over, held_by_person, held_by_unit
from zhongshu.org import registry

registry.register(
    "approvals", _("在办审批"), of_person=held_by_person, of_unit=held_by_unit, hand_over=hand_over
)
