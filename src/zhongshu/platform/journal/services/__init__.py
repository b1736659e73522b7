from zhongshu.platform.journal.services.record import beginning, record, record_many, written
from zhongshu.platform.journal.services.seal import seal

__all__ = ["beginning", "record", "record_many", "seal", "written"]
