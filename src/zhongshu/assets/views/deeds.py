"""Every form of assets goes through one door; counting has a list of its own."""

from zhongshu.assets.deeds import BY_NAME, Deed
from zhongshu.platform.files.keeping import KeepingDoor


class Keeping(KeepingDoor[Deed]):
    """The subject is what the deed's ``find`` reads: an organ, a purchase, an asset, a stocktake, one of its lines."""

    template = "ui/deed.html"


class Counting(Keeping):
    """Line by line in a table."""

    template = "assets/count.html"


act, count = Keeping(BY_NAME), Counting(BY_NAME)
