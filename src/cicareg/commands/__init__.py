"""The verbs of the command line: each module without a leading underscore is a command, its `run` the function."""
