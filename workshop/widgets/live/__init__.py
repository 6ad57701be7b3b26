"""Widgets that follow a live room. They are handed the room; nothing here knows where it is."""
