"""Pure arithmetic: assumptions in, tidy frames out. Has never heard of a slider, a word or a page."""
