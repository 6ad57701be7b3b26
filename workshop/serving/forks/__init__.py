"""Kernels that are forked from a warm parent instead of started: light, and there at once."""
