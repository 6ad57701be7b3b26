"""The room for programs: JSON over HTTP, for seats whose kernels run on another machine.

Everything that a seat sends may be sent again: it is stored once, and what was sent before changes
nothing. What a seat is known by stands in a header, never in an address.
"""
