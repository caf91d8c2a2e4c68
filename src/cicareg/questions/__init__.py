"""Questions about a register that more than one caller asks. Pure: a register in, an answer out."""
