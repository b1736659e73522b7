"""Projects and works that a plan names: 开工建设…, 新建…20座, 推动…建成通车."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .letters import hurried
from .segmentation import Piece, clauses

_WORKS = r"\d|机场|铁路|高速|公路|大桥|医院|学校|水库|管网|小区|隧道|地铁|港区|码头|电站|片区|工程(?![^，]{0,4}(?:建设|管理))|项目"
_NAMED = (
    r"(?:年内|[上下]半年|年底前|今年|全面|加快|抓好|全力|力争|确保|推动|推进|完成)?(?:"
    r"(?:开工建设|开工|建成投用|建成投运|建成|竣工|投产|新开工|建成通车)(?!率|区)[^，。；]{2,}"
    rf"|(?:新建|改造|更新|扩建|投用|整治|新改扩建|新增|建设|启动|实施|续建|改扩建|新改建|创建|培育|打造|引进|布局)[^，。；]{{0,24}}(?:{_WORKS})"
    r"(?![^，。；]{0,3}(?:审核|管理|制度|评价))"
    r"|(?:建立|设立|组建)[^，。；]{0,6}\d[^，。；]{2,}"
    r"|(?:投用|启用)[^，。；]{4,}|(?:完成)[^，。；]{4,}"
    r"|(?:拟)?(?:安排|发放|筹措|争取|投入|统筹|落实)[^，。；\d]{2,20}\d[\d.]*(?:万|亿|万亿)元"
    r"|(?:出台|印发)[^，。；]{2,24}(?:条例|办法|方案|规划|意见|政策|措施|细则)$"
    r"|(?:推动|推进|确保|力争)[^，。；]{2,30}(?:开工|建成|投用|投运|竣工|通车|投产|落地|封顶|完工)(?:建设|投产|投用|运营|试运行|运行)?$)"
)
_PROJECT = re.compile(rf"\W*{hurried(_NAMED)}")


def is_project(norm: str, start: int, end: int) -> bool:
    """Whether a clause names a project or a work."""
    return bool(_PROJECT.match(norm[start:end].rstrip("，。；：")))


def names_project(norm: str, pieces: Iterable[Piece]) -> bool:
    """Whether one of ``pieces`` names a project or a work."""
    return any(is_project(norm, start, end) for start, end in pieces)


def lists_projects(norm: str, start: int, end: int) -> bool:
    """Whether a stretch of text is a list of works, each with its own number: every one is a duty of its own."""
    told = [norm[a:b].strip(" ，。；：\n") for a, b in clauses(norm, start, end)]
    return sum(bool(_PROJECT.match(text)) and any(c.isdigit() for c in text) for text in told) > 1
