"""What differs in meaning between two pictures of the register, and how one becomes the other."""
