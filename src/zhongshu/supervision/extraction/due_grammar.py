"""The shapes of deadlines: one pattern per shape, each bounded so that no text makes it slow.

Groups: y year, ry year in words (今年), m month, d day, t time of day, p part (底, 中旬), q quarter, w weekday, n number, u unit.
"""

from __future__ import annotations

import re

NUM = r"(?:\d{1,4}|[一二三四五六七八九十两半]{1,3})"
DAY_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR = r"(?:(?P<y>\d{4}|[〇零○一二三四五六七八九]{4})年(?:度)?|(?P<ry>今年|本年度|本年|明年|当年|次年|翌年|后年))"
TIME = (
    r"(?P<t>(?:上午|下午|中午|早上|早|晚上|晚)?(?:\d{1,2}(?:：\d{2}|[时点](?:半|\d{1,2}分|整)?)|零[点时]|凌晨|下班(?=[之以]?前)|(?<=[上下中]午))"
    r"|上午|下午|中午)?"
)
BEFORE = r"(?:以前|之前|前|以内|之内|内|为止|止)"
TO = r"(?:[自从]?即日起(?:至|到|—{1,2}|-{1,2}|~)|截至到|截止到|截至|截止|到|至)?"

# The letters that a date may open with are looked at first, so that the rest of a text costs little.
_LED = "自从即截到至今本明当次翌后"
OPENS = rf"(?=[{_LED}\d〇零○一二三四五六七八九十])"

_NUMBERED_FEASTS = "五一|十一|七一|八一|六一"
FEAST = (
    rf"(?:“(?:{_NUMBERED_FEASTS})”|(?<![一二三四五六七八九十周])(?:{_NUMBERED_FEASTS}))(?:国际)?(?:劳动|儿童|建军|建党|国庆)?节?"
    r"|(?:元旦|春节|元宵|清明|劳动|端午|中秋|国庆|重阳|建党|建军|教师|儿童)节?"
)

