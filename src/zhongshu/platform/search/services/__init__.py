from zhongshu.platform.search.services.keep import index, index_many, remove, tidy

__all__ = ["index", "index_many", "remove", "tidy"]
