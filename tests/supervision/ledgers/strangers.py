"""Ledgers kept aside: written before the reader had seen any of them, to tell how it does on sheets it does not know."""

from collections.abc import Callable
from datetime import datetime

from openpyxl.styles import PatternFill

from tests.supervision.ledgers.paper import Paper

STRANGERS: dict[str, Callable[[], Paper]] = {}


def stranger(write: Callable[[], Paper]) -> Callable[[], Paper]:
    STRANGERS[write.__name__] = write
    return write


@stranger
def provincial_hall() -> Paper:
    """Three header rows; 原定 and 调整后 deadlines; category column merged; remarks withdraw."""
    p = Paper("督查台账")
    p.across("省直机关2026年度重点督查事项台账", 11)
    p.across("（截至2026年4月30日）", 11)
    p.put(
        "序号",
        "督查类别",
        "督查事项",
        "责任分工",
        None,
        None,
        "办结时限",
        "工作推进",
        None,
        "责任处室负责人",
        "备注",
    )
    p.put(None, None, None, "省级", "单位", None, None, "落实情况", "困难问题")
    p.put(None, None, None, None, "牵头", "配合")
    for area in (
        "A3:A5",
        "B3:B5",
        "C3:C5",
        "D3:F3",
        "D4:D5",
        "E4:F4",
        "G3:G5",
        "H3:I3",
        "H4:H5",
        "I4:I5",
        "J3:J5",
        "K3:K5",
    ):
        p.merge(area)
    a = p.put(
        1,
        "政府工作报告",
        "规模以上工业增加值增长6%",
        "分管副省长",
        "省工业和信息化厅",
        "省发展改革委、省统计局",
        "12月底前",
        "一季度增长6.3%",
        "部分行业下行压力大",
        "马超",
        None,
    )
    b = p.put(
        2,
        None,
        "新增高标准农田100万亩",
        "分管副省长",
        "省农业农村厅",
        "省财政厅、省水利厅",
        "11月底前",
        "已建成35万亩",
        None,
        "马超",
        None,
    )
    c = p.put(
        3,
        "领导批示",
        "核实信访积案化解情况",
        "秘书长",
        "省信访局",
        "各市人民政府",
        "收到后15个工作日内",
        "化解21件",
        None,
        "罗丹",
        "撤销",
    )
    p.merge(f"B{a}:B{b}")
    p.expect(
        a,
        "规模以上工业增加值增长6%",
        category="政府工作报告",
        lead=["省工业和信息化厅"],
        support=["省发展改革委", "省统计局"],
        leader="马超",
        due="2026-12-31",
        progress="一季度增长6.3%",
        problem="部分行业下行压力大",
    )
    p.expect(
        b,
        "新增高标准农田100万亩",
        category="政府工作报告",
        lead=["省农业农村厅"],
        support=["省财政厅", "省水利厅"],
        leader="马超",
        due="2026-11-30",
        progress="已建成35万亩",
    )
    p.expect(
        c,
        "核实信访积案化解情况",
        category="领导批示",
        lead=["省信访局"],
        support=["各市人民政府"],
        leader="罗丹",
        progress="化解21件",
        withdrawn=True,
    )
    return p


@stranger
def township() -> Paper:
    """No title, blanks for the same unit above in the category column, many vague times."""
    p = Paper("Sheet1")
    p.put("分类", "编号", "任务", "责任部门", "包联领导", "完成期限", "完成情况", "问题")
    for row in (
        ("人居环境", 1, "清理积存垃圾点26处", "环保站", "蒋文", "3月15日", "清理20处", None, "2026-03-15"),
        (None, 2, "完成户厕改造120户", "农业服务中心、各村委会", "蒋文", "5月底", "改造70户", "材料未到位", "2026-05-31"),
        ("平安建设", 3, "排查矛盾纠纷", "综治中心，司法所，派出所", "沈浩", "常态化", "排查32起", None, None),
        (None, 4, "安装监控探头15个", "派出所", "沈浩", "尽快", None, "无", None),
        (None, 5, "开展消防演练2次", "应急办", "韩雪", "2026-11-09", "开展1次", None, "2026-11-09"),
    ):  # fmt: skip
        r = p.put(*row[:8])
        group = "人居环境" if row[1] in (1, 2) else "平安建设"
        units = str(row[3]).replace("，", "、").split("、")
        p.expect(
            r,
            row[2],
            category=group,
            lead=units,
            leader=row[4],
            due=row[8],
            progress=row[6] or "",
            problem=row[7] or "",
        )
    return p


