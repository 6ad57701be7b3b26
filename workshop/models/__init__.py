"""Pure arithmetic: assumptions in, tidy frames out. Has never heard of a slider or a word."""
