"""Pages of the look itself."""
