"""Accounts 账号: who may enter, and how that is proved."""