ABSOLUTE: dict[str, re.Pattern[str]] = {
    "period": re.compile(
        rf"{OPENS}[自从]?{YEAR}?(?P<m1>{DAY_NUM})月(?:份|{DAY_NUM}日|上旬|中旬|下旬|初|底)?起?(?:至|到|—{{1,2}}|-{{1,2}}|–|~|～)"
        rf"(?:(?P<y2>\d{{4}})年)?(?:(?P<m>{DAY_NUM})月(?:份|(?P<d>{DAY_NUM})[日号]|(?P<p>上旬|中旬|下旬|初|底|末))?|(?P<d2>{DAY_NUM})[日号])"
        rf"(?:{BEFORE})?"
    ),
    "months": re.compile(
        rf"{OPENS}{YEAR}?(?P<m1>\d{{1,2}})(?:至|—{{1,2}}|-{{1,2}}|–|~|～)(?P<m>\d{{1,2}})月份?(?P<p>底|末)?(?:{BEFORE})?"
    ),
    "day": re.compile(
        rf"{OPENS}{TO}(?:{YEAR})?(?P<m>{DAY_NUM})月(?P<d>{DAY_NUM})(?:[日号]|(?=[之以]?前))(?:（[^（）]{{1,5}}）|(?:周|星期)[一二三四五六日天])?{TIME}(?P<b>{BEFORE})?"
    ),
    "figures": re.compile(
        rf"{OPENS}{TO}(?<![\d.])(?P<y>\d{{4}})(?P<by>[-./])(?P<m>\d{{1,2}})(?P=by)(?P<d>\d{{1,2}})(?!\d)[日号]?[ ]?{TIME}(?P<b>{BEFORE})?"
    ),
    "month": re.compile(
        rf"{OPENS}{TO}(?:{YEAR})?(?P<m>{DAY_NUM})月(?P<whole>份)?(?P<p>底|末|上中旬|中下旬|上旬|中旬|下旬|初|中)?(?P<b>{BEFORE})?"
    ),
    "quarter": re.compile(
        rf"(?=[{_LED}\d〇零○一二三四五六七八九第上下]){TO}(?:{YEAR})?(?:第?(?<!下)(?P<q>[一二三四1-4])季度|(?P<h>上半年|下半年))(?P<p>末|底|结束)?(?P<b>{BEFORE})?"
    ),
    "year": re.compile(
        r"(?P<to>截至|截止|力争到|到|至)?(?P<y>\d{4})年(?P<p>年底|年末|年内|度[末内]|底|末|终|内)?(?P<b>以前|之前|前)?(?!度|[0-9一二三四五六七八九十])"
    ),
    "year_end": re.compile(
        rf"(?=[{_LED}年岁底末内]){TO}(?:(?P<ry>今年|本年度|本年|明年|当年|次年|翌年|后年))?(?P<p>年底|年末|岁末(?!年初)|年终|年内|年度内|底|末|内)(?P<b>以前|之前|前)?(?!绩效|考核|总结|奖|评|目标|决算)"
    ),
    "plan": re.compile(
        r"(?:到)?[“\"]?(?P<plan>九五|十一五|十二五|十三五|十四五|十五五|十六五|十五)[”\"]?(?:规划)?(?:期间|时期|末期?|期末|收官)"
    ),
    "this_month": re.compile(
        rf"(?=[{_LED}下这]){TO}(?P<mm>本月|当月|下个?月|次月|这个月)(?:(?P<d>{DAY_NUM})[日号]|(?P<p>底|末|初|中旬|上旬|下旬|内))?(?P<b>{BEFORE})?"
    ),
    "month_end": re.compile(
        r"(?:截至|到|至)?(?<!\d)(?<![一二三四五六七八九十个半本下当次每])(?P<p>月底|月末|月内)(?P<b>以前|之前|前)?"
    ),
    "quarter_end": re.compile(
        r"(?:到|至)?(?<![一二三四1-4每春夏秋冬雨旱换旺淡花赛当应本下])(?P<qq>本季度?|下一?个?季度?|季度?)(?P<p>末|底|内)(?P<b>以前|之前|前)?"
    ),
    "week": re.compile(
        rf"(?:到|至)?(?<!每周)(?<!每)(?P<ww>本|这|下下|下个?|)(?:周|星期|礼拜)(?:(?P<w>[一二三四五六日天])|(?P<p>末|内|之内))(?:（\d{{1,2}}月\d{{1,2}}日）)?{TIME}(?P<b>{BEFORE})?"
    ),
    "bare_day": re.compile(
        rf"(?<![\d月每年第.一二三四五六七八九])(?P<d>\d{{1,2}}|[二三]?十[一二三四五六七八九]?)[日号]{TIME}(?P<b>之前|以前|前)"
    ),
    "slash_day": re.compile(r"(?<![\d/.])(?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?P<b>前|之前|以前)"),
    "hour": re.compile(
        r"(?<![\d日号天晚午早每今明当后周一二三四五六])(?P<t>(?:上午|下午|中午|晚上|晚)?\d{1,2}[时点](?:\d{1,2}分|半)?)(?P<b>前|之前|以前)"
    ),
    "dated_eve": re.compile(rf"[一-鿿]{{2,6}}?前（(?:{YEAR})?(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})[日号]）"),
    "soon": re.compile(
        rf"(?P<s>今明两[天日]|今日|今天|今晚|今早|今夜|明晨|当日|当天|当晚|明日|明天|明早|明晚|后天){TIME}(?:(?P<b>之前|以前|前|之内|内)|(?=全部|务必|必须|完成|报送|上报|提交|到岗|到位|拿出|启动|劝导|组织|开展|就|去|把))"
    ),
    "feast": re.compile(
        rf"(?P<f>{FEAST})(?:[、和及]?(?P<f2>{FEAST}))?(?:两节|双节)?(?:小长假|假期|长假|黄金周|节日|期间|放假)?(?:来临|到来)?(?:之前|以前|前夕|前)"
    ),
    "season": re.compile(
        r"(?:\d{4}年)?(?P<season>主汛期|汛期|入汛|入夏|入冬|雨季|供暖季?|采暖季|供热|冬季|开学|放假|暑假|寒假|假期|暑期|下一?次(?:会议|例会)|两会|高考|中考|春耕|春播|秋收|秋播|麦收|三夏|双抢|(?<![季环细情关章调礼小程])节)(?:来临|到来|召开|开始)?(?:之前|前)"
    ),
    "term": re.compile(
        r"(?:新学期)?开学(?P<begin>第[一二]周|首[日周]|第一天|第一个工作日|当[天日])|(?<!每)(?<!每个)(?:本|春季|秋季)?学[期年](?P<close>末|结束|内)(?:之前|前)?|(?P<off>(?<!利用)(?:暑假|寒假|假期|暑期)(?:之?内))"
        r"|(?:(?<=[于在])第(?:\d{1,2}|[一二三四五六七八九十]{1,2})周|第(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:教学)?周(?:末|内|之?前|结束前))"
    ),
}

