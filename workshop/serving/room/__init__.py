"""The HTTP face of a live room."""
