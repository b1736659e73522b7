"""Template libraries of the look."""
