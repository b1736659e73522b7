"""Portal 今天: the desk, the boxes, the search page."""
