"""Records made ready to be drawn: words, dates and addresses, so that templates hold no logic."""