@stranger
def hospital() -> Paper:
    """职能科室, percent as text, signatures below, hidden column with a former deadline."""
    p = Paper("2026")
    p.across("市人民医院2026年党委会决议事项督办表", 9)
    p.put(
        "项次",
        "决议事项",
        "责任科室",
        "协助科室",
        "分管院领导",
        "原定时限",
        "现定完成时限",
        "完成进度",
        "未完成原因",
    )
    r = p.put(
        1,
        "采购3.0T核磁共振设备",
        "设备科",
        "招标办",
        "唐凯",
        "2026年3月",
        "2026年7月",
        "60%",
        "进口审批周期长",
    )
    p.expect(
        r,
        "采购3.0T核磁共振设备",
        lead=["设备科"],
        support=["招标办"],
        leader="唐凯",
        due="2026-07-31",
        progress="60%",
        problem="进口审批周期长",
    )
    r = p.put(
        2, "启用新门诊楼", "后勤保障部", "医务科、护理部", "唐凯", "2026年5月", "2026年8月15日", "85%", None
    )
    p.expect(
        r,
        "启用新门诊楼",
        lead=["后勤保障部"],
        support=["医务科", "护理部"],
        leader="唐凯",
        due="2026-08-15",
        progress="85%",
    )
    r = p.put(3, "招聘高层次人才10名", "人事科", None, "谢敏", "2026年12月", "2026年12月", "30%", None)
    p.expect(r, "招聘高层次人才10名", lead=["人事科"], leader="谢敏", due="2026-12-31", progress="30%")
    p.sheet.column_dimensions["F"].hidden = True
    p.put("审核人：", None, "填表人：谢敏", None, "单位（盖章）")
    return p


@stranger
def university() -> Paper:
    """Groups in nested titles, school offices as units, English-free short heads, real datetimes."""
    p = Paper("任务")
    p.put("学校党政办公室", None, None, None, None)
    p.across("2026年春季学期重点工作督办清单", 6)
    p.put("序号", "重点任务", "牵头部门", "协同部门", "截止时间", "最新进展")
    p.across("第一部分 人才培养", 6)
    r = p.put(1, "修订本科人才培养方案", "教务处", "各学院", datetime(2026, 5, 30), "完成调研")
    p.expect(
        r,
        "修订本科人才培养方案",
        category="人才培养",
        lead=["教务处"],
        support=["各学院"],
        due="2026-05-30",
        progress="完成调研",
    )
    r = p.put(2, "建设省级一流课程15门", "教务处", "信息中心", datetime(2026, 6, 20), "立项12门")
    p.expect(
        r,
        "建设省级一流课程15门",
        category="人才培养",
        lead=["教务处"],
        support=["信息中心"],
        due="2026-06-20",
        progress="立项12门",
    )
    p.across("第二部分 后勤保障（共1项）", 6)
    r = p.put(3, "维修学生公寓5栋", "后勤处", "学生处、财务处、保卫处", "暑假前", "完成预算")
    p.expect(
        r,
        "维修学生公寓5栋",
        category="后勤保障",
        lead=["后勤处"],
        support=["学生处", "财务处", "保卫处"],
        progress="完成预算",
    )
    return p


@stranger
def rectification() -> Paper:
    """A ledger of findings: 反馈问题, 整改措施, 整改责任单位, 整改时限, 整改情况."""
    p = Paper("整改台账")
    p.across("省委巡视反馈问题整改台账（2026年）", 7)
    p.put("序号", "整改任务", "整改措施", "整改责任单位", "责任领导", "整改时限", "整改进展情况")
    r = p.put(
        1, "规范国有资产管理", "开展清查，建立台账", "市国资委党委", "高远", "2026年6月底", "已清查资产430处"
    )
    p.expect(
        r,
        "规范国有资产管理",
        lead=["市国资委党委"],
        leader="高远",
        due="2026-06-30",
        progress="已清查资产430处",
    )
    r = p.put(
        2,
        "纠治文山会海",
        "严控发文数量",
        "市委办公室、市政府办公室",
        "林峰",
        "立行立改，长期坚持",
        "发文减少12%",
    )
    p.expect(r, "纠治文山会海", lead=["市委办公室", "市政府办公室"], leader="林峰", progress="发文减少12%")
    return p


