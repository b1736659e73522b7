from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from zhongshu.archive import wording
from zhongshu.kernel.actors import Actor
from zhongshu.ui import menu

READERS = ("keep_archive", "audit", "lead_organ", "supervise")


class ArchiveConfig(AppConfig):
    name = "zhongshu.archive"
    label = "archive"
    verbose_name = _("归档")

    def ready(self) -> None:
        """Teach the timeline our verbs, and hang the archive into the menu of those who keep or read it."""
        wording.register()
        menu.register(
            menu.Entry("archive", _("归档"), "archive", "archive:list", order=80, key="a", visible=_reads)
        )


def _reads(actor: Actor) -> bool:
    return actor.has_any(READERS)
