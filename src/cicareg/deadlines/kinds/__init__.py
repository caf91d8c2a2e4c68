"""The kinds of duty, one a file."""