@stranger
def state_company() -> Paper:
    """Group company: departments and branches as units, a colour for status, times like 26.3.31 and Q-words."""
    p = Paper("督办事项")
    p.across("集团公司2026年总经理办公会督办事项跟踪表", 8)
    p.put("序号", "督办事项", "类型", "主责部门", "配合部门", "责任人", "要求完成时间", "进展跟踪")
    r = p.put(
        1, "完成ERP系统上线", "信息化", "信息中心", "财务部、各分公司", "余波", "2026.6.30", "完成UAT测试"
    )
    p.sheet.cell(r, 1).fill = PatternFill("solid", fgColor="00FF00")
    p.expect(
        r,
        "完成ERP系统上线",
        category="信息化",
        lead=["信息中心"],
        support=["财务部", "各分公司"],
        leader="余波",
        due="2026-06-30",
        progress="完成UAT测试",
    )
    r = p.put(2, "压降应收账款2亿元", "经营", "财务部", "市场部", "范伟", "2026年四季度", "压降0.8亿元")
    p.expect(
        r,
        "压降应收账款2亿元",
        category="经营",
        lead=["财务部"],
        support=["市场部"],
        leader="范伟",
        due="2026-12-31",
        progress="压降0.8亿元",
    )
    r = p.put(3, "处置低效资产", "经营", "资产管理部", None, "石磊", "26.9.30", "挂牌2宗")
    p.expect(
        r,
        "处置低效资产",
        category="经营",
        lead=["资产管理部"],
        leader="石磊",
        due="2026-09-30",
        progress="挂牌2宗",
    )
    r = p.put(4, "安全生产标准化达标", "安全", "安全环保部", "各项目部", "石磊", "年内", "通过初评")
    p.expect(
        r,
        "安全生产标准化达标",
        category="安全",
        lead=["安全环保部"],
        support=["各项目部"],
        leader="石磊",
        due="2026-12-31",
        progress="通过初评",
    )
    return p


@stranger
def side_by_side() -> Paper:
    """Two tables beside one another with a gap."""
    p = Paper("双表")
    p.across("2026年上半年任务", 4)
    p.put("序号", "工作事项", "责任单位", "完成时限", None, "序号", "工作事项", "责任单位", "完成时限")
    r = p.put(1, "建成充电站6座", "县发改局", "6月20日", None, 1, "开通公交专线2条", "县交通局", "5月1日")
    s = p.put(2, "改造路灯800盏", "县城管局", "4月底", None, 2, "绿化荒山500亩", "县林业局", "3月底")
    p.expect(r, "建成充电站6座", lead=["县发改局"], due="2026-06-20")
    p.expect(s, "改造路灯800盏", lead=["县城管局"], due="2026-04-30")
    p.expect(r, "开通公交专线2条", lead=["县交通局"], due="2026-05-01")
    p.expect(s, "绿化荒山500亩", lead=["县林业局"], due="2026-03-31")
    return p


@stranger
def supervision_office_2027() -> Paper:
    """Year only in the sheet's name; next-year dates; lead and support in one split header without merges."""
    p = Paper("2027年督办")
    p.put("督查督办事项台账")
    p.put("编号", "事项名称", "责任单位", None, "责任人", "完成时限", "推进情况", "存在困难及需协调事项")
    p.put(None, None, "牵头", "配合")
    r = p.put(
        "DB-1",
        "建设区域医疗中心",
        "市卫生健康委员会",
        "市发展和改革委员会、市财政局",
        "熊辉",
        "明年6月底前",
        "签订框架协议",
        "用地指标不足",
    )
    p.expect(
        r,
        "建设区域医疗中心",
        lead=["市卫生健康委员会"],
        support=["市发展和改革委员会", "市财政局"],
        leader="熊辉",
        due="2028-06-30",
        progress="签订框架协议",
        problem="用地指标不足",
    )
    r = p.put(
        "DB-2", "推进城乡供水一体化", "市水务集团", "市水利局", "孟杰", "2027年国庆节前", "铺设管网60公里", ""
    )
    p.expect(
        r,
        "推进城乡供水一体化",
        lead=["市水务集团"],
        support=["市水利局"],
        leader="孟杰",
        due="2027-09-30",
        progress="铺设管网60公里",
    )
    r = p.put(
        "DB-3", "开展全国文明典范城市创建", "市委宣传部", "市直各部门", "孟杰", "3—10月", "完成任务分解", ""
    )
    p.expect(
        r,
        "开展全国文明典范城市创建",
        lead=["市委宣传部"],
        support=["市直各部门"],
        leader="孟杰",
        due="2027-10-31",
        progress="完成任务分解",
    )
    return p


