"""What falls due: a register gives duties, each with its days and paragraph; a duty and a day give its state."""
