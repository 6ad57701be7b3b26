"""Frames in, Altair charts out. One theme; no arithmetic, no words of its own."""
