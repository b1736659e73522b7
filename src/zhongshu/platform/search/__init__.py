"""Search 检索: exact Chinese substrings, newest first."""
