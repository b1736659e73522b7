"""Archive 归档: what is closed is kept, and can be checked offline."""
