"""Floor 6: from a release and rules to findings, and from findings to a verdict."""
