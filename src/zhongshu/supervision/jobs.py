from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.jobs.registry import every
from zhongshu.supervision import proofs, services


@every("supervision.escalate", _("逾期升级"), daily="08:40")
def escalate(at: datetime) -> int:
    """Late matters climb the ladder; on working days only."""
    return services.escalate(actor=SYSTEM, at=at)


@every("supervision.rounds", _("回告期"), daily="00:10")
def rounds(at: datetime) -> int:
    """A new day: rounds are laid before units, reminded of, marked missed, planned."""
    return services.turn_all(actor=SYSTEM, at=at)


@every("supervision.sample", _("抽取复查事项"), daily="00:20")
def sample(at: datetime) -> int:
    """A new day: some of the matters closed 90 days ago come back for re-check."""
    return services.sample(actor=SYSTEM, at=at).drawn if proofs.is_draw_due(at) else 0
