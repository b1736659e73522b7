from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from zhongshu.archive import rules
from zhongshu.archive.models import Deposit, DepositedFile
from zhongshu.archive.queries import place_of
from zhongshu.archive.services import folder, papers
from zhongshu.archive.services.folder import Written
from zhongshu.archive.services.package import Package
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal import services as trail
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.usecases.registry import use_case


@use_case("archive.deposit")
def deposit(*, actor: Actor, package: Package, at: datetime) -> Deposit:
    """File a closed matter: give it its archival code, write its package, keep the digests.

    Called by the domain above as the last step of its own use case, after it has checked who may
    and has written its own entries: the chain as it stands now goes into the package. Refuses an
    open matter, a second deposit, an organ without a fonds number. Takes the year's next item number.
    """
    matter = Matter.objects.select_for_update().get(pk=package.matter.pk)
    if Deposit.objects.filter(pk=matter.pk).exists():
        raise Conflict("already_deposited", _("这件事已经归档，不必再归一次。"), hint=_("请到“归档”里查看。"))
    rules.A_01_only_what_is_closed(matter)
    made = _numbered(package, actor, at)
    with folder.staging(place_of(made)) as place:
        files = [folder.put_file(place, n, file) for n, file in enumerate(package.files, start=1)]
        written = files + _papers(package, made, files, actor, place)
        sha256, sm3 = folder.put_manifests(place, written)
    made.size = sum(one.size for one in [*written, sha256, sm3])
    made.manifest_sha256, made.manifest_sm3 = sha256.sha256, sm3.sm3
    made.save(force_insert=True)
    _list(made, [*written, sha256, sm3])
    matter.archived_at = package.matter.archived_at = at
    matter.save(update_fields=["archived_at"])
    told = {"code": made.code, "files": len(files), "sha256": made.manifest_sha256, "sm3": made.manifest_sm3}
    trail.record(stream=made.stream, verb="archive.deposited", actor=actor, at=at, data=told)
    return made


def _numbered(package: Package, actor: Actor, at: datetime) -> Deposit:
    """The deposit with its archival code; item numbers run from 1 in the lowest class (rule A-07)."""
    fonds = rules.A_06_fonds(package.organ)
    series = f"archive:{package.organ.pk}:{package.retention}:{package.class_code}"
    numbering.open_series(
        series, title=f"件号 {fonds} {package.retention} {package.class_code}", pattern="{year}-{n}"
    )
    item = numbering.next_number(series, package.year, actor=actor, at=at).n
    code = rules.A_06_code(
        fonds=fonds, year=package.year, retention=package.retention, class_code=package.class_code, item=item
    )
    return Deposit(
        matter_id=package.matter.pk,
        organ=package.organ,
        unit_id=package.matter.unit_id,
        code=code,
        title=package.title,
        year=package.year,
        retention=package.retention,
        retention_source=package.retention_source,
        class_code=package.class_code,
        item=item,
        folder=f"{folder.safe_name(fonds)}/{package.year}/{folder.safe_name(code)}",
        at=at,
    )


def _papers(
    package: Package, made: Deposit, files: list[Written], actor: Actor, place: Path
) -> list[Written]:
    entries = journal.chain(package.journal) if package.journal else []
    told = papers.metadata(package, made, [asdict(file) for file in files], entries, actor)
    contents = {
        "metadata.json": (papers.as_json(told), "元数据"),
        "metadata.xml": (papers.as_xml(told, made.at), "元数据（XML）"),
        "journal.jsonl": (papers.journal_lines(entries), "办理过程留痕"),
        "README.txt": (papers.readme(made, actor), "说明"),
        "check.py": (papers.checker(), "离线检查程序"),
    }
    return [folder.put(place, path, content, title=title) for path, (content, title) in contents.items()]


def _list(made: Deposit, written: list[Written]) -> None:
    DepositedFile.objects.bulk_create(
        DepositedFile(deposit=made, order=n, **asdict(one)) for n, one in enumerate(written, start=1)
    )
