from zhongshu.platform.typesetting.services.book import MOST, Rows, written
from zhongshu.platform.typesetting.services.typeset import Typeset, preview, typeset

__all__ = ["MOST", "Rows", "Typeset", "preview", "typeset", "written"]
