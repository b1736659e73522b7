"""What supervision tells the floors below: the dates it keeps, and the slips that wait for one person."""

from django.utils.translation import gettext_lazy as _

from zhongshu.org import registry as org
from zhongshu.platform.workdays import registry
from zhongshu.supervision import services
from zhongshu.supervision.services import slips

registry.register("supervision", services.recompute, reached=services.reached)
registry.register("supervision rounds", services.redate_rounds)
org.register(
    "slips",
    _("未签收的督办单"),
    of_person=slips.slips_held_by,
    hand_over=slips.pass_slips_on,
)
