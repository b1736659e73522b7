from zhongshu.platform.typesetting.services.book import MOST, Rows, laid_out, written
from zhongshu.platform.typesetting.services.laying import RISKY, height, on_paper
from zhongshu.platform.typesetting.services.typeset import Typeset, preview, typeset

__all__ = [
    "MOST",
    "RISKY",
    "Rows",
    "Typeset",
    "height",
    "laid_out",
    "on_paper",
    "preview",
    "typeset",
    "written",
]
