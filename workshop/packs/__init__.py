"""Words and numbers that a trainer may change: TOML in, one checked `Pack` out."""
