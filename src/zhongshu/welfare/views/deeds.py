"""Every form of services to employees goes through one door."""

from zhongshu.platform.files.keeping import KeepingDoor
from zhongshu.welfare.deeds import BY_NAME, Deed


class Serving(KeepingDoor[Deed]):
    """The subject is what the deed's ``find`` reads: a section, a service, a case."""

    template = "ui/deed.html"


act = Serving(BY_NAME)
