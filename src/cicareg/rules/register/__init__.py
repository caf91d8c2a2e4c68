"""Rules on the register itself: names, numbers, departures, coverage of the law."""
