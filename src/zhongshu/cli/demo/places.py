"""澜州市: a city that does not exist, its organs, sections, posts and people."""

from dataclasses import dataclass, field

from zhongshu.org.models import Duty, UnitKind

ORGAN, COUNTY, SECTION = UnitKind.ORGAN, UnitKind.COUNTY, UnitKind.SECTION


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the demonstration. ``prefix`` is its 机关代字, ``fonds`` its 全宗号."""

    code: str
    name: str
    short: str
    kind: str
    above: str = ""
    aliases: tuple[str, ...] = ()
    prefix: str = ""
    fonds: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody of the demonstration: log-in name, name, and the post held."""

    login: str
    name: str
    unit: str
    title: str
    duties: tuple[str, ...] = field(default=())
    cast: str = ""


def _bureau(code: str, name: str, short: str, aliases: tuple[str, ...]) -> list[Place]:
    office = Place(f"{code}-bgs", f"{name}办公室", f"{short}办公室", SECTION, code)
    return [Place(code, f"澜州市{name}", short, ORGAN, "lzs", aliases, short, _fonds(code)), office]


def _fonds(code: str) -> str:
    order = ("fgw", "czj", "gaj", "zjj", "slj", "jyj", "wjw", "yjj", "hbj", "jtj", "rsj")
    return f"Z{order.index(code) + 10:03d}"


PLACES: list[Place] = [
    Place("lzs", "澜州市", "澜州市", ORGAN, "", (), "澜", "Z000"),
    Place("lz", "中共澜州市委办公室", "市委办", ORGAN, "lzs", ("市委办公室",), "市委办", "Z001"),
    Place("lz-duc", "市委办公室督查科", "督查科", SECTION, "lz"),
    Place("lz-msk", "市委办公室秘书科", "秘书科", SECTION, "lz"),
    Place("lz-zhk", "市委办公室综合科", "综合科", SECTION, "lz"),
    Place("lz-dak", "市委办公室档案科", "档案科", SECTION, "lz"),
    Place("lz-xzk", "市委办公室行政科", "行政科", SECTION, "lz"),
    *_bureau("fgw", "发展和改革委员会", "市发展改革委", ("市发改委", "发改委", "发展改革委")),
    *_bureau("czj", "财政局", "市财政局", ("财政局", "财政部门")),
    *_bureau("gaj", "公安局", "市公安局", ("公安局", "公安机关")),
    Place("gaj-zhk", "市公安局指挥中心", "公安指挥中心", SECTION, "gaj"),
    *_bureau("zjj", "住房和城乡建设局", "市住建局", ("住建局", "市住房城乡建设局", "住房城乡建设局")),
    *_bureau("slj", "水利局", "市水利局", ("水利局",)),
    *_bureau("jyj", "教育局", "市教育局", ("教育局",)),
    *_bureau("wjw", "卫生健康委员会", "市卫生健康委", ("市卫健委", "卫健委", "卫生健康委")),
    *_bureau("yjj", "应急管理局", "市应急局", ("应急局", "应急管理局", "市应急管理局")),
    *_bureau("hbj", "生态环境局", "市生态环境局", ("生态环境局", "环保局")),
    *_bureau("jtj", "交通运输局", "市交通运输局", ("交通局", "市交通局", "交通运输局")),
    *_bureau("rsj", "人力资源和社会保障局", "市人社局", ("人社局", "市人力资源社会保障局")),
    Place("nh", "中共南湖县委办公室", "南湖县", COUNTY, "lzs", ("南湖县委", "南湖县政府"), "南委办", "Z101"),
    Place("nh-dcs", "南湖县督查室", "南湖督查室", SECTION, "nh"),
    Place("nh-qx", "南湖县清溪镇人民政府", "清溪镇", ORGAN, "nh", ("清溪镇政府",), "清政", "Z111"),
    Place("nh-qx-dzb", "清溪镇党政综合办公室", "清溪镇党政办", SECTION, "nh-qx"),
    Place("nh-sq", "南湖县石桥镇人民政府", "石桥镇", ORGAN, "nh", ("石桥镇政府",), "石政", "Z112"),
    Place("nh-sq-slz", "石桥镇水利站", "石桥镇水利站", SECTION, "nh-sq"),
    Place("bs", "中共北山县委办公室", "北山县", COUNTY, "lzs", ("北山县委", "北山县政府"), "北委办", "Z102"),
    Place("bs-dcs", "北山县督查室", "北山督查室", SECTION, "bs"),
]

SUPERVISE, APPROVE, LEAD, HEAD = (
    Duty.SUPERVISE,
    Duty.APPROVE_SUPERVISION,
    Duty.LEAD_ORGAN,
    Duty.LEAD_UNIT,
)
RECEIVE, ARCHIVE, ORG, AUDIT = Duty.RECEIVE, Duty.KEEP_ARCHIVE, Duty.KEEP_ORG, Duty.AUDIT

REVIEW, PAY, BOOK, BUDGET = Duty.REVIEW_CLAIMS, Duty.PAY, Duty.BOOK, Duty.KEEP_BUDGET
STAFF = Duty.SERVE_STAFF
ROUTES, SEAL, SEAL_NAME = Duty.KEEP_ROUTES, Duty.KEEP_SEAL_FINANCE, Duty.KEEP_SEAL_NAME
ASSETS = Duty.KEEP_ASSETS


def _pair(code: str, head: str, head_title: str, clerk: str, logins: tuple[str, str]) -> list[Seat]:
    office = f"{code}-bgs"
    return [
        Seat(logins[0], head, code, head_title, (HEAD, LEAD)),
        Seat(logins[1], clerk, office, "办公室主任", (RECEIVE, HEAD)),
    ]


