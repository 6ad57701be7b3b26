"""What these tests share: a listener on the wire, and words to speak with."""

import pytest

WORDS = {
    "between": "Between {low} and {high}",
    "yours": "Your number",
    "offered": "One of these, please",
    "count": "{count} of {limit}",
    "cut": "Cut at {limit}",
    "refused": "{count} is more than {room}",
    "table": "Show the numbers",
    "failed": "Could not be loaded",
}


@pytest.fixture
def words():
    return dict(WORDS)


@pytest.fixture
def wire(monkeypatch):
    """Record what a part sends to the page from now on, and speak to it as a page does."""

    class Wire:
        def __init__(self, part):
            self.part, self.sent = part, []
            monkeypatch.setattr(part.comm, "send", self._record)

        def _record(self, data=None, metadata=None, buffers=None):
            self.sent.append((data, buffers))

        def say(self, data, buffers=()):
            self.part._handle_msg({"content": {"data": data}, "buffers": list(buffers)})

        def update(self, **state):
            self.say({"method": "update", "state": state, "buffer_paths": []})

        def ask(self, content):
            self.say({"method": "custom", "content": content})

        @property
        def states(self):
            return [data["state"] for data, _ in self.sent if data["method"] == "update"]

    return Wire
