"""Ledgers of different offices, each with its own habits."""

from collections.abc import Callable
from datetime import date, datetime

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.supervision.ledgers.paper import Paper

OFFICES: dict[str, Callable[[], Paper]] = {}


def office(write: Callable[[], Paper]) -> Callable[[], Paper]:
    OFFICES[write.__name__] = write
    return write


@office
def county_government_office() -> Paper:
    """Title, two header rows (责任分工 over 牵头, 配合), categories merged downwards, notes below."""
    p = Paper()
    p.across("青河县人民政府2026年重点工作督办台账", 10)
    p.across("填报单位：县政府督查室　　填报日期：2026年3月20日", 10)
    p.put(
        "序号", "类别", "督办事项", "责任分工", None, "责任领导", "完成时限", "进展情况", "存在问题", "备注"
    )
    p.put(None, None, None, "牵头单位", "配合单位")
    p.merge("D3:E3")
    for c in "ABCFGHIJ":
        p.merge(f"{c}3:{c}4")
    r = p.put(
        1,
        "安全生产",
        "开展矿山安全隐患大排查大整治",
        "县应急管理局",
        "县自然资源局、县公安局",
        "张建国",
        "2026年3月底前",
        "已排查矿山12座",
        "执法力量不足",
    )
    p.expect(
        r,
        "开展矿山安全隐患大排查大整治",
        category="安全生产",
        lead=["县应急管理局"],
        support=["县自然资源局", "县公安局"],
        leader="张建国",
        due="2026-03-31",
        progress="已排查矿山12座",
        problem="执法力量不足",
    )
    r = p.put(
        2, None, "完善森林防火视频监控系统", "县林业局", "各乡镇", "李明", "6月30日前", "完成招标", None
    )
    p.expect(
        r,
        "完善森林防火视频监控系统",
        category="安全生产",
        lead=["县林业局"],
        support=["各乡镇"],
        leader="李明",
        due="2026-06-30",
        progress="完成招标",
    )
    p.merge(f"B{r - 1}:B{r}")
    r = p.put(
        3,
        "民生实事",
        "新建改造农村公路80公里",
        "县交通运输局",
        "县财政局；县自然资源局",
        "王志强",
        "年底前",
        "开工40公里，\n完成投资2000万元",
        "资金缺口较大",
    )
    p.expect(
        r,
        "新建改造农村公路80公里",
        category="民生实事",
        lead=["县交通运输局"],
        support=["县财政局", "县自然资源局"],
        leader="王志强",
        due="2026-12-31",
        progress="开工40公里，完成投资2000万元",
        problem="资金缺口较大",
    )
    r = p.put(4, None, "建成县中医院综合楼", "县卫生健康局", None, "王志强", "长期坚持", None, None)
    p.expect(r, "建成县中医院综合楼", category="民生实事", lead=["县卫生健康局"], leader="王志强")
    p.merge(f"B{r - 1}:B{r}")
    p.across("注：1.每月25日前报送进展。2.排名不分先后。", 10)
    p.put("填报人：赵敏", None, "联系电话：0123-4567890")
    return p


