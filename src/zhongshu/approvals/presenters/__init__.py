"""Approvals made ready for their pages."""
