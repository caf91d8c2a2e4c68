"""The only floor that reads or writes files."""
