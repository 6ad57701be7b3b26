"""One file for each word after `workshop`: `add` names its options, `run` does it."""
