from zhongshu.platform.files.models.file import Blob, File

__all__ = ["Blob", "File"]