@office
def committee_office_groups() -> Paper:
    """Rows that title groups, subtotals, dates typed as text in many ways."""
    p = Paper("台账")
    p.across("市委办公室督查事项一览表（2026年度）", 7)
    p.put("编号", "工作任务", "责任单位", "协办单位", "办结时限", "落实情况", "是否完成")
    p.across("一、安全生产", 7)
    r = p.put(
        "1", "组织开展危化品企业专项检查", "市应急局", "市市场监管局，市公安局", "2026.3.15", "已完成", "是"
    )
    p.expect(
        r,
        "组织开展危化品企业专项检查",
        category="安全生产",
        lead=["市应急局"],
        support=["市市场监管局", "市公安局"],
        due="2026-03-15",
        progress="已完成",
    )
    r = p.put("2", "修订城市防汛应急预案", "市水利局", "市住建局 市城管局", "2026-4-30", "正在征求意见", "否")
    p.expect(
        r,
        "修订城市防汛应急预案",
        category="安全生产",
        lead=["市水利局"],
        support=["市住建局", "市城管局"],
        due="2026-04-30",
        progress="正在征求意见",
    )
    p.put("小计", "2项")
    p.across("二、营商环境", 7)
    r = p.put(
        "3",
        "推进政务服务“一网通办”",
        "市行政审批局",
        "各县（市、区）政府",
        "2026/9/30",
        "上线事项1200项",
        "否",
    )
    p.expect(
        r,
        "推进政务服务“一网通办”",
        category="营商环境",
        lead=["市行政审批局"],
        support=["各县（市、区）政府"],
        due="2026-09-30",
        progress="上线事项1200项",
    )
    r = p.put("4", "清理拖欠中小企业账款", "市工信局、市财政局", None, "20261231", "清偿率65%", "否")
    p.expect(
        r,
        "清理拖欠中小企业账款",
        category="营商环境",
        lead=["市工信局", "市财政局"],
        due="2026-12-31",
        progress="清偿率65%",
    )
    p.put("合计", "4项")
    return p


@office
def bureau_with_serials() -> Paper:
    """Dates as Excel serials and real dates; full-width digits; number column as text; header not in column A."""
    p = Paper()
    p.put(at=1)
    p.put("城建局２０２６年任务清单", at=3)
    p.put("序号", "任务内容", "承办单位", "责任人", "计划完成时间", "工作进展", "困难", at=2)
    r = p.put("１", "　雨污分流改造二期工程　", "城建科", "刘洋", 46112, "完成管网１２公里", "/", at=2)
    p.expect(
        r, "雨污分流改造二期工程", lead=["城建科"], leader="刘洋", due="2026-03-31", progress="完成管网12公里"
    )
    r = p.put("２", "背街小巷整治", "市政科", "陈 静", datetime(2026, 6, 30), "整治５条", "—", at=2)
    p.expect(r, "背街小巷整治", lead=["市政科"], leader="陈静", due="2026-06-30", progress="整治5条")
    r = p.put("３", "停车场建设", "规划科", "孙伟", date(2026, 10, 1), None, "征地进度慢", at=2)
    p.expect(r, "停车场建设", lead=["规划科"], leader="孙伟", due="2026-10-01", problem="征地进度慢")
    r = p.put("４", "供热管网巡检", "公用科", "孙伟", "46387", "未启动", None, at=2)
    p.expect(r, "供热管网巡检", lead=["公用科"], leader="孙伟", due="2026-12-31", progress="未启动")
    return p


@office
def one_cell_roles() -> Paper:
    """One column for all units: 牵头：A；配合：B, A（牵头）、B, A牵头，B配合."""
    p = Paper("2026年")
    p.across("全市重点改革任务督办台账", 6)
    p.put("序号", "改革事项", "责任单位", "分管领导", "时限要求", "推进情况")
    r = p.put(
        1,
        "深化国资国企改革",
        "牵头：市国资委；配合：市财政局、市审计局",
        "周副市长",
        "2026年第三季度",
        "方案已印发",
    )
    p.expect(
        r,
        "深化国资国企改革",
        lead=["市国资委"],
        support=["市财政局", "市审计局"],
        leader="周副市长",
        due="2026-09-30",
        progress="方案已印发",
    )
    r = p.put(
        2, "推进医保支付方式改革", "市医保局（牵头）、市卫健委、市财政局", "吴副市长", "上半年", "试点医院6家"
    )
    p.expect(
        r,
        "推进医保支付方式改革",
        lead=["市医保局"],
        support=["市卫健委", "市财政局"],
        leader="吴副市长",
        due="2026-06-30",
        progress="试点医院6家",
    )
    r = p.put(
        3,
        "开展农村集体产权制度改革",
        "市农业农村局牵头，市自然资源局、市司法局配合",
        "郑副市长",
        "11月中旬",
        "完成清产核资",
    )
    p.expect(
        r,
        "开展农村集体产权制度改革",
        lead=["市农业农村局"],
        support=["市自然资源局", "市司法局"],
        leader="郑副市长",
        due="2026-11-20",
        progress="完成清产核资",
    )
    r = p.put(
        4,
        "建立公平竞争审查机制",
        "牵头单位：市市场监管局\n配合单位：市发改委、\n市商务局",
        "周副市长",
        "12月底",
        "起草中",
    )
    p.expect(
        r,
        "建立公平竞争审查机制",
        lead=["市市场监管局"],
        support=["市发改委", "市商务局"],
        leader="周副市长",
        due="2026-12-31",
        progress="起草中",
    )
    r = p.put(5, "优化纳税服务", "市税务局、市财政局等", "周副市长", "每季度末", "持续推进")
    p.expect(r, "优化纳税服务", lead=["市税务局", "市财政局"], leader="周副市长", progress="持续推进")
    return p


