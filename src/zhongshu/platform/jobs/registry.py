"""Where the apps above declare their jobs, in a module ``jobs``: ``@job`` on demand, ``@every`` recurring."""

from zhongshu.platform.jobs.declared import Job, job
from zhongshu.platform.jobs.progress import Progress
from zhongshu.platform.jobs.schedule import every

__all__ = ["Job", "Progress", "every", "job"]
