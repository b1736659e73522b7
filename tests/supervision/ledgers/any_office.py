"""An office nobody knows: habits thrown together by a seed, from the title down to how a day is written."""

import calendar
from datetime import date, datetime
from random import Random
from typing import Any

from tests.supervision.ledgers.paper import Paper

HEADINGS: dict[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "序　号", "项次", "No."),
    "category": ("类别", "类型", "分类", "板块", "事项类别", "工作类别", "所属领域"),
    "task": ("事项", "工作任务", "督办事项", "任务内容", "重点工作", "具体事项", "工作内容", "督查事项内容", "主要任务"),
    "lead": ("牵头单位", "责任单位", "主办单位", "承办单位", "责任部门", "牵头部门", "承办科室", "主责单位"),
    "support": ("配合单位", "协办单位", "参与单位", "配合部门", "协同单位", "会办单位"),
    "leader": ("责任领导", "责任人", "分管领导", "包联领导", "包保领导", "牵头领导", "分管县领导"),
    "due": ("完成时限", "办结时限", "时限要求", "计划完成时间", "完成时间", "办结期限", "时间节点", "截止时间"),
    "progress": ("进展情况", "工作进展", "落实情况", "推进情况", "目前进展", "办理情况", "工作推进情况"),
    "problem": ("存在问题", "困难", "需协调事项", "存在问题及困难", "需协调解决的问题", "主要困难"),
    "remark": ("备注", "状态", "是否完成", "办理状态"),
}  # fmt: skip
TASKS = (
    "开展城镇燃气安全专项整治", "推进乡村道路硬化工程", "完成污水管网改造", "建设便民服务中心", "落实粮食储备任务",
    "整治农村人居环境", "推进老旧小区改造30个", "实施义务教育薄弱环节提升", "办好民生实事项目", "修编国土空间规划",
    "深化“放管服”改革", "做好退役军人安置工作", "组织春季义务植树活动", "加强河湖长制管理", "推动数字政府建设",
    "盘活存量建设用地", "防范化解金融风险", "强化食品药品安全监管", "提升基层医疗服务能力", "举办文化旅游节",
)  # fmt: skip
UNITS = (
    "市发改委", "市财政局", "市住建局", "市应急管理局", "市交通运输局", "市教育局", "市卫健委", "市水利局", "市公安局",
    "市生态环境局", "市自然资源和规划局", "市农业农村局", "市民政局", "市人社局", "市文旅局", "市行政审批局", "市城管局",
    "市委宣传部", "市纪委监委", "市税务局", "各县（市、区）政府", "市政府办公室", "市大数据中心", "市城投集团", "团市委",
    "高新区管委会", "市总工会", "市妇联", "市消防救援支队", "国网市供电公司",
)  # fmt: skip
PEOPLE = (
    "王建国",
    "李明",
    "张晓东",
    "陈静",
    "刘洋",
    "赵磊",
    "周涛",
    "吴敏",
    "孙伟",
    "郑丽",
    "欧阳峰",
    "马骏",
)
GROUPS = ("安全生产", "民生实事", "营商环境", "乡村振兴", "生态环保", "城市建设")
SAYINGS = (
    "已完成方案编制", "正在组织招标，预计下月开工", "完成投资1200万元，占年度计划的45%", "已办结", "按序时进度推进", "尚未启动",
)  # fmt: skip
TROUBLES = ("资金缺口约300万元", "用地手续未办结", "部门协调不畅", "专业人员不足")
SEPARATORS = ("、", "，", ",", "；", ";", "/", " ", "\n", "、\n")
ORDER = ("number", "category", "task", "lead", "support", "leader", "due", "progress", "problem", "remark")


