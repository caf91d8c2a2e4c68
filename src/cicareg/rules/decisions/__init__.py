"""Rules on meetings, their decisions and documents."""
