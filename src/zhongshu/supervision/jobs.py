from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.org import queries as org
from zhongshu.platform.jobs.registry import Progress, every, job
from zhongshu.supervision import proofs, queries, services
from zhongshu.supervision.imports import Line, lines_of
from zhongshu.supervision.models import RowOutcome
from zhongshu.supervision.presenters.tried import tried


@every("supervision.escalate", _("逾期升级"), daily="08:40")
def escalate(at: datetime) -> int:
    """Late matters climb the ladder; on working days only."""
    return services.escalate(actor=SYSTEM, at=at)


@every("supervision.rounds", _("回告期"), daily="00:10")
def rounds(at: datetime) -> int:
    """A new day: rounds are laid before units, reminded of, marked missed, planned."""
    return services.turn_all(actor=SYSTEM, at=at)


@every("supervision.sample", _("抽取复查事项"), daily="00:20")
def sample(at: datetime) -> int:
    """A new day: some of the matters closed 90 days ago come back for re-check."""
    return services.sample(actor=SYSTEM, at=at).drawn if proofs.is_draw_due(at) else 0


@job("supervision.import_ledger", _("导入台账"), attempts=3)
def import_ledger(progress: Progress, *, import_id: int) -> dict[str, str]:
    """The rows of a ledger come in; begun again it goes on where it was."""
    actor = progress.asker()
    ledger = queries.import_for(actor, import_id)
    progress.expect(sum(table["rows"] for table in ledger.understood))
    services.import_ledger(actor=actor, import_id=import_id, at=progress.at, step=progress.step)
    return _result(import_id)


@job("supervision.try_ledger", _("试读台账"), attempts=3)
def try_ledger(progress: Progress, *, import_id: int) -> dict[str, str]:
    """A long ledger is tried row by row; nothing enters."""
    actor, today = progress.asker(), local_day(progress.at)
    ledger = queries.import_for(actor, import_id)
    progress.expect(sum(table["rows"] for table in ledger.understood))
    told = tried(_stepping(progress, lines_of(ledger, today)), frozenset(org.directory()))
    services.keep_trial(actor=actor, import_id=import_id, tried=told.kept(), at=progress.at)
    return _result(import_id)


def _stepping(progress: Progress, lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, with the bar moved on every 500."""
    for place, line in enumerate(lines, 1):
        if not place % 500:
            progress.step(500)
        yield line


@job("supervision.undo_import", _("撤销台账导入"), attempts=3)
def undo_import(progress: Progress, *, import_id: int, reason: str) -> dict[str, str]:
    """The rows of an import go again, as far as nobody acted on them."""
    actor = progress.asker()
    progress.expect(queries.outcomes(queries.import_for(actor, import_id))[RowOutcome.TAKEN])
    services.undo_import(actor=actor, import_id=import_id, reason=reason, at=progress.at, step=progress.step)
    return _result(import_id)


def _result(import_id: int) -> dict[str, str]:
    return {"url": reverse("supervision:import", args=[import_id]), "text": gettext("看结果")}
