"""Rules on events: who organises them, and in which plan they stand."""
