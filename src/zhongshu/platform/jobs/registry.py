"""Where the apps above declare their jobs, in a module ``jobs``: ``@job`` on demand, ``@every`` recurring.

``figure`` adds a line to the system administrator's page; ``found_by`` says who is behind an account.
"""

from zhongshu.platform.jobs.askers import found_by
from zhongshu.platform.jobs.declared import Job, job
from zhongshu.platform.jobs.figures import figure
from zhongshu.platform.jobs.progress import Progress
from zhongshu.platform.jobs.schedule import every

__all__ = ["Job", "Progress", "every", "figure", "found_by", "job"]
