from zhongshu.platform.notify.services.digest import make_digests
from zhongshu.platform.notify.services.leave import recall, release
from zhongshu.platform.notify.services.read import mark_all_read, mark_read, settle, settle_many
from zhongshu.platform.notify.services.tell import tell

__all__ = ["make_digests", "mark_all_read", "mark_read", "recall", "release", "settle", "settle_many", "tell"]
