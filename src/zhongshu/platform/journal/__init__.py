"""Journal 留痕: what happened, append-only and chained."""
