"""Rules on tenures: who holds a post, for how long, by what decision."""
