"""Org 组织: organs, units, posts, people, stand-ins."""
