from zhongshu.platform.notify.models.notice import Notice

__all__ = ["Notice"]
