"""Where the rules come from, as a refusal names it."""

GZ_34 = "行政事业性国有资产管理条例第三十四条"
