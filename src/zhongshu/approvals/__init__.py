"""审批: routes, steps, decisions. Knows posts, not forms."""
