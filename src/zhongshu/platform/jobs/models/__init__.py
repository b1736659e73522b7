from zhongshu.platform.jobs.models.run import JobRun, RunState
from zhongshu.platform.jobs.models.turn import Turn

__all__ = ["JobRun", "RunState", "Turn"]
