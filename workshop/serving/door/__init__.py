"""A door that holds: as many people as the machine has room for, and a line for all others."""