@office
def withdrawn_matters() -> Paper:
    """Struck rows, struck task cells, marks in remark, status and task; 未销号 is none."""
    p = Paper("督办")
    p.across("2026年区政府常务会议议定事项督办台账", 8)
    p.put("序号", "议定事项", "主办单位", "协办单位", "办理时限", "办理情况", "状态", "备注")
    r = p.put(1, "调整公交线路", "区交通局", "区公安分局", "2月底", "已调整", "已办结", None)
    p.expect(
        r, "调整公交线路", lead=["区交通局"], support=["区公安分局"], due="2026-02-28", progress="已调整"
    )
    r = p.put(2, "建设区级体育馆", "区教体局", "区财政局", "年底前", "停工", None, None)
    p.strike(r)
    p.expect(
        r,
        "建设区级体育馆",
        lead=["区教体局"],
        support=["区财政局"],
        due="2026-12-31",
        progress="停工",
        withdrawn=True,
    )
    r = p.put(3, "迁建垃圾中转站", "区城管局", None, "8月31日", "选址论证", None, "经研究取消")
    p.expect(r, "迁建垃圾中转站", lead=["区城管局"], due="2026-08-31", progress="选址论证", withdrawn=True)
    r = p.put(4, "编制产业发展规划", "区发改局", "区工信局", "5月", "形成初稿", "未销号", None)
    p.expect(
        r, "编制产业发展规划", lead=["区发改局"], support=["区工信局"], due="2026-05-31", progress="形成初稿"
    )
    r = p.put(5, "整治校园周边环境", "区教体局", None, "9月1日前", "完成", "已销号", None)
    p.expect(r, "整治校园周边环境", lead=["区教体局"], due="2026-09-01", progress="完成", withdrawn=True)
    r = p.put(6, "取消不合理证明事项20项", "区司法局", None, "10月底", "已取消15项证明", "推进中", None)
    p.expect(r, "取消不合理证明事项20项", lead=["区司法局"], due="2026-10-31", progress="已取消15项证明")
    r = p.put(7, "开展户外广告整治", "区城管局", None, "7月底", "按计划推进", None, "作废")
    p.strike(r, 2)
    p.expect(
        r, "开展户外广告整治", lead=["区城管局"], due="2026-07-31", progress="按计划推进", withdrawn=True
    )
    return p


