"""What the spine tells the organisation: what people and units hold, and how it changes hands."""

from django.utils.translation import gettext_lazy as _

from zhongshu.matters.services.hand_over import hand_over, held_by_person, held_by_unit
from zhongshu.org import registry

registry.register(
    "assignments", _("在办事项"), of_person=held_by_person, of_unit=held_by_unit, hand_over=hand_over
)
