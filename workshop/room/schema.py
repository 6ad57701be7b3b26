"""The tables. Times are whole seconds since 1970 (UTC); nothing tells when a person answered."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _key(table: str, *, primary_key: bool = False, index: bool | None = None) -> Column[int]:
    return Column(
        f"{table}_id",
        BigInteger,
        ForeignKey(f"{table}s.id", ondelete="CASCADE"),
        nullable=False,
        primary_key=primary_key,
        index=index,
    )


version = Table("schema_version", metadata, Column("number", Integer, nullable=False))

# Identifiers are drawn at random: counted ones would tell in which order people came.
rooms = Table(
    "rooms",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("code", String(16), nullable=False, unique=True),
    Column("key_hash", String(64), nullable=False),
    Column("screen_hash", String(64), nullable=False),
    Column("agenda", JSON, nullable=False),
    Column("settings", JSON, nullable=False),
    Column("state", String(8), nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("step", String(40), nullable=False),
    Column("round", Integer, nullable=False),
    Column("began_at", BigInteger, nullable=False),
    Column("ends_at", BigInteger),
    Column("opened_at", BigInteger, nullable=False),
    Column("touched_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("texts_revision", BigInteger, nullable=False),
)

seats = Table(
    "seats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    _key("room", index=True),
    Column("pseudonym", String(60), nullable=False),
    UniqueConstraint("room_id", "pseudonym"),
)

# One for each device of a person.
passes = Table(
    "passes",
    metadata,
    _key("room", primary_key=True),
    Column("token_hash", String(64), primary_key=True),
    Column("word_hash", String(64), nullable=False),
    _key("seat", index=True),
    Index("passes_by_word", "room_id", "word_hash"),
)

rounds = Table(
    "rounds",
    metadata,
    _key("room", primary_key=True),
    Column("step", String(40), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("revision", BigInteger, nullable=False),
    Column("closes_at", BigInteger),
    Column("revealed", Boolean, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("answers_revision", BigInteger, nullable=False),
    Column("tallied_revision", BigInteger, nullable=False),
    Column("counts", JSON, nullable=False),
)

# What each publication of a measure changed: the cell that a seat was in before, by seat.
publications = Table(
    "publications",
    metadata,
    _key("room", primary_key=True),
    Column("step", String(40), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("measure", String(40), primary_key=True),
    Column("revision", BigInteger, primary_key=True),
    Column("moves", JSON, nullable=False),
)

# `body` is empty when its owner has left; `cells` is what the published tallies hold of it.
answers = Table(
    "answers",
    metadata,
    _key("room", primary_key=True),
    Column("step", String(40), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("seat_id", BigInteger, primary_key=True),
    Column("sequence", BigInteger, nullable=False),
    Column("body", Text),
    Column("cells", JSON, nullable=False),
    Column("pending", Boolean, nullable=False),
    Index("answers_pending", "room_id", "step", "round", "pending"),
    Index("answers_by_seat", "seat_id"),
)

texts = Table(
    "texts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    _key("room"),
    Column("step", String(40), nullable=False),
    Column("round", Integer, nullable=False),
    Column("seat_id", BigInteger, nullable=False),
    Column("state", String(8), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("room_id", "step", "round", "seat_id"),
)

visits = Table(
    "visits",
    metadata,
    _key("room", primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("step", String(40), nullable=False),
    Column("round", Integer, nullable=False),
    Column("began_at", BigInteger, nullable=False),
)