@office
def ditto_marks() -> Paper:
    """同上, 〃, ″ and quotation marks; repeated header and title on the second page."""
    p = Paper()
    p.across("县委2026年督办事项台账", 6)
    head = ("序号", "重点工作", "牵头单位", "配合单位", "完成时限", "进展情况")
    p.put(*head)
    r = p.put(1, "推进乡村建设行动", "县农业农村局", "县乡村振兴局", "2026年11月底前", "完成60%")
    p.expect(
        r,
        "推进乡村建设行动",
        lead=["县农业农村局"],
        support=["县乡村振兴局"],
        due="2026-11-30",
        progress="完成60%",
    )
    r = p.put(2, "实施农村厕所改造", "同上", "〃", "″", "完成900户")
    p.expect(
        r,
        "实施农村厕所改造",
        lead=["县农业农村局"],
        support=["县乡村振兴局"],
        due="2026-11-30",
        progress="完成900户",
    )
    r = p.put(3, "治理农村黑臭水体", "县生态环境局", '"', "同上", "治理3处")
    p.expect(
        r,
        "治理农村黑臭水体",
        lead=["县生态环境局"],
        support=["县乡村振兴局"],
        due="2026-11-30",
        progress="治理3处",
    )
    p.put()
    p.across("县委2026年督办事项台账（续）", 6)
    p.put(*head)
    r = p.put(4, "建设冷链物流园", "县商务局", "县供销社", "2027年6月底前", "完成立项")
    p.expect(
        r, "建设冷链物流园", lead=["县商务局"], support=["县供销社"], due="2027-06-30", progress="完成立项"
    )
    r = p.put(5, "培育龙头企业3家", "〃", "……", "同上", "培育1家")
    p.expect(
        r, "培育龙头企业3家", lead=["县商务局"], support=["县供销社"], due="2027-06-30", progress="培育1家"
    )
    return p


@office
def continued_rows() -> Paper:
    """A task over several rows: further units, further deadlines."""
    p = Paper()
    p.across("2026年开发区重点任务分解表", 6)
    p.put("序号", "工作任务", "责任单位", "配合单位", "完成时限", "工作进展")
    r = p.put(1, "完成标准厂房建设", "开发区管委会", "区住建局", "6月底前", "主体封顶")
    p.put(None, None, "区城投公司", "区财政局", None, "附属工程开工")
    p.expect(
        r,
        "完成标准厂房建设",
        lead=["开发区管委会", "区城投公司"],
        support=["区住建局", "区财政局"],
        due="2026-06-30",
        progress="主体封顶\n附属工程开工",
    )
    r = p.put(2, "引进投资亿元以上项目", "区商务局", None, "3月底前", "签约2个")
    p.expect(r, "引进投资亿元以上项目", lead=["区商务局"], due="2026-03-31", progress="签约2个")
    s = p.put(None, None, "区招商中心", None, "9月底前", "在谈5个")
    p.expect(s, "引进投资亿元以上项目", lead=["区招商中心"], due="2026-09-30", progress="在谈5个")
    p.merge(f"A{r}:A{s}")
    p.merge(f"B{r}:B{s}")
    r = p.put(3, "建设污水处理厂", "区生态环境分局", None, "12月31日", "完成可研")
    p.expect(r, "建设污水处理厂", lead=["区生态环境分局"], due="2026-12-31", progress="完成可研")
    return p


@office
def merged_units_and_dates() -> Paper:
    """Units and deadlines merged downwards over several tasks."""
    p = Paper()
    p.across("教育局2026年工作要点责任分解", 5)
    p.put("序号", "工作要点", "责任科室", "责任领导", "完成时间")
    rows = [
        p.put(n, t)
        for n, t in enumerate(
            ("新增公办幼儿园学位1200个", "开展教师轮训", "落实校园食品安全责任制", "推进智慧校园建设"), 1
        )
    ]
    s = p.sheet
    s.cell(rows[0], 3, "基础教育科")
    s.cell(rows[0], 4, "黄丽")
    s.cell(rows[0], 5, "2026年8月底")
    s.cell(rows[2], 3, "安全科、后勤中心")
    s.cell(rows[2], 4, "何平")
    s.cell(rows[2], 5, "全年")
    for c in "CDE":
        p.merge(f"{c}{rows[0]}:{c}{rows[1]}")
        p.merge(f"{c}{rows[2]}:{c}{rows[3]}")
    p.expect(rows[0], "新增公办幼儿园学位1200个", lead=["基础教育科"], leader="黄丽", due="2026-08-31")
    p.expect(rows[1], "开展教师轮训", lead=["基础教育科"], leader="黄丽", due="2026-08-31")
    p.expect(rows[2], "落实校园食品安全责任制", lead=["安全科", "后勤中心"], leader="何平")
    p.expect(rows[3], "推进智慧校园建设", lead=["安全科", "后勤中心"], leader="何平")
    return p


