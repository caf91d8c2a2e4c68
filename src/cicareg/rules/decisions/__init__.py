"""Rules on meetings and their decisions."""
