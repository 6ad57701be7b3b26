"""From results to words: sentences, tables and descriptions, made of a pack's templates."""
