from zhongshu.platform.journal.services.record import record, written
from zhongshu.platform.journal.services.seal import seal

__all__ = ["record", "seal", "written"]
