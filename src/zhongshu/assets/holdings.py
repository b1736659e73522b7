"""What assets tell the organisation: who keeps how many, and that they change hands when he leaves."""

from django.utils.translation import gettext_lazy as _

from zhongshu.assets.queries import held_by_person, held_by_unit
from zhongshu.assets.services import change_hands
from zhongshu.org import registry

registry.register(
    "assets", _("保管的资产"), of_person=held_by_person, of_unit=held_by_unit, hand_over=change_hands
)
