"""Numbers 编号: no gaps, no twins."""
