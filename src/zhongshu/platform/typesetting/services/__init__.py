from zhongshu.platform.typesetting.services.typeset import Typeset, typeset

__all__ = ["Typeset", "typeset"]
