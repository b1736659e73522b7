"""Notices 通知: the inbox, merged, never at night."""
