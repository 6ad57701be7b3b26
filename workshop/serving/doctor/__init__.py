"""Looks at a computer as a session would use it. One check, one finding, one thing to do."""
