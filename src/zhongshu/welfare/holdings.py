"""What cases tell the calendar and the organisation: dates that a new table moves, and what is nobody else's business."""

from django.utils.translation import gettext_lazy as _

from zhongshu.org import registry as org
from zhongshu.platform.workdays import registry
from zhongshu.welfare import services

registry.register("welfare", services.recompute, reached=services.reached)
org.register(
    "cases of one's own",
    _("本人的职工服务办件"),
    of_person=lambda _person_id: 0,  # counted among what lies on his desk
    hand_over=services.give_back_own,
)