class Office:
    """One office: how it lays out its sheet and how it writes."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.year = self.chance.choice((2025, 2026, 2027))
        self.paper = Paper(self.chance.choice(("Sheet1", "台账", f"{self.year}年")))
        self.shape = self.chance.choice(("column", "merged", "rows", "none"))
        self.split_header = self.chance.random() < 0.3
        self.left = self.chance.choice((1, 1, 1, 2, 3))
        self.separator = self.chance.choice(SEPARATORS)
        self.columns = [
            c
            for c in ORDER
            if c in ("number", "task", "lead", "due")
            or (c == "category" and self.shape in ("column", "merged"))
            or (c == "support" and self.split_header)
            or (c not in ("category",) and self.chance.random() < 0.75)
        ]
        if self.chance.random() < 0.3:
            self.columns.remove("due")
            self.columns.insert(self.chance.randrange(3, len(self.columns) + 1), "due")
            if self.split_header and self.columns.index("support") != self.columns.index("lead") + 1:
                self.columns.remove("support")
                self.columns.insert(self.columns.index("lead") + 1, "support")
        self.names = {c: self.chance.choice(HEADINGS[c]) for c in ORDER}
        self.written: dict[str, Any] = {}
        self.number = 0

    def write(self) -> Paper:
        self._title()
        self._header()
        groups = self.chance.sample(GROUPS, 3)
        for place, group in enumerate(groups):
            if self.shape == "rows":
                self.paper.across(f"{'一二三'[place]}、{group}", len(self.columns), self.left)
            first = self.paper.row + 1
            count = self.chance.randrange(2, 5)
            for nth in range(count):
                self._matter(group, nth)
            if self.shape == "merged":
                self._merge("category", first, self.paper.row)
            if self.chance.random() < 0.3:
                self.paper.put("小计", None, f"{count}项", at=self.left)
            if self.chance.random() < 0.15:
                self._header()
        if self.chance.random() < 0.4:
            self.paper.put("合计", None, f"{self.number}项", at=self.left)
        if self.chance.random() < 0.5:
            self.paper.across(
                "注：各单位每月25日前报送进展情况，逾期未报的予以通报。", len(self.columns), self.left
            )
        if self.chance.random() < 0.4:
            self.paper.put("填报人：李晓", None, "联系电话：12345678", at=self.left)
        return self.paper

    def _title(self) -> None:
        for _ in range(self.chance.randrange(2)):
            self.paper.put()
        forms = ("{}年重点工作督办台账", "市政府{}年度督查事项一览表", "{}年全市重大事项督办清单")
        title = self.chance.choice(forms).format(self.year)
        self.paper.across(title, len(self.columns), self.left)
        if self.chance.random() < 0.5:
            self.paper.put(
                "填报单位：市政府督查室", None, None, f"填报时间：{self.year}年3月10日", at=self.left
            )

    def _letter(self, column: str) -> int:
        return self.left + self.columns.index(column)

    def _header(self) -> None:
        top = [self.names[c] for c in self.columns]
        if not self.split_header:
            self.paper.put(*top, at=self.left)
            return
        at = self.columns.index("lead")
        top[at], top[at + 1] = self.chance.choice(("责任单位", "责任分工", "承办单位")), ""
        row = self.paper.put(*(t or None for t in top), at=self.left)
        self.paper.put(
            *[None] * at,
            *self.chance.choice((("牵头", "配合"), ("牵头单位", "配合单位"), ("主办", "协办"))),
            at=self.left,
        )
        sheet = self.paper.sheet
        lead = self.left + at
        if self.chance.random() < 0.8:
            sheet.merge_cells(start_row=row, end_row=row, start_column=lead, end_column=lead + 1)
            for place in range(len(self.columns)):
                if place not in (at, at + 1):
                    c = self.left + place
                    sheet.merge_cells(start_row=row, end_row=row + 1, start_column=c, end_column=c)

    def _merge(self, column: str, first: int, last: int) -> None:
        if last > first:
            c = self._letter(column)
            for row in range(first + 1, last + 1):
                self.paper.sheet.cell(row, c).value = None
            self.paper.sheet.merge_cells(start_row=first, end_row=last, start_column=c, end_column=c)

    def _day(self) -> tuple[Any, str | None]:
        month, day = self.chance.randrange(1, 13), self.chance.randrange(1, 29)
        year, end = self.year, calendar.monthrange(self.year, month)[1]
        exact, last = f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}-{end}"
        wide = str.maketrans("0123456789", "０１２３４５６７８９")
        return self.chance.choice((
            (f"{year}年{month}月{day}日", exact), (f"{year}.{month}.{day}", exact), (f"{year}-{month}-{day}", exact),
            (f"{year}/{month:02d}/{day:02d}", exact), (f"{month}月{day}日前", exact), (f"{month}月底", last),
            (f"{year}年{month}月底前", last), (f"{month}月底前完成", last), (f"{month}月末", last),
            ("年底前", f"{year}-12-31"), (f"{year}年底", f"{year}-12-31"), ("长期坚持", None), ("持续推进", None),
            ("常态化推进", None), (f"{year}年第二季度", f"{year}-06-30"), ("三季度末", f"{year}-09-30"),
            ("上半年", f"{year}-06-30"), (f"{month}月{day}日".translate(wide), exact), (f"{year}{month:02d}{day:02d}", exact),
            (f"{year}年{month}月", last), (f"{month}月上旬", f"{year}-{month:02d}-10"), (f"{year} 年 {month} 月 {day} 日", exact),
            (f"{month}月\n{day}日前", exact), (f"  {year}年{month}月{day}日 ", exact), ("每月25日前", None), ("立即整改", None),
            ((date(year, month, day) - date(1899, 12, 30)).days, exact),
            (datetime(year, month, day), exact), (f"{year}年{month}月中旬前", f"{year}-{month:02d}-20"),
        ))  # fmt: skip

    def _matter(self, group: str, nth: int) -> None:
        c = self.chance
        self.number += 1
        lead, support = c.sample(UNITS, c.choice((1, 1, 1, 2, 3))), c.sample(UNITS, c.choice((0, 1, 2, 3)))
        support = [u for u in support if u not in lead]
        raw_due, due = self._day()
        told: dict[str, Any] = {
            "number": self.number if c.random() < 0.7 else str(self.number), "category": group, "task": c.choice(TASKS),
            "lead": self.separator.join(lead), "support": self.separator.join(support), "leader": c.choice(PEOPLE),
            "due": raw_due, "progress": c.choice(SAYINGS), "problem": c.choice((*TROUBLES, "")), "remark": "",
        }  # fmt: skip
        gold: dict[str, Any] = {"category": group, "lead": lead, "support": support, "leader": told["leader"], "due": due,
                                "progress": told["progress"], "problem": told["problem"]}  # fmt: skip
        if "support" not in self.columns and support and c.random() < 0.4:
            form = c.choice(
                ("牵头：{}；配合：{}", "牵头单位：{}\n配合单位：{}", "{}（牵头）、{}", "{}牵头，{}配合")
            )
            lead = gold["lead"] = lead[:1]
            told["lead"] = form.format(lead[0], "、".join(support))
        elif "support" not in self.columns:
            gold["support"] = []
        if c.random() < 0.08 and nth:
            column = c.choice(("lead", "due", "leader"))
            if column == "lead" and "support" not in self.columns:
                gold["support"] = self.written["support"]
            told[column], gold[column] = c.choice(("同上", "〃", "″")), self.written[column]
        if c.random() < 0.1:
            told["task"] = f"  {told['task']} "
        self._put(group, nth, told, gold)
        self.written = {n: gold[n] for n in ("lead", "support", "due", "leader")}

    def _put(self, group: str, nth: int, told: dict[str, Any], gold: dict[str, Any]) -> None:
        withdrawn = self.chance.random() < 0.12
        marked = withdrawn and "remark" in self.columns and self.chance.random() < 0.5
        if marked:
            told["remark"] = self.chance.choice(("取消", "已撤销", "作废", "终止", "经研究，不再实施"))
        if self.shape == "merged" and nth:
            told["category"] = None
        row = self.paper.put(*(told[n] or None for n in self.columns), at=self.left)
        if withdrawn and not marked:
            self.paper.strike(row)
        kept = {
            n: v
            for n, v in gold.items()
            if n in self.columns or n == "support" or (n == "category" and self.shape != "none")
        }
        self.paper.expect(row, str(told["task"]).strip(), withdrawn=withdrawn, **kept)
