"""Twenty pages of minutes: how long the file takes to read, and how long the duties in it take to find.

``python -m bench.extraction [--pages 20] [--times 5]`` makes the minutes as .docx, .pdf and .txt on the spot, reads
each with the product's own readers, extracts, and prints the median of several runs. Goal: extraction takes
about as long as reading the file.
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


def minutes(pages: int, since: int = 0) -> list[str]:
    """Paragraphs of invented minutes that fill ``pages`` pages; another ``since`` gives another paper."""
    told: list[str] = []
    number = since
    while sum(map(len, told)) < pages * LETTERS_A_PAGE:
        unit, other = UNITS[number % len(UNITS)], UNITS[(number * 3 + 1) % len(UNITS)]
        words = {"unit": unit, "other": other, "work": WORKS[number % len(WORKS)]}
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
    papers = [minutes(told.pages, turn * _APART) for turn in range(told.times + 1)]
    print(
        f"{told.pages} pages, {sum(map(len, papers[1]))} letters; processor time, median of {told.times} papers"
    )
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
