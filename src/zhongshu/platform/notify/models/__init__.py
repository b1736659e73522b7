from zhongshu.platform.notify.models.notice import Notice, Weight

__all__ = ["Notice", "Weight"]
