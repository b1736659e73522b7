from zhongshu.platform.usecases.models.receipt import Receipt

__all__ = ["Receipt"]
