from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.org import policies, queries
from zhongshu.org.models import Charge, Post
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import told
from zhongshu.platform.usecases.registry import use_case


@use_case("org.put_in_charge")
def put_in_charge(*, actor: Actor, post_id: int, unit_ids: list[int], at: datetime) -> Post:
    """Say of which units (of its own organ) a post is in charge (分管); what was said before is replaced."""
    post = locked(Post.objects.select_related("unit"), post_id)
    policies.may_keep(actor, post.unit).require()
    units = [queries.unit(unit_id) for unit_id in dict.fromkeys(unit_ids)]
    for unit in units:
        policies.may_keep(actor, unit).require()
    Charge.objects.filter(post=post).delete()
    Charge.objects.bulk_create(Charge(post=post, unit=unit) for unit in units)
    names = "、".join(unit.short_name for unit in units)
    told(post.unit, "put_in_charge", actor=actor, at=at, title=post.title, units=names)
    return post
