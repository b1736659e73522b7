from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.org import policies
from zhongshu.org.models import Grade, Person, Rank
from zhongshu.org.services.locks import locked
from zhongshu.org.services.posts import not_for_oneself
from zhongshu.org.services.trail import told
from zhongshu.platform.usecases.registry import use_case


@use_case("org.set_grade")
def set_grade(*, actor: Actor, person_id: int, grade: str, since: date, at: datetime) -> Rank:
    """Note the grade (code of Grade) that a person has from a day on; what is set for that day already is replaced.

    Standards of expense go by it (F-09). For the keeper, and never for himself (G-07).
    """
    person = locked(Person.objects.all(), person_id)
    policies.may_keep_person(actor, person).require()
    not_for_oneself(actor, [person.pk])
    made, _new = Rank.objects.update_or_create(person=person, since=since, defaults={"grade": Grade(grade)})
    told(person, "grade_set", actor=actor, at=at, grade=made.grade, since=since)
    return made
