"""The forms of assets, each about one subject."""
