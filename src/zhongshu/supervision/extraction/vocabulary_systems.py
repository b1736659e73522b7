"""Vocabulary of the trade: the short names by which systems are called in notes (发改, 住建, 市监), at every level and kind of house."""

from __future__ import annotations

# Hardly ever anything but those who do it; any plain verb may follow.
BY_NAME = tuple(
    """
    发改 财政 住建 城管 市监 人社 卫健 疾控 医保 文旅 文广旅 文体旅 文广新 教体 教科体 科教 民政 民宗 水务 水利 水电 农业农村 农水 农林 自规 规资 资规 规自 自然资源 国土 林草 林业 园林
    工信 经信 科工信 经发 商务 商粮 粮储 国资 税务 供电 公安 交警 公安交警 交管 特警 巡警 消防 消防救援 交运 交通运输 生态环境 信访 统战 政法 网信 编办 共青团 团委 团区委 团县委 团市委 妇联 残联 科协 文联 侨联 工商联 红十字 工会
    机关事务 退役军人 退役 老干 人防 人武 数管 政数 政务服务 大数据 投促 街道 街镇 镇街 乡镇 镇里 乡里 村里 村居 村社 社区 网格 环卫 城投 城发 城建 交投 水投 文投 农投 建投 产投 国企 平台公司 法院 检察院 检察 纪委 监委 纪检 纪检监察
    两办 党办 院办 校办 府办 政府办 党政办 区委办 县委办 市委办 区府办 县府办 市府办 外办 台办 侨办 房管 土储 公积金 海关 海事 边检 人行 银保监 电信 移动 联通 铁塔 供热 供水 供气 供销 烟草 邮管 公交 地铁 融媒 融媒体 广电 综执 综合执法 行政执法 行政审批 市场监管 城管执法 安监 质监 药监 食药 食药监
    党校 史志 党史 机要 国安 畜牧 农技 农机 农经 乡村振兴 医务 院感 药剂 药学 医工 病案 质控 公卫 防保 教务 学工 研工 招就 继教 团学 资产 后勤 总务 人事 人力 人资 财务 法务 法规 法制 合规 风控 保卫 基建 安环 安质 安全环保 机动 品控 质检 质管 仓储 物流 客服 党群 党建 董办 总办 监理 总包
    """.split()
)
# Ordinary words as well: only what plainly follows one who acts tells that they do.
ALSO_TOPICS = tuple(
    """
    教育 宣传 统计 应急 组织 采购 审计 司法 交通 档案 机关 招商 金融 设备 护理 检验 影像 门诊 急诊 体检 信息 信息化 综合 战略 投资 生产 工程 技术 市场 营销 销售 物资 供应 调度 运营 运维 研发 科研 招生 就业 督查 巡察 巡视 执法 审批 政务 文化 旅游 体育 环境 环保 生态 数据 农业
    征收 拆迁 物业 燃气 热力 邮政 科技 气象 地震 能源 粮食 渔业 水产 扶贫 外事 保密 行政 商户 安全 质量 电力 银行 保险 通信 铁路 民航
    """.split()
)
PLACES = "属地|相关|沿线|各|[省市县区州镇乡院校]"
"""What may stand before such a name: whose it is."""
CALLED_SO_IN_PAPERS = frozenset(
    "法制 法规 团委 妇联 科协 残联 街道 街镇 镇街 乡镇 社区 网格 法院 检察院 检察 海关 村居 村社 工会 纪检监察 行政执法 综合执法 国企 监理".split()
)
"""Those who are called no otherwise where every word is weighed: they make no note of a text."""
