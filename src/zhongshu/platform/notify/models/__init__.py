from zhongshu.platform.notify.models.digest import Digest
from zhongshu.platform.notify.models.notice import Notice, Weight
from zhongshu.platform.notify.models.outgoing import Outgoing

__all__ = ["Digest", "Notice", "Outgoing", "Weight"]
