"""What the law makes fall due: a register gives duties, each with its day and paragraph."""
