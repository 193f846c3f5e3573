"""Floor 8: the command line. Reads arguments, clock and environment; decides nothing about releases."""
