"""What is asked of nobody by name is seen, and slogans are not asked about."""

import pytest

from zhongshu.supervision.extraction import asks_for_a_thing

ASKED = """
会议要求，要研究解决老旧小区停车难问题。 要抓紧推进城南污水处理厂二期建设。
会议议定，同步开展地下管网普查。 要把群众反映的供暖问题解决好。
会议原则同意方案，修改后按程序印发。 抓紧与铁路部门沟通，解决跨线桥施工问题。 要做好市民广场改造的前期工作。 必须尽快打通断头路。
会议决定，追加预算用于购置除雪设备。 要结合实际修订值班制度。 立即停止违规发放的补贴。 答复件须由单位主要负责人审核签发。
要建立领导包案台账。 务必把困难群众过冬物资送到户。 请抓紧研究提出土地置换方案。
""".split()
SLOGANS = """
会议要求，要提高认识，切实加强领导。 要高度重视，狠抓落实。 要推动高质量发展。
要强化督促检查，确保取得实效。 会议要求，全面完成全年目标任务。
要牢固树立安全发展理念，坚决防范和遏制重特大事故。 要把思想和行动统一到市委决策部署上来。
要着力优化营商环境。 要以案为鉴，举一反三。
要推动全面从严治党向纵深发展。 要统筹推进各项工作，圆满完成全年任务。 要切实保障和改善民生，办好民生实事。 要健全长效机制。
""".split()
NOTHING = """
会议认为，停车难问题是群众关注的热点。 会议听取了老旧小区改造情况汇报。 会议指出，今年以来各项工作取得明显成效。 会议明确：
专此函达，请予支持为盼。 张三同志主持会议。 企业可以申请补贴。 本办法所称企业是指在本市登记的企业。
""".split()


@pytest.mark.parametrize("sentence", ASKED)
def test_a_thing_is_asked_of_nobody(sentence: str) -> None:
    assert asks_for_a_thing(sentence)


@pytest.mark.parametrize("sentence", SLOGANS + NOTHING)
def test_a_slogan_and_what_only_tells_ask_for_nothing(sentence: str) -> None:
    assert not asks_for_a_thing(sentence)
