"""What became of each entry of a record through the commits: who recorded it, who altered it, who took it out. Pure."""
