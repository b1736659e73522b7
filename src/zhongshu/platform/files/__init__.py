"""Files 文件: stored by what they are, refused when they must not be here."""
