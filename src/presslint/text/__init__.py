"""Floor 0: pure text. Knows nothing of press releases, rules or files."""
