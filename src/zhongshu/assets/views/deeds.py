"""Every form of assets goes through one door."""

from zhongshu.assets.deeds import BY_NAME, Deed
from zhongshu.platform.files.keeping import KeepingDoor


class Keeping(KeepingDoor[Deed]):
    """The subject is what the deed's ``find`` reads: an organ, a purchase, an asset."""

    template = "ui/deed.html"


act = Keeping(BY_NAME)
