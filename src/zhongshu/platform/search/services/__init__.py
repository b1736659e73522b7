from zhongshu.platform.search.services.keep import clear, index, index_many, remove, remove_many, tidy

__all__ = ["clear", "index", "index_many", "remove", "remove_many", "tidy"]
