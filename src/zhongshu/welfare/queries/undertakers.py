"""Who undertakes services to employees, and who else knows of a case."""

from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Duty, Person
from zhongshu.welfare import policies
from zhongshu.welfare.models import Service


def undertakers(service: Service, person_id: int | None, day: date) -> list[Person]:
    """Before whom what ``person_id`` asks for lies on ``day``; a Refusal says what to do where there is nobody."""
    found = policies.handlers(service, person_id, day)
    if not found:
        hint = _("请机构管理员给一个岗位加上“职工服务经办”职责。")
        raise Refusal(
            "nobody_undertakes", _("本单位还没有可以办理的职工服务经办人。"), rule="F-15", hint=hint
        )
    return found


def head_posts(service: Service) -> list[str]:
    """The keys of the posts that lead the undertaking section: who holds them knows of its cases."""
    posts = org.posts_of(service.unit)
    return [f"s:{post.pk}" for post in posts if Duty.LEAD_UNIT in post.duties]
