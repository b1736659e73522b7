"""Twenty pages of minutes: how long the file takes to read, and how long the duties in it take to find.

``python -m bench.extraction [--pages 20] [--times 5]`` makes the minutes as .docx, .pdf and .txt on the spot, reads
each with the product's own readers, extracts, and prints the median of several runs. Goal: extraction takes
about as long as reading the file.

Two kinds of minutes, both invented. Dense ones ask for something every fifty letters, which no real paper does. In ordinary
ones two paragraphs that only tell stand before each that asks.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import docx
import typst

from zhongshu.platform.files.readers import WHOLE
from zhongshu.supervision.extraction import extract

DAY = date(2026, 3, 20)
_APART = 997  # far enough that no two papers have a paragraph in common
LETTERS_A_PAGE = 28 * 22  # GB/T 9704: 22 lines of 28 letters
PARAGRAPHS = (
    "会议听取了{unit}关于{work}工作情况的汇报，对前一阶段取得的成绩给予肯定，同时指出目前仍存在进度不平衡、协调不够顺畅等问题。",
    "会议议定，由{unit}牵头，{other}、各县（市、区）政府配合，于{month}月底前完成{work}方案编制并报市政府审定，每月25日前报送进展情况。",
    "（一）{unit}要抓紧开展{work}，{month}月15日前拿出具体措施；{other}要落实资金，确保按时到位。",
    "会议强调，各级各部门要提高政治站位，切实加强组织领导，压实工作责任，密切协作配合，形成工作合力，确保各项任务落到实处。",
    "（二）{work}由{other}会同{unit}负责，全年新增不少于{count}个，改造{count}处，优良率达到90%以上。（责任单位：{unit}、{other}）",
    "去年以来，全市{work}取得明显成效，累计完成投资12.6亿元，同比增长8.3%，位居全省前列，为今年工作打下了良好基础。",
    "请{unit}在收到本纪要后5个工作日内将{work}台账报市委督查室，市委督查室按季度通报，并适时组织“回头看”。",
)
TOLD = (
    "会议听取了{unit}关于{work}情况的汇报，与会同志围绕存在的困难和下步打算进行了讨论。",
    "会议认为，{work}关系群众切身利益，近年来各级投入不断加大，面貌有了明显改观。",
    "从调研情况看，部分片区基础条件较差，建设标准偏低，{work}的成效还不够稳固。",
    "{unit}主要负责同志介绍，目前已摸清{count}处点位的底数，前期手续基本齐备。",
    "{other}结合职能谈了意见，指出资金来源较为单一，后续管护力量不足。",
    "去年以来，全市累计投入{count}亿元用于{work}，受益群众同比增长8.3%。",
    "大家一致认为，方案吸收了各方面意见，思路清晰，重点突出，符合我市实际。",
    "有的同志提出，个别环节衔接不畅，群众反映的停车难、排水难等问题还没有得到根本改善。",
    "会议指出，做好这项工作意义重大，各级各部门思想上要高度重视，行动上要协调一致。",
    "对照先进地区经验，我市在{work}方面仍有差距，主要表现在信息不共享、标准不统一。",
    "据{unit}统计，今年一季度共受理相关诉求{count}件，满意率较上年同期提高了2.1个百分点。",
    "会议强调，越是任务繁重，越要发扬连续作战的作风，以钉钉子精神推动各项部署落地见效。",
    "参加讨论的还有{other}及部分县（市、区）的负责同志，他们介绍了各自的做法和体会。",
    "会议原则同意{unit}提出的总体思路，认为{work}应当与城市更新、乡村建设统筹考虑。",
    "此前，市政府领导曾多次到现场调研，并就有关问题与{other}交换了意见。",
    "经过三年的努力，{work}覆盖了大部分街道和乡镇，形成了一批可借鉴的做法。",
    "同时也要看到，受外部环境影响，部分项目进度慢于预期，材料价格上涨较快。",
)
UNITS = (
    "市发展改革委",
    "市财政局",
    "市住房城乡建设局",
    "市水务局",
    "市教育局",
    "市卫生健康委",
    "市交通运输局",
    "市数据局",
)
WORKS = (
    "老旧小区改造",
    "河道清淤疏浚",
    "窗口延时服务",
    "校舍安全排查",
    "防汛物资储备",
    "公交线网优化",
    "政务数据归集",
)


def minutes(pages: int, since: int = 0, telling: int = 0) -> list[str]:
    """Paragraphs of invented minutes that fill ``pages`` pages; another ``since`` gives another paper.

    ``telling``: how many paragraphs that only tell stand before each of the others.
    """
    told: list[str] = []
    number = since
    while sum(map(len, told)) < pages * LETTERS_A_PAGE:
        unit, other = UNITS[number % len(UNITS)], UNITS[(number * 3 + 1) % len(UNITS)]
        words = {"unit": unit, "other": other, "work": WORKS[number % len(WORKS)]}
        for place in range(number * telling, (number + 1) * telling):
            turn = place // len(TOLD)
            sentences = (TOLD[(place + step) % len(TOLD)] for step in (0, 3 + turn % 5, 9 + turn % 4))
            told.append("".join(sentences).format(**words, count=3 + place % 89))
        told.append(
            PARAGRAPHS[number % len(PARAGRAPHS)].format(**words, month=4 + number % 8, count=5 + number)
        )
        number += 1
    return told


def written(folder: Path, told: list[str], name: str) -> dict[str, Path]:
    """The same minutes as .docx, .pdf and .txt."""
    paper = docx.Document()
    for line in told:
        paper.add_paragraph(line)
    files = {kind: folder / f"{name}.{kind}" for kind in ("docx", "pdf", "txt")}
    paper.save(str(files["docx"]))
    source = folder / f"{name}.typ"
    source.write_text("\n\n".join(told), encoding="utf-8")
    typst.compile(str(source), output=str(files["pdf"]))
    files["txt"].write_text("\n".join(told), encoding="utf-8")
    return files


def median_ms(works: Sequence[Callable[[], object]]) -> float:
    """Milliseconds of processor time, the median of several papers; the first warms up and does not count."""
    taken = []
    for work in works:
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return statistics.median(taken[1:])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--times", type=int, default=5)
    told = parser.parse_args()
    for sort, telling in (("dense", 0), ("ordinary", 2)):
        papers = [minutes(told.pages, turn * _APART, telling) for turn in range(told.times + 1)]
        size = f"{told.pages} pages, {sum(map(len, papers[1]))} letters"
        print(f"{sort} minutes, {size}; processor time, median of {told.times} papers")
        with tempfile.TemporaryDirectory() as folder:
            files = [written(Path(folder), lines, str(turn)) for turn, lines in enumerate(papers)]
            for kind, read in WHOLE.items():
                if kind in files[0]:
                    measured(kind, read, [paper[kind] for paper in files])


def measured(kind: str, read: Callable[[Path], str], paths: list[Path]) -> None:
    """Print what reading the papers takes and what finding their duties takes."""
    reading = median_ms([partial(read, path) for path in paths])
    texts = [read(path) for path in paths]
    finding = median_ms([partial(extract, text, context_date=DAY) for text in texts])
    found = len(extract(texts[1], context_date=DAY))
    print(f"{kind:5} reading {reading:7.1f} ms   finding {finding:7.1f} ms   {found} duties")


if __name__ == "__main__":
    main()
