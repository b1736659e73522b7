"""资产: what the organ owns, who keeps it, what is counted, moved and disposed of (rule F-12)."""
