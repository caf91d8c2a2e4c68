"""What was on record stays on record: two states of a register compared. Pure."""
