"""cicareg: a register of offices and decisions, kept as YAML in git."""

__version__ = "0.1.0"