@stranger
def tasks_with_clauses() -> Paper:
    """Long tasks with line breaks and clauses; subtotal between; continuation of text; sum at the end."""
    p = Paper("分解")
    p.across("关于2026年政府工作报告任务分解的督办台账", 6)
    p.put(
        "序号", "主要任务", "责任单位\n（排第一位的为牵头单位）", "完成时限", "进展情况\n（每月更新）", "备注"
    )
    r = p.put(
        1,
        "加快推进城市更新，\n实施老旧管网改造110公里，\n新增停车泊位3000个。",
        "市住建局、市城管局、市财政局",
        "2026年\n12月底前",
        "改造管网36公里；\n新增泊位900个。",
        None,
    )
    p.expect(
        r,
        "加快推进城市更新，实施老旧管网改造110公里，新增停车泊位3000个。",
        lead=["市住建局"],
        support=["市城管局", "市财政局"],
        due="2026-12-31",
        progress="改造管网36公里；新增泊位900个。",
    )
    r = p.put(2, "大力发展新能源产业", "市发改委、市工信局", "2026年\n11月30日前", "落地项目3个", "重点")
    p.expect(
        r,
        "大力发展新能源产业",
        lead=["市发改委"],
        support=["市工信局"],
        due="2026-11-30",
        progress="落地项目3个",
    )
    p.put("城建类小计", None, 2)
    r = p.put(
        3,
        "稳定粮食播种面积500万亩",
        "市农业农村局",
        "2026年\n9月底前",
        "播种480万亩",
        "合并至省台账，不再督办",
    )
    p.expect(
        r,
        "稳定粮食播种面积500万亩",
        lead=["市农业农村局"],
        due="2026-09-30",
        progress="播种480万亩",
        withdrawn=True,
    )
    p.put("总计", None, 3)
    return p


@stranger
def court_like_numbers() -> Paper:
    """Everything is text; trailing blanks; numbers with points; units separated by semicolons and slashes."""
    p = Paper("Sheet2")
    p.across("  2026 年 督 办 台 账  ", 7)
    p.put(" 序 号 ", " 督办 事项 ", "主办单位 ", " 协办单位", "责任领导 ", " 办结 期限", " 办理 进度 ")
    r = p.put(
        "1.",
        " 推进智慧法院建设 ",
        " 技术处 ",
        "办公室 ; 审管办",
        " 丁 一 ",
        " ２０２６年５月３１日 ",
        " 已上线 ",
    )
    p.expect(
        r,
        "推进智慧法院建设",
        lead=["技术处"],
        support=["办公室", "审管办"],
        leader="丁一",
        due="2026-05-31",
        progress="已上线",
    )
    r = p.put("2.", " 清理超期未结案件 ", "审管办/执行局", "", "潘 虹", "2026年第二季度末", "清理45件")
    p.expect(
        r, "清理超期未结案件", lead=["审管办", "执行局"], leader="潘虹", due="2026-06-30", progress="清理45件"
    )
    r = p.put("3.", " 修缮审判庭 ", "后勤中心", "财务处", "潘 虹", "2026.10", "招标中")
    p.expect(
        r,
        "修缮审判庭",
        lead=["后勤中心"],
        support=["财务处"],
        leader="潘虹",
        due="2026-10-31",
        progress="招标中",
    )
    return p


@stranger
def leaders_above_units() -> Paper:
    """Grouped headings: 责任体系 over 县级领导, 牵头单位, 责任单位; 工作台账 over 时限, 进展."""
    p = Paper("表一")
    p.across("2026年县十大民生工程台账", 8)
    p.put("序号", "民生工程", "建设内容", "责任体系", None, None, "工作台账", None)
    p.put(None, None, None, "县级领导", "牵头单位", "责任单位", "时间节点", "推进情况")
    for area in ("A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:H2"):
        p.merge(area)
    r = p.put(
        1, "饮水安全提升工程", "新建水厂2座", "夏青", "县水利局", "各镇人民政府", "2026年9月", "完成选址"
    )
    p.expect(
        r,
        "饮水安全提升工程",
        lead=["县水利局"],
        support=["各镇人民政府"],
        leader="夏青",
        due="2026-09-30",
        progress="完成选址",
    )
    r = p.put(
        2, "幼有善育工程", "新增托位400个", "方明", "县卫健局", "县教育局、县妇联", "2026年12月", "新增150个"
    )
    p.expect(
        r,
        "幼有善育工程",
        lead=["县卫健局"],
        support=["县教育局", "县妇联"],
        leader="方明",
        due="2026-12-31",
        progress="新增150个",
    )
    return p


@stranger
def no_headings() -> Paper:
    """No heading row at all."""
    p = Paper("无表头")
    for n, (task, units, due, said, iso) in enumerate((
        ("建立重点企业联系服务制度", "县工信局", "2026年3月31日", "印发方案", "2026-03-31"),
        ("打通断头路3条改善群众出行", "县住建局", "2026年9月30日", "打通1条", "2026-09-30"),
        ("开展电信诈骗专项治理行动", "县公安局", "2026年12月20日", "破案12起", "2026-12-20"),
    ), 1):  # fmt: skip
        r = p.put(n, task, units, due, said)
        p.expect(r, task, lead=[units], due=iso, progress=said)
    return p
