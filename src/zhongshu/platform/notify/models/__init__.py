from zhongshu.platform.notify.models.digest import Digest
from zhongshu.platform.notify.models.notice import Notice, Weight

__all__ = ["Digest", "Notice", "Weight"]
