"""Rules on documents and what is decided on them."""
