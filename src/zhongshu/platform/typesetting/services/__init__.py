from zhongshu.platform.typesetting.services.typeset import Typeset, preview, typeset

__all__ = ["Typeset", "preview", "typeset"]