@office
def several_sheets() -> Paper:
    """Two ledgers in two sheets with different columns, a cover, a sheet of statistics."""
    p = Paper("封面")
    p.put("2026年督查工作资料汇编")
    p.turn("市长批示")
    p.across("市长批示件办理台账", 6)
    p.put("序号", "批示内容", "承办单位", "批示时间", "办结期限", "办理结果")
    r = p.put(1, "请发改委研究提出支持意见", "市发改委", "2026年2月1日", "2026年2月20日", "已报送专报")
    p.expect(r, "请发改委研究提出支持意见", lead=["市发改委"], due="2026-02-20", progress="已报送专报")
    r = p.put(
        2, "核查群众反映噪声扰民问题", "市生态环境局、市公安局", "2026年2月9日", "2026年3月9日", "正在核查"
    )
    p.expect(
        r,
        "核查群众反映噪声扰民问题",
        lead=["市生态环境局", "市公安局"],
        due="2026-03-09",
        progress="正在核查",
    )
    p.turn("会议议定事项")
    p.put("事项编号", "议定事项", "主办部门", "会办部门", "截止日期", "当前进展", "需协调事项")
    r = p.put(
        "CW-01", "盘活闲置厂房", "市国资委", "市工信局/市财政局", datetime(2026, 5, 31), "盘活3处", "产权不清"
    )
    p.expect(
        r,
        "盘活闲置厂房",
        lead=["市国资委"],
        support=["市工信局", "市财政局"],
        due="2026-05-31",
        progress="盘活3处",
        problem="产权不清",
    )
    p.turn("统计")
    p.put("单位", "总数", "办结数", "办结率")
    p.put("市发改委", 3, 2, 0.67)
    return p


@office
def unit_and_person_together() -> Paper:
    """责任单位及责任人 in one column; leader told with the post."""
    p = Paper()
    p.across("2026年民生实事项目推进表", 5)
    p.put("序号", "项目名称", "责任单位及责任人", "完成时限", "项目进展")
    r = p.put(1, "改造老旧小区20个", "区住建局（赵磊）", "2026年10月底前", "开工12个")
    p.expect(r, "改造老旧小区20个", lead=["区住建局"], leader="赵磊", due="2026-10-31", progress="开工12个")
    r = p.put(2, "新建社区食堂10家", "区民政局\n钱芳", "2026年9月底前", "建成4家")
    p.expect(r, "新建社区食堂10家", lead=["区民政局"], leader="钱芳", due="2026-09-30", progress="建成4家")
    r = p.put(3, "加装电梯50部", "区市场监管局 冯涛", "2026年12月10日前", "完成18部")
    p.expect(r, "加装电梯50部", lead=["区市场监管局"], leader="冯涛", due="2026-12-10", progress="完成18部")
    return p


@office
def finer_tasks() -> Paper:
    """重点工作 merged over several rows, 具体任务 beside it; percent progress."""
    p = Paper()
    p.across("高新区2026年重点工作任务分解台账", 7)
    p.put("序号", "重点工作", "具体任务", "牵头部门", "配合部门", "时间节点", "完成进度")
    a = p.put(1, "科技创新", "新认定高新技术企业50家", "科技创新局", "税务局", "2026年12月", 0.4)
    b = p.put(2, None, "建设中试基地2个", "产业发展局", "财政局", "2026年9月", 0.75)
    c = p.put(3, "招商引资", "举办专题招商会4场", "投资促进局", None, "2026年11月", 0.5)
    d = p.put(4, None, "落地外资项目3个", "投资促进局", "商务局", "2026年12月", 1)
    for row in (a, b, c, d):
        p.sheet.cell(row, 7).number_format = "0%"
    p.merge(f"B{a}:B{b}")
    p.merge(f"B{c}:B{d}")
    p.expect(
        a,
        "新认定高新技术企业50家",
        category="科技创新",
        lead=["科技创新局"],
        support=["税务局"],
        due="2026-12-31",
        progress="40%",
    )
    p.expect(
        b,
        "建设中试基地2个",
        category="科技创新",
        lead=["产业发展局"],
        support=["财政局"],
        due="2026-09-30",
        progress="75%",
    )
    p.expect(
        c, "举办专题招商会4场", category="招商引资", lead=["投资促进局"], due="2026-11-30", progress="50%"
    )
    p.expect(
        d,
        "落地外资项目3个",
        category="招商引资",
        lead=["投资促进局"],
        support=["商务局"],
        due="2026-12-31",
        progress="100%",
    )
    return p


