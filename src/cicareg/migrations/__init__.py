"""How a register of an older format becomes one of today: one step a file, found by `collect`. Pure."""
