"""What ``bench.approvals`` fills and checks, in processes of their own: python -m bench.approvals_inside fill|check"""

import json
import sys
import time
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402  Django must be ready first
from django.db import connection, transaction  # noqa: E402

from bench import load  # noqa: E402
from zhongshu.approvals import grammar, queries, services  # noqa: E402
from zhongshu.approvals.models import Approval  # noqa: E402
from zhongshu.kernel.actors import SYSTEM  # noqa: E402
from zhongshu.kernel.clock import local_day, now  # noqa: E402
from zhongshu.org import queries as org  # noqa: E402
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit, UnitKind  # noqa: E402

APPROVER, DRAFTER, OTHER = load.SUPERVISOR, 150, 151
STAGES, PAPERS = 4, 180
SECTIONS, EACH, LONG = 50, 10, 30


def named(code: str, *numbers: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "title": f"环节{code}", "who": {"kind": "named", "people": list(numbers)}, **more}


def fill() -> dict[str, Any]:
    """An office, a route of four stages of two people, and papers that wait in the first of them."""
    call_command("migrate", interactive=False, verbosity=0)
    load.people()
    approver, drafter, other = (Person.objects.get(pk=pk) for pk in (APPROVER, DRAFTER, OTHER))
    body = [
        named(
            f"s{number}",
            approver.staff_number,
            other.staff_number,
            how="any",
            on_empty="named",
            fallback=["1"],
        )
        for number in range(STAGES)
    ]
    spec = {"name": "bench", "title": "用印", "fields": [{"code": "subject", "label": "事由"}], "body": body}
    at = now()
    services.draft_route(actor=SYSTEM, spec=spec, at=at)
    services.publish_route(actor=SYSTEM, name="bench", at=at)
    actor = org.actor_of(drafter, local_day(at))
    for number in range(PAPERS):
        services.submit(
            actor=actor, route="bench", title=f"第{number}份", body="", values={"subject": "印发"}, at=at
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {"session": load.session(APPROVER), "papers": list(Approval.objects.values_list("pk", flat=True))}


def check() -> dict[str, Any]:
    """Seconds of all that ``routes check`` asks of a route of thirty stages in an organ of five hundred people."""
    with transaction.atomic():
        organ = _organ()
        plan = grammar.read(_long_route())
        began = time.perf_counter()
        faults = queries.faults_of(plan, organ.pk, local_day(now()))
        queries.notes_of(plan, organ.pk, local_day(now()))
        queries.tried_of(plan, organ.pk, local_day(now()))
        took = time.perf_counter() - began
        transaction.set_rollback(True)
    return {"stages": LONG, "people": SECTIONS * EACH, "seconds": round(took, 3), "faults": len(faults)}


def _organ() -> Unit:
    def unit(name: str, above: Unit | None) -> Unit:
        made = Unit.objects.create(
            code=name, name=name, short_name=name, kind=UnitKind.SECTION, parent=above, path=""
        )
        made.organ, made.path = above or made, f"{above.path if above else '/'}{made.pk}/"
        made.save()
        return made

    organ = unit("大机关", None)
    _seat(organ, "主要领导", [Duty.LEAD_ORGAN, Duty.LEAD_UNIT])
    for number in range(SECTIONS):
        section = unit(f"大机关{number}科", organ)
        for seat in range(EACH):
            _seat(section, f"{number}科岗{seat}", [Duty.LEAD_UNIT] if seat == 0 else [])
    return organ


def _seat(unit: Unit, title: str, duties: list[str]) -> None:
    person = Person.objects.create(name=title, staff_number=f"big-{unit.pk}-{title}")
    post = Post.objects.create(unit=unit, title=title, duties=[str(one) for one in duties])
    Appointment.objects.create(person=person, post=post, starts_on="2020-01-01")


def _long_route() -> dict[str, Any]:
    kinds = ("unit_head", "in_charge", "principal")
    body = [
        {
            "code": f"s{number}", "title": f"环节{number}", "who": {"kind": kinds[number % 3]}, "on_self": "skip",
            "on_empty": "skip", "when": [{"field": "amount", "operator": ">=", "value": number * 1000}],
        }
        for number in range(LONG)
    ]  # fmt: skip
    clerks = list(Person.objects.filter(name__endswith="科岗1").values_list("staff_number", flat=True)[:2])
    body[-1] |= {
        "who": {"kind": "named", "people": clerks},
        "on_self": "up",
        "when": [],
    }  # somebody always decides
    fields = [{"code": "amount", "label": "金额", "kind": "money"}]
    return {"name": "long", "title": "三十环节", "fields": fields, "body": body}


def main() -> None:
    found = {"fill": fill, "check": check}[sys.argv[1]]()
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