SEATS: list[Seat] = [
    Seat("chenli", "陈立", "lz", "秘书长", (LEAD,), "领导：看批示件、待阅、回告"),
    Seat("hewei", "何伟", "lz", "办公室主任", (APPROVE, LEAD, ORG), "办公室主任：批立项、批延期"),
    Seat("limin", "李敏", "lz-duc", "督查科科长", (SUPERVISE,), "督查科：导入纪要、交办、销号"),
    Seat("zhaoyun", "赵云舟", "lz-duc", "督查科副科长", (SUPERVISE,), "督查科：审核办结"),
    Seat("qianxiao", "钱晓", "lz-duc", "督查科科员", (SUPERVISE,)),
    Seat("sunqi", "孙琦", "lz-msk", "秘书科科长", (HEAD, ROUTES), "秘书科：画审批路线"),
    Seat("zhoumin", "周敏之", "lz-msk", "秘书科科员", (RECEIVE,)),
    Seat("wufan", "吴凡", "lz-zhk", "综合科科长", (HEAD,), "综合科科长：批本科室的单据"),
    Seat("zhengyi", "郑逸", "lz-zhk", "综合科科员", (), "科员：报销、借款、请示"),
    Seat("fengtao", "冯涛", "lz-dak", "档案科科长", (HEAD, ARCHIVE), "档案科：归档与核验"),
    Seat("shenjing", "沈静", "lz", "审计专员", (AUDIT,), "审计：只看不改"),
    Seat("fangqing", "方晴", "lz-xzk", "行政科科长", (HEAD, REVIEW, SEAL), "财务审核：审单据、登记会议决定"),
    Seat("liuqing", "柳青", "lz-xzk", "出纳", (PAY,), "出纳：批完才能付款"),
    Seat("qinlan", "秦岚", "lz-xzk", "会计", (BOOK,), "会计：记账"),
    Seat("suyang", "苏阳", "lz-xzk", "预算管理岗", (BUDGET,), "预算：指标、争取资金"),
    Seat("dingyi", "丁一舟", "lz-msk", "机要文印岗", (SEAL_NAME, ASSETS), "资产：台账、盘点、处置"),
    *_pair("fgw", "周启明", "主任", "王建平", ("zhouqiming", "wangjianping")),
    Seat("lvsiyuan", "吕思远", "fgw", "副主任", (LEAD,), "市发展改革委副主任：签收督办函"),
    Seat("hanxue", "韩雪松", "fgw-bgs", "科员"),
    *_pair("czj", "许国梁", "局长", "林芝兰", ("xuguoliang", "linzhilan")),
    *_pair("gaj", "高远航", "局长", "马骏驰", ("gaoyuanhang", "majunchi")),
    Seat("tangyu", "唐宇宁", "gaj-zhk", "指挥长", (HEAD,)),
    Seat("liangchen", "梁晨光", "gaj-bgs", "内勤"),
    *_pair("zjj", "罗建业", "局长", "谢雨桐", ("luojianye", "xieyutong")),
    Seat("fanli", "范黎", "zjj-bgs", "科员"),
    *_pair("slj", "江海波", "局长", "潘清源", ("jianghaibo", "panqingyuan")),
    *_pair("jyj", "孔思齐", "局长", "白鹭洲", ("kongsiqi", "bailuzhou")),
    *_pair("wjw", "华文康", "主任", "康佳宁", ("huawenkang", "kangjianing")),
    *_pair("yjj", "雷震东", "局长", "安若素", ("leizhendong", "anruosu")),
    *_pair("hbj", "蓝天宇", "局长", "林青禾", ("lantianyu", "linqinghe")),
    *_pair("jtj", "路长风", "局长", "车行健", ("luchangfeng", "chexingjian")),
    *_pair("rsj", "任贤良", "局长", "贾思源", ("renxianliang", "jiasiyuan")),
    Seat("tianye", "田野", "nh", "县委办公室主任", (HEAD,)),
    Seat("maoli", "毛丽娟", "nh-dcs", "督查室主任", (RECEIVE, SUPERVISE), "南湖县：签收、回告、报办结"),
    Seat("hujian", "胡健", "nh-dcs", "督查室科员"),
    Seat("mengtian", "孟田", "nh-qx", "镇长", (HEAD,)),
    Seat("yexiaoman", "叶小满", "nh-qx-dzb", "党政办干事", (RECEIVE,), "清溪镇：乡镇怎样收、怎样报"),
    Seat("dongshi", "董石生", "nh-sq", "镇长", (HEAD,)),
    Seat("qiaolin", "乔麟", "nh-sq-slz", "水利站站长", (RECEIVE,)),
    Seat("shijing", "石敬山", "bs", "县委办公室主任", (HEAD,)),
    Seat("qiuye", "邱叶", "bs-dcs", "督查室主任", (RECEIVE, SUPERVISE)),
    Seat("ninghe", "宁和", "bs-dcs", "督查室科员"),
    Seat("luyao", "陆遥", "lz-xzk", "人事社保岗", (STAFF,), "职工服务：养老、医疗、公积金办件"),
]

ADMINISTRATORS = (
    ("sysadmin", "系统管理员", "system"),
    ("secadmin", "安全管理员", "security"),
    ("auditadmin", "审计管理员", "audit"),
)
CAST_EXTRA = {
    "wangjianping": "市发展改革委：签收、回告、报办结",
    "zhouqiming": "市发展改革委主任：办结签字",
    "tianye": "南湖县委办公室主任：办结签字，批县里分解任务的延期",
    "mengtian": "清溪镇镇长：办结签字，批镇里任务的延期",
}
