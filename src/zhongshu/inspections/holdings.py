"""What inspections tell the organisation: who is on how many teams, and that another follows him there."""

from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.services.hand_over import hand_over, held_by_person
from zhongshu.org import registry

registry.register(
    "inspections",
    _("参加的督查组"),
    of_person=held_by_person,
    hand_over=hand_over,
)
