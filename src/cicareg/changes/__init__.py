"""What an officer may do: a register and a request give a change, and nothing is written here."""
