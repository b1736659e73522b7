from zhongshu.platform.numbering.models.counter import Counter
from zhongshu.platform.numbering.models.issued import Issued, Status
from zhongshu.platform.numbering.models.series import Series

__all__ = ["Counter", "Issued", "Series", "Status"]
