"""The forms of inspections, each about one subject."""
