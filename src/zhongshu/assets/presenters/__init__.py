"""Records of assets made ready to be drawn."""
