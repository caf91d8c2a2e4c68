"""The kinds of record: one module each, with the model that says what a record means."""