@office
def unknown_headings() -> Paper:
    """Headings nobody else uses: what the columns hold decides."""
    p = Paper()
    p.across("街道2026年督查督办表", 6)
    p.put("序号", "督办事项", "谁来办", "盯办同志", "什么时候办好", "办得怎么样了")
    for n, (task, unit, who, when, said, due) in enumerate((
        ("拆除违章建筑30处", "综合执法队", "曹磊", "2026年4月底", "拆除18处", "2026-04-30"),
        ("整治飞线充电", "社区建设办公室", "彭丽", "2026年5月15日", "加装充电桩40个", "2026-05-15"),
        ("开展人口抽样调查", "统计站", "曾勇", "2026年11月30日", "完成入户培训", "2026-11-30"),
    ), 1):  # fmt: skip
        r = p.put(n, task, unit, who, when, said)
        p.expect(r, task, lead=[unit], leader=who, due=due, progress=said)
    return p


@office
def empty_columns_and_numbers_row() -> Paper:
    """Empty columns between, a row that counts the columns, blank rows, a struck former date in the same cell."""
    p = Paper()
    p.across("2026年水利局督办台账", 9)
    p.put("序号", None, "工作内容", None, "主责单位", "参与单位", None, "办结时间", "目前进展")
    p.put(1, None, 2, None, 3, 4, None, 5, 6)
    r = p.put(1, None, "病险水库除险加固", None, "工程科", "财务科", None, "2026年5月20日", "完成8座")
    p.expect(r, "病险水库除险加固", lead=["工程科"], support=["财务科"], due="2026-05-20", progress="完成8座")
    p.put()
    r = p.put(
        2,
        None,
        "河道采砂专项整治",
        None,
        "河湖科",
        "水政大队",
        None,
        CellRichText(TextBlock(InlineFont(strike=True), "3月底前"), "6月底前"),
        "查处4起",
    )
    p.expect(
        r, "河道采砂专项整治", lead=["河湖科"], support=["水政大队"], due="2026-06-30", progress="查处4起"
    )
    r = p.put(
        3, None, "编制抗旱预案", None, "水旱灾害防御中心", None, None, "原定4月底，调整为7月底", "初稿完成"
    )
    p.expect(r, "编制抗旱预案", lead=["水旱灾害防御中心"], due="2026-07-31", progress="初稿完成")
    return p


@office
def two_tables_in_a_sheet() -> Paper:
    """One table below another, each with its own title and columns."""
    p = Paper("督办")
    p.across("一、2026年省级督办事项", 5)
    p.put("序号", "事项", "牵头单位", "完成时限", "进展")
    r = p.put(1, "落实粮食安全责任制考核整改", "市发改委", "4月30日前", "整改完成3项")
    p.expect(
        r,
        "落实粮食安全责任制考核整改",
        category="2026年省级督办事项",
        lead=["市发改委"],
        due="2026-04-30",
        progress="整改完成3项",
    )
    p.put()
    p.put()
    p.across("二、2026年市级督办事项", 6)
    p.put("序号", "类型", "任务", "承办部门", "责任领导", "要求完成时间")
    r = p.put(1, "会议决定", "推进殡葬设施建设", "市民政局", "许强", "二〇二六年八月底")
    p.expect(r, "推进殡葬设施建设", category="会议决定", lead=["市民政局"], leader="许强", due="2026-08-31")
    r = p.put(2, "领导批示", "研究解决停车难", "市城管局，市公安局交警支队", "邓超", "2026年6月-10月")
    p.expect(
        r,
        "研究解决停车难",
        category="领导批示",
        lead=["市城管局", "市公安局交警支队"],
        leader="邓超",
        due="2026-10-31",
    )
    return p


