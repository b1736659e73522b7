from zhongshu.platform.files.services.download import note_download, serve
from zhongshu.platform.files.services.secrecy import refuse_marked
from zhongshu.platform.files.services.store import store
from zhongshu.platform.files.services.sweep import sweep

__all__ = ["note_download", "refuse_marked", "serve", "store", "sweep"]
