"""JSON Schemas of the files of a register, for editors and other validators, and pages for officers. Pure."""
