"""How findings, tables, lists and documents leave the program: one format a file. Pure."""
