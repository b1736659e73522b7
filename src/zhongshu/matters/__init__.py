"""Matters 事项: the spine that every kind of work shares."""
