"""What the law and good order demand of the register: one rule a file, found by `collect`."""