@office
def broken_names() -> Paper:
    """Names broken over lines, spaced characters, numbered units in one cell."""
    p = Paper()
    p.across("2026年度目标任务督办台账", 5)
    p.put("序  号", "目 标 任 务", "责 任 单 位", "完 成\n时 限", "进 展\n情 况")
    r = p.put(1, "城镇新增就业1.2万人", "市人力资源和\n社会保障局", "12月底", "新增\n0.4万人")
    p.expect(
        r, "城镇新增就业1.2万人", lead=["市人力资源和社会保障局"], due="2026-12-31", progress="新增0.4万人"
    )
    r = p.put(2, "新建口袋公园8个", "1.市园林局\n2.市城管局", "10月底", "建成\n3个")
    p.expect(r, "新建口袋公园8个", lead=["市园林局", "市城管局"], due="2026-10-31", progress="建成3个")
    r = p.put(3, "预算绩效管理全覆盖", "市 财 政 局", "9月底", "推进中")
    p.expect(r, "预算绩效管理全覆盖", lead=["市财政局"], due="2026-09-30", progress="推进中")
    r = p.put(4, "文明城市复检迎检", "市委宣传部\n市文明办", "7月底", "1.印发方案\n2.召开动员会")
    p.expect(
        r,
        "文明城市复检迎检",
        lead=["市委宣传部", "市文明办"],
        due="2026-07-31",
        progress="1.印发方案\n2.召开动员会",
    )
    return p


@office
def leader_above_the_unit_in_one_cell() -> Paper:
    """责任领导及责任单位 over two lines of a cell; days counted from the day the ledger was filled in; quarters as progress."""
    p = Paper("6月")
    p.across("6月份重点工作督办台账", 6)
    p.across("2026年6月5日", 6)
    p.put("序号", "工作事项", "责任领导及责任单位", "完成时限", "一季度", "二季度")
    r = p.put(1, "筹备半年工作会", "王芳\n办公室", "6月28日", "起草材料", "送审")
    p.expect(r, "筹备半年工作会", lead=["办公室"], leader="王芳", due="2026-06-28", progress="起草材料\n送审")
    r = p.put(2, "开展安全生产月活动", "刘军\n安监科", "本月底", "悬挂横幅", None)
    p.expect(r, "开展安全生产月活动", lead=["安监科"], leader="刘军", due="2026-06-30", progress="悬挂横幅")
    r = p.put(3, "组织防汛演练", "刘军\n应急办", "下月15日前", None, None)
    p.expect(r, "组织防汛演练", lead=["应急办"], leader="刘军", due="2026-07-15")
    return p


@office
def minutes_of_the_party_group() -> Paper:
    """A meeting's number and item merged over its decisions; 销号情况 withdraws."""
    p = Paper("表")
    p.across("党组会议定事项落实台账（2026年）", 8)
    p.put("会议次数", "议题", "议定事项", "落实单位", "落实时限", "落实情况", "销号情况", "备注")
    a = p.put("第1次", "研究预算", "压减一般性支出5%", "财务处", "2026年2月底前", "已压减", "已销号")
    b = p.put(None, None, "完善内控制度", "审计处", "2026年4月底前", "征求意见")
    p.merge(f"A{a}:A{b}")
    p.merge(f"B{a}:B{b}")
    p.expect(
        a,
        "压减一般性支出5%",
        category="研究预算",
        lead=["财务处"],
        due="2026-02-28",
        progress="已压减",
        withdrawn=True,
    )
    p.expect(b, "完善内控制度", category="研究预算", lead=["审计处"], due="2026-04-30", progress="征求意见")
    return p
