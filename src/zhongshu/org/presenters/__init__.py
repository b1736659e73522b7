"""Units, people and charges made ready to be drawn."""
