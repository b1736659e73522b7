"""Serving: what must be true before the doors open, and the processes kept alive behind them."""