# The letters without which a shape cannot stand: one of each group.
SIGNS: dict[str, tuple[str, ...]] = {
    "period": ("月", "至到—-–~～"), "months": ("月", "至到—-–~～"), "day": ("月", "日号前"), "figures": ("-./", "0123456789"), "month": ("月",),
    "quarter": ("季半",), "year": ("年", "0123456789"), "year_end": ("年岁",), "plan": ("五",),
    "this_month": ("月", "本当下次这"), "month_end": ("月", "底末内"), "quarter_end": ("季", "末底内"),
    "week": ("周星礼",), "bare_day": ("日号", "前"), "slash_day": ("/.", "前"), "hour": ("时点", "前"),
    "dated_eve": ("月", "前", "（"), "soon": ("今当明后",), "feast": ("元春清五劳端中国十七八六重建教儿", "前"),
    "season": ("汛入雨供采冬开放暑寒假下两高中春秋麦三双节", "前"), "term": ("学周假暑", "开第末结内"),
    "yearly": ("每",), "monthly": ("月", "每按逐"), "daily": ("每", "日天"), "bimonthly": ("每", "单双"),
    "next_monthly": ("次下", "月"), "quarterly": ("每", "季"), "termly": ("每", "学"), "weekly": ("每", "周星"),
    "period_end": ("后", "内"), "halfyearly": ("半",), "relative": ("内时",), "before_event": ("前",),
    "day_of_event": ("收接签受", "当次第"), "event_eve": ("前", "在于"), "before_meeting": ("会", "前"),
}  # fmt: skip

RECURRING: dict[str, re.Pattern[str]] = {
    "yearly": re.compile(
        rf"每(?:一)?年度?(?:的)?(?:(?:{DAY_NUM}月(?:份|底|末|{DAY_NUM}日)?[、和及与])?(?P<m>{DAY_NUM})月(?:份)?(?:(?P<d>{DAY_NUM})[日号]|(?P<p>底|末|上旬|中旬|下旬|初))?|(?P<e>年?[底末]|年终|年?初|年?中(?![央国期心小西秋级]))|第?(?P<q>[一二三四])季度末?|(?P<h>上半年|下半年))(?P<b>{BEFORE})?"
    ),
    "monthly": re.compile(
        rf"(?:每个?月|按月于?|逐月)(?:的)?(?:(?P<d>{DAY_NUM})[日号]|(?P<p>月?底|月?末|初|上旬|中旬|下旬|最后一(?:个工作)?[日天]|最后一周))(?:{TIME})(?P<b>{BEFORE})?"
    ),
    "daily": re.compile(
        rf"每(?:日|天|个工作日)(?:的)?(?P<t>(?:上午|下午|晚)?\d{{1,2}}(?:：\d{{2}}|时|点)|下班)(?P<b>{BEFORE})?"
    ),
    "bimonthly": re.compile(rf"每(?:逢)?(?P<odd>单|双)月(?:的)?(?P<d>{DAY_NUM})[日号](?P<b>{BEFORE})?"),
    "next_monthly": re.compile(rf"(?:次月|下月)(?P<d>{DAY_NUM})[日号](?P<b>之前|以前|前)"),
    "quarterly": re.compile(
        rf"每个?季度?(?:的)?(?:(?:(?P<k>首|末|第[一二三1-3]个|最后一?个?)个?月)(?:的)?(?:(?P<d>{DAY_NUM})[日号]|(?P<p>底|末|上旬|中旬|下旬))?|(?P<e>末|底)(?:月?(?P<d3>{DAY_NUM})[日号])?)(?P<b>{BEFORE})?"
    ),
    "termly": re.compile(r"每(?:个)?学[期年](?P<e>[初末]|结束)(?P<b>之前|以前|前)?"),
    "weekly": re.compile(rf"每逢?(?:周|星期)(?:周|星期)?(?P<w>[一二三四五六日天末]){TIME}(?P<b>{BEFORE})?"),
    "period_end": re.compile(
        rf"(?:每个?(?P<pp>半年|年度?|季度?|月度?)(?:终了?|结束|末)?|(?<![\d半个上下本该一二三四五六七八九十两年暖热汛赛旺淡雨旱换冬夏春秋])(?P<each>季|月|年(?=度))(?:度?(?:终了|结束|末)|(?=后)))后"
        rf"(?P<n>{NUM})个?(?P<u>工作日|日|天)(?:之|以)?内"
    ),
    "halfyearly": re.compile(rf"每半年(?:末|底|结束)?(?:前|后{NUM}个?(?:工作)?日内)"),
}

