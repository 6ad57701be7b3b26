"""A live session: rooms, seats, agendas and tallies over one database. Knows no exercise.

`store` keeps rows, `rooms` opens and finds rooms, `room` is one of them, `seat` a person's place in
it, `tally` the one door through which answers leave. `agenda` is data and needs no database.
"""
