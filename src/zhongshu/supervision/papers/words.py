"""The words that a clerk may write on, by kind of paper, and what stands there to begin with."""

import re
from collections.abc import Mapping

from zhongshu.org.models import Unit
from zhongshu.supervision.models import Directive, PaperKind, Slip

LETTER = ("title", "to", "opening", "closing", "copies")
FIELDS: Mapping[str, tuple[str, ...]] = {
    PaperKind.NOTICE: LETTER,
    PaperKind.NOTE: ("title", "to", "opening", "closing"),
    PaperKind.URGING: LETTER,
    PaperKind.SUPERVISING: LETTER,
    PaperKind.INTERVIEW: ("title", "held", "place", "host", "whom", "record", "promise"),
    PaperKind.REPORT: ("title", "to", "opening", "closing", "copies"),
    PaperKind.BULLETIN: LETTER,
}
_PRESS = {
    PaperKind.NOTE: "请抓紧办理，并及时回告进展。",
    PaperKind.URGING: "请抓紧办理，书面说明原因，提出办结时间，并及时回告。",
    PaperKind.SUPERVISING: "请主要负责人研究，查明逾期原因，定出措施、责任人和办结时间，书面回告，并按期办结。",
    PaperKind.BULLETIN: "请对照通报的情况立即整改，尽快办结，并将整改情况书面回告。",
}  # each heavier than the last, as the slips are
_BY_ITSELF = re.compile(
    r"时限为 \d{4}-\d{2}-\d{2}，"
)  # a slip's own words for want of others: the paper says so better
_DOCUMENT = re.compile(r"的(?:紧急)?(?:通知|意见|决定|通报|批复|函|报告|请示|建议|提案)$")
EXTENT = {"opening": 2000, "closing": 2000, "record": 2000, "promise": 1000}  # characters; 200 for all others
_TITLES = {
    PaperKind.NOTICE: "关于{title}的督办通知",
    PaperKind.NOTE: "督办提醒单",
    PaperKind.URGING: "关于催办{title}的函",
    PaperKind.SUPERVISING: "关于督办{title}的函",
    PaperKind.INTERVIEW: "约谈记录",
    PaperKind.BULLETIN: "关于{title}办理情况的通报",
}


def first_words(
    kind: str, *, directive: Directive | None, slip: Slip | None, said: str, supports: str = ""
) -> dict[str, str]:
    """What stands in the fields of a new draft; ``said`` is the selection in words, ``supports`` 抄送."""
    if directive is None:
        words = _of_selection(kind, said)
    else:
        words = _of_matter(kind, directive, slip) | {"copies": supports}
    return {name: words.get(name, "") for name in FIELDS[kind]}


def _of_selection(kind: str, said: str) -> dict[str, str]:
    if kind == PaperKind.REPORT:
        return {"title": "关于督办事项办理情况的专报", "opening": "现将督办事项办理情况报告如下。"}
    return {
        "title": "关于督办事项办理情况的通报",
        "to": "各有关单位",
        "opening": "现将督办事项办理情况通报如下。",
        "closing": "请各有关单位对照清单，抓紧办理，按时限要求办结并书面回告。",
    }


def _cited(directive: Directive) -> str:
    """The source as a text names it: a document by its whole title in 《》, with its number; anything else as it is."""
    title, number = directive.source_title.strip(), directive.source_number.strip()
    if "关于" not in title or "《" in title or not _DOCUMENT.search(title):
        return title
    return f"《{title}》（{number}）" if "〔" in number else f"《{title}》"


def _of_matter(kind: str, directive: Directive, slip: Slip | None) -> dict[str, str]:
    matter = directive.matter
    lead: Unit | None = matter.lead_unit
    source = f"根据{_cited(directive)}，" if directive.source_title else ""
    words = {
        "title": _TITLES[PaperKind(kind)].format(title=matter.title),
        "to": lead.name if lead else "",
        "opening": f"{source}现就“{matter.title}”有关事项函告如下。",
        "closing": slip.text if slip and not _BY_ITSELF.match(slip.text) else _PRESS.get(PaperKind(kind), ""),
    }
    if kind == PaperKind.NOTICE:
        words["opening"] = f"{source}现将有关事项督办如下。"
        words["closing"] = "请明确责任领导和承办人员，按时限要求办理，并将办理结果书面回告。"
    elif kind == PaperKind.NOTE:
        words["opening"] = f"你单位牵头的“{matter.title}”，现提醒如下。"
    elif kind == PaperKind.BULLETIN:
        words["opening"] = f"现将“{matter.title}”办理情况通报如下。"
    elif slip and kind == PaperKind.INTERVIEW:
        words["whom"] = "、".join(person.name for person in slip.to.all())
    return words
