"""W1–W6 as our pages: what a browser would send, by whom, and whether the answers are right."""

import html
import random
import re
import secrets
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from bench.client import Client, Op, Request
from bench.dataset import PROBES
from bench.served import Server
from bench.workload import Drawn, words

Make = Callable[[random.Random], Request]
SEE_OTHER = 303
SUPERVISORS = 2


class Product:
    """Our server with two people's sessions: an ordinary member of every unit, and a supervisor."""

    name = "zhongshu"

    def __init__(
        self, server: Server, drawn: Drawn, sessions: Mapping[str, str], roots: Sequence[int] = ()
    ) -> None:
        self.server, self.drawn, self.roots = server, drawn, roots
        self.token = secrets.token_hex(16)
        self.cookies = {who: {"sessionid": key, "csrftoken": self.token} for who, key in sessions.items()}

    def ops(self) -> list[tuple[Op, Client]]:
        """Every operation with the client that sends it."""
        member, supervisor = (self._client(who) for who in ("member", "supervisor"))
        reads = [Op(code, make) for code, make in self.reads().items()]
        return [
            (Op("W1", self._create), supervisor),
            (Op("W2", self._progress), member),
            *((op, member) for op in reads),
        ]

    def reads(self) -> dict[str, Make]:
        """The four reads; each is one page."""
        return {"W3": self._mine, "W4": self._late, "W5": self._search, "W6": self._detail}

    def _client(self, who: str) -> Client:
        return Client(self.server.base, self.roots, self.cookies[who])

    def _create(self, rng: random.Random) -> Request:
        sent = {
            "csrfmiddlewaretoken": self.token,
            "once": secrets.token_hex(16),
            "origin": "meeting",
            "source_title": "常务会议纪要",
            "source_date": "2026-11-20",
            "basis": "常务会议纪要",
            "approver_id": "201",
            "urgency": str(rng.randint(0, 2)),
            "importance": "0",
            "unit_id": "2",
            "tasks": "1",
            "t1-title": f"关于{words(6, rng)}的督办事项",
            "t1-requirement": words(48, rng),
            "t1-lead_id": unit_name(self.drawn.unit(rng)),
            "t1-due": f"2026-12-{rng.randint(1, 31):02d}",
            "t1-cycle": "once",
            "t1-how": "go_on",
            "t1-why": "另有要求",
        }
        return Request("POST", "/supervision/register/", data=sent, good=(SEE_OTHER,))

    def _progress(self, rng: random.Random) -> Request:
        sent = {
            "csrfmiddlewaretoken": self.token,
            "once": secrets.token_hex(16),
            "text": words(20, rng),
            "blocker": rng.choice(["", "money", "other_unit"]),
        }
        matter = self.drawn.one_under_way(rng)
        return Request("POST", f"/supervision/{matter}/progress/", data=sent, good=(SEE_OTHER,))

    def _mine(self, rng: random.Random) -> Request:
        return Request("GET", "/", holds="todo__t")

    def _late(self, rng: random.Random) -> Request:
        unit = quote(unit_name(self.drawn.unit(rng)))
        return Request("GET", f"/supervision/?unit={unit}&late=1", holds="<tbody>")

    def _search(self, rng: random.Random) -> Request:
        return Request("GET", f"/supervision/?q={quote(self.drawn.probe(rng))}", holds="<tbody>")

    def _detail(self, rng: random.Random) -> Request:
        matter = self.drawn.matter(rng)
        return Request("GET", f"/supervision/{matter}/", holds=f"测督〔2026〕{matter}号")

    def answers(self) -> list[tuple[str, int, int]]:
        """(question, found, expected), each by paging through to the end."""
        unit = quote(unit_name(7))
        asked = [
            ("my open matters", "/?", self.drawn.mine),
            ("overdue in unit 7", f"/supervision/?unit={unit}&late=1", self.drawn.late_in_7),
        ]
        asked += [(word, f"/supervision/?q={quote(word)}", self.drawn.found[word]) for word in PROBES]
        return [(question, self._count(address), expected) for question, address, expected in asked]

    def _count(self, address: str) -> int:
        """How many different matters stand on the pages that begin at ``address``."""
        seen: set[str] = set()
        after = ""
        while True:
            page = self._get(address + (f"&after={after}" if after else ""))
            main = page[page.index("<main") : page.index("</main>")]
            lists = main.split("<aside", 1)[0]
            seen |= set(re.findall(r'href="/supervision/(\d+)/(?:#next)?"', lists))
            following = re.search(r"[?&;]after=([\w-]+)", html.unescape(lists))
            if not following or following[1] == after:
                return len(seen)
            after = following[1]

    def _get(self, address: str) -> str:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies["member"].items())
        asked = urllib.request.Request(self.server.base + address, headers={"Cookie": cookie})  # noqa: S310
        with urllib.request.urlopen(asked, timeout=120) as answer:  # noqa: S310 our own address
            return str(answer.read().decode())


def unit_name(unit: int) -> str:
    """The name of a unit of the data set (1…50) in our house."""
    return f"测试单位{unit + SUPERVISORS}"
