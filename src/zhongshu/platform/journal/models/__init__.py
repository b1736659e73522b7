from zhongshu.platform.journal.models.checkpoint import Checkpoint
from zhongshu.platform.journal.models.entry import GENESIS, Entry

__all__ = ["GENESIS", "Checkpoint", "Entry"]
