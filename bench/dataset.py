"""The data set D(N): 50 units, 200 users who are members of all, N supervised matters with 3 notes each.

Drawn in a fixed order from one seed, so that every system measured gets the same rows and the
same answers are expected of it. Ten probe words stand in about 1 of 100 matters each and nowhere else.
"""

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass

SEED = 20261121
NOW = dt.datetime(2026, 11, 21, 8, 0, 0)
UNITS, USERS = 50, 200
WORDS = [
    "会议",
    "工作",
    "项目",
    "方案",
    "落实",
    "报告",
    "部门",
    "单位",
    "责任",
    "领导",
    "批示",
    "通知",
    "文件",
    "汇总",
    "情况",
    "进展",
    "计划",
    "总结",
    "检查",
    "整改",
    "完成",
    "推进",
    "协调",
    "研究",
    "制定",
    "印发",
    "办理",
    "反馈",
    "材料",
    "意见",
    "建议",
    "数据",
    "统计",
    "预算",
    "资金",
    "建设",
    "改造",
    "道路",
    "水利",
    "教育",
    "医疗",
    "养老",
    "就业",
    "企业",
    "农业",
    "乡村",
    "振兴",
    "旅游",
    "文化",
    "体育",
    "安全",
    "生产",
    "应急",
    "管理",
    "服务",
    "大厅",
    "平台",
    "系统",
    "信息",
    "网络",
    "档案",
    "保密",
    "宣传",
    "培训",
    "考核",
    "评估",
    "验收",
    "规划",
    "用地",
    "住房",
    "保障",
    "交通",
    "能源",
    "电力",
    "供水",
    "供气",
    "绿化",
    "垃圾",
    "分类",
    "社区",
    "街道",
    "村庄",
    "河道",
    "水库",
    "森林",
    "草原",
    "矿山",
    "园区",
    "开发",
    "引进",
    "人才",
    "科技",
    "创新",
    "专利",
    "质量",
    "标准",
    "市场",
    "价格",
    "物价",
    "税收",
    "财政",
    "金融",
    "债务",
    "采购",
    "招标",
    "合同",
    "法律",
    "诉讼",
    "执法",
    "公安",
    "司法",
    "民政",
]
PROBES = ["防汛", "信访", "扶贫", "审计", "环保", "消防", "维稳", "招商", "征地", "拆迁"]
REGISTERED, IN_PROGRESS, TO_VERIFY, RETURNED, CLOSED = range(5)
PATHS = {
    REGISTERED: (0, 0, 0),
    IN_PROGRESS: (0, 1, 1),
    TO_VERIFY: (1, 1, 2),
    RETURNED: (1, 2, 3),
    CLOSED: (1, 2, 4),
}


@dataclass(slots=True)
class Note:
    at: dt.datetime
    user: int
    body: str
    old: int
    new: int


@dataclass(slots=True)
class Task:
    id: int
    unit: int
    lead: int
    creator: int
    status: int
    priority: int
    created: dt.datetime
    due: dt.date
    title: str
    body: str
    notes: list[Note]


def tasks(count: int) -> Iterator[Task]:
    """The first ``count`` matters of the data set."""
    rng = random.Random(SEED)
    for number in range(1, count + 1):
        yield _task(number, rng)


def _task(number: int, rng: random.Random) -> Task:
    unit, lead, creator = rng.randint(1, UNITS), rng.randint(1, USERS), rng.randint(1, USERS)
    created = NOW - dt.timedelta(minutes=rng.randint(60, 365 * 24 * 60))
    due = created.date() + dt.timedelta(days=rng.randint(7, 120))
    closed = rng.random() < min(0.9, (NOW - created).days / 150)
    status = CLOSED if closed else rng.choices([0, 1, 2, 3], [3, 5, 1, 1])[0]
    priority = rng.choices([1, 2, 3, 4], [2, 5, 2, 1])[0]
    title_words, body_words = _words(5, rng), _words(60, rng)
    if rng.random() < 0.05:
        title_words.insert(rng.randint(0, 5), rng.choice(PROBES))
    if rng.random() < 0.05:
        body_words.insert(rng.randint(0, 60), rng.choice(PROBES))
    title = "关于" + "".join(title_words) + "的督办事项" + str(number)
    body = "，".join("".join(body_words[k : k + 6]) for k in range(0, len(body_words), 6)) + "。"
    task = Task(number, unit, lead, creator, status, priority, created, due, title, body, [])
    _note(task, rng)
    return task


def _note(task: Task, rng: random.Random) -> None:
    span = max(2, int((NOW - task.created).total_seconds() // 60) - 1)
    moments = sorted(task.created + dt.timedelta(minutes=rng.randint(1, span)) for _ in range(3))
    old = 0
    for place, (moment, new) in enumerate(zip(moments, PATHS[task.status], strict=True)):
        body = "，".join("".join(_words(5, rng)) for _ in range(4)) + "。"
        task.notes.append(Note(moment, task.lead if place < 2 else task.creator, body, old, new))
        old = new


def _words(count: int, rng: random.Random) -> list[str]:
    return [rng.choice(WORDS) for _ in range(count)]
