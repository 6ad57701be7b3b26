"""What whoever runs a server may ask it: whether it is well, and how busy."""
