"""The check of a whole register, file by file, so that a later one need only look again at what a change touches."""
