from zhongshu.platform.journal.services.record import record, record_many, written
from zhongshu.platform.journal.services.seal import seal

__all__ = ["record", "record_many", "seal", "written"]
