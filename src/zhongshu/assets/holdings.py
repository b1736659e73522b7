"""What assets tell the organisation: who keeps how many, and that they change hands when he leaves."""

from django.utils.translation import gettext_lazy as _

from zhongshu.assets.queries import held_by_person, held_by_unit, parts_of_person
from zhongshu.assets.services import change_hands, take_part_instead
from zhongshu.org import registry

registry.register(
    "assets", _("保管的资产"), of_person=held_by_person, of_unit=held_by_unit, hand_over=change_hands
)
registry.register(
    "asset_papers",
    _("要签、要清点或要审定的资产单据"),
    of_person=parts_of_person,
    hand_over=take_part_instead,
)
