"""Workdays 工作日: the official calendar, by notice."""
