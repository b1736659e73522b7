"""A paper goes out: it takes the next number of its series, is set, and is kept as PDF and as Word."""

import io
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.org.models import Unit
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.numbering import services as numbering
from zhongshu.platform.numbering.models import Issued
from zhongshu.platform.typesetting import services as typesetting
from zhongshu.platform.typesetting.elements import Paper
from zhongshu.supervision import papers


def number_paper(organ: Unit, kind: str, *, actor: Actor, at: datetime) -> Issued:
    """The next number of the organ's papers of this kind (rules W-04, X-02); part of a use case."""
    return numbering.next_number(papers.series_of(organ, kind), local_day(at).year, actor=actor, at=at)


def kept_paper(told: Paper, *, actor: Actor, at: datetime) -> tuple[File, File]:
    """The PDF and the Word copy of a paper that goes out, stored under its title and number."""
    made, name = typesetting.typeset(told, at=at), f"{told.title}（{told.number}）"
    pdf, docx = (
        files.store(actor=actor, stream=io.BytesIO(content), name=f"{name}.{ending}", at=at)
        for content, ending in ((made.pdf, "pdf"), (made.docx, "docx"))
    )
    return pdf, docx
