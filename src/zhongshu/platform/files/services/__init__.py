from zhongshu.platform.files.queries import text_of
from zhongshu.platform.files.services.download import note_download, serve, serving
from zhongshu.platform.files.services.secrecy import refuse_secrets
from zhongshu.platform.files.services.store import clean_name, store
from zhongshu.platform.files.services.sweep import sweep

__all__ = ["clean_name", "note_download", "refuse_secrets", "serve", "serving", "store", "sweep", "text_of"]
