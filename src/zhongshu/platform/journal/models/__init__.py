from zhongshu.platform.journal.models.checkpoint import Checkpoint
from zhongshu.platform.journal.models.entry import Entry

__all__ = ["Checkpoint", "Entry"]
