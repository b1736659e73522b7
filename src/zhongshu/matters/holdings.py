"""What the spine tells the floors below: what people and units hold, how it changes hands, whose a moved date is."""

from django.utils.translation import gettext_lazy as _

from zhongshu.matters.queries import named
from zhongshu.matters.services.hand_over import hand_over, held_by_person, held_by_unit
from zhongshu.org import registry
from zhongshu.platform.workdays.registry import register_names

register_names(named)
registry.register(
    "assignments", _("在办事项"), of_person=held_by_person, of_unit=held_by_unit, hand_over=hand_over
)
