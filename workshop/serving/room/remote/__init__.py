"""A seat in a room of another server, in the shape of a local one.

The page never waits for the line. Answers are kept while it is down and delivered once; what is new
in the room is asked for in the background and told at once.
"""