# A period counted from an event, or from nothing named: 收到批示后5个工作日内, 会后7日内, 30个工作日内.
RELATIVE = re.compile(
    rf"(?P<link>之日起|之日后|当日起|之后|以后|后的?|起)?(?<![上下第月明\d])(?P<n>{NUM})(?P<half>个半)?个?(?P<u>工作日|自然日|日|天|周|星期|礼拜|月|年|季度|小时)(?P<odd>半)?"
    r"(?P<b>以内|之内|内|的?时间(?=，|完成|集中|对|将|把|开展|报))"
)
BEFORE_EVENT = re.compile(
    rf"(?:提前|会议召开|开会|会议?|到期|届满|召开|举办|举行|开始|实施|施工|活动|开[赛幕标考庭学]|答辩|比赛|演出|考试|培训|评审|验收|投产|通车|上会|放假|停[水电气]|检修|演练|换届|签约|上线|到岗)(?:之?前|的?前)?(?P<n>{NUM})个?(?P<u>工作日|日|天|周|小时|分钟)(?P<b>前|以前|之前|以内|内)?"
)
# A date set by an event with no number of days: 在项目验收前，; 于每年结算前.
EVENT_EVE = re.compile(
    r"(?:^|(?<=[，。；：、\n应须要]))(?:[在于]|应在|须在|要在)(?P<e>[^，。；：\n]{2,20}?)(?:之前|前)(?=，|完成|报|送|上报|将|把|向)"
)
# Before a meeting, with no number of days.
BEFORE_MEETING = re.compile(r"(?:在|于)(?P<e>会)前(?=[^一二两三四五六七八九十半\d，。；])")
# The day of an event or the one after: 收到工单的当日, 接到通知的次日.
DAY_OF_EVENT = re.compile(
    r"(?:收到|接到|签收|受理)(?:(?!收到|接到)[^，。；]){0,20}?的?(?P<day>当日|当天|次日|第二天)(?:内|前)?(?!起)"
)
VAGUE: tuple[tuple[str, str], ...] = (
    (r"立即|立刻|马上|即刻|第一时间|当即|随到随办|即知即改|立行立改", "immediate"),
    (r"尽快|从速|尽早|近期|早日|限期(?=内)", "asap"),
    (
        r"长期坚持|长期推进|长期实施|长期落实|持续推进|持续实施|常年坚持|常态化推进|长期有效|持续坚持|全年推进|常抓不懈",
        "ongoing",
    ),
)
VAGUE_PATTERNS = tuple((re.compile(p), code) for p, code in VAGUE)
# Said of a number that somebody is to reach: 全年举办60场. Alone in a table cell it is a time as well.
ALL_YEAR = re.compile(r"全年(?=[^，。；：]{2,16}\d)|(?<![^\s])全年(?!\S)")
# A whole table cell that gives a time: 长期, 持续, 全年.
CELL_VAGUE = re.compile(
    r"(?:长期|持续|常年|经常性?|常态化?|长期坚持|持续推进|长期工作|贯穿全年)(?:推进|坚持|实施|开展|进行)?"
)
