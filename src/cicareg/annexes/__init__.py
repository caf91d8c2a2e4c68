"""What is published: a register, a decision and a language in, a document out. Pure."""
