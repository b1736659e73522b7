"""Asked of one matter or of many, the scope of knowledge is the same."""

import pytest

from tests import world as city
from tests.supervision import story
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import queries
from zhongshu.matters.models import Matter
from zhongshu.matters.services import make_known

pytestmark = pytest.mark.django_db


def test_one_matter_is_known_exactly_to_whom_the_list_shows_it() -> None:
    town = city.build()
    directive = story.handed_over(town)
    make_known(directive.pk, [f"p:{town.people[city.ZHENG_GUODONG].pk}"], origin="copied", at=city.AT)
    known = {}
    for name in (*city.CAST, ""):
        actor = town.actor(name) if name else SYSTEM
        known[name] = queries.is_known(actor, directive.matter)
        listed = Matter.objects.visible_to(actor).filter(pk=directive.pk).exists()
        assert known[name] == listed, name
    assert known[city.WANG_JIANPING] and known[city.LI_MIN] and not known[city.SUN_YAO]


def test_who_knows_is_looked_up_by_the_matter_however_many_keys_the_person_has() -> None:
    """Trying each key in turn took as long as the rest of the page (a hundred keys a person, some hundred matters)."""
    town = city.build()
    story.handed_over(town)
    seen = Matter.objects.visible_to(town.actor(city.WANG_JIANPING))
    told = seen.explain()
    assert "PRIMARY KEY (principal" not in told and "matters_grant_pkey" not in told
