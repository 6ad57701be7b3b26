"""Reading a post: text in, evidence out. Deterministic, offline, and able to say why."""
