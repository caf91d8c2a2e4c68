"""The verbs of the command line: each module without a leading underscore is a command, its `run` the function.

Its `GROUP` names the group of the help in which it stands, with its place: the tens are the group's.
"""
