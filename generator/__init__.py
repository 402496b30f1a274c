"""平安站: one tree of YAML becomes a county's safety education site."""
