"""Where the rules come from, as a refusal names it."""

DC_11 = "政府督查工作条例第十一条"
DC_15 = "政府督查工作条例第十五条"
DC_18 = "政府督查工作条例第十八条"
GW_8 = "党政机关公文处理工作条例第八条"
GW_24 = "党政机关公文处理工作条例第二十四条"
CONVENTION = "本单位督查制度（可在设置中调整）"
