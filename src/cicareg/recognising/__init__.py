"""What a published list says: its cells matched with the names of the register, and nothing guessed."""
