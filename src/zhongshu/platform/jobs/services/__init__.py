from zhongshu.platform.jobs.services.ask import ask
from zhongshu.platform.jobs.services.backup import back_up, copy_database
from zhongshu.platform.jobs.services.begin_now import begin_now
from zhongshu.platform.jobs.services.cancel import cancel
from zhongshu.platform.jobs.services.carry_out import carry_out
from zhongshu.platform.jobs.services.tick import prune, tick

__all__ = ["ask", "back_up", "begin_now", "cancel", "carry_out", "copy_database", "prune", "tick"]
