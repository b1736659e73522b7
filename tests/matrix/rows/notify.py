"""A notice is the reader's own affair."""

from tests.matrix.matrix import Arguments, Row
from tests.world import AT, LI_MIN, World

from zhongshu.platform.notify.models import Notice


def notice_to_li_min(world: World) -> Arguments:
    notice = Notice.objects.create(
        person_id=world.people[LI_MIN].pk, text="市发展改革委签收了督办事项", url="/", at=AT, deliver_at=AT
    )
    return {"notice_id": notice.pk}


ROWS = [
    Row("notify:inbox", all=200),
    Row("notify:seen", all=200),
    Row("notify:reading-all", all=303, method="post"),
    Row("notify:reading", all=404, but={LI_MIN: 303}, method="post", prepare=notice_to_li_min),
]
