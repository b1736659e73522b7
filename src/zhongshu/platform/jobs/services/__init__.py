from zhongshu.platform.jobs.services.ask import ask
from zhongshu.platform.jobs.services.backup import back_up
from zhongshu.platform.jobs.services.cancel import cancel
from zhongshu.platform.jobs.services.carry_out import carry_out
from zhongshu.platform.jobs.services.tick import prune, tick

__all__ = ["ask", "back_up", "cancel", "carry_out", "prune", "tick"]
