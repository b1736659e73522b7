"""Where the rules come from, as a refusal names it."""

GZ_34 = "行政事业性国有资产管理条例第三十四条"
GZ_35 = "行政事业性国有资产管理条例第三十五条"
KJ_27 = "会计法（2017年文本）第二十七条"
