"""The yardstick for reading: a loop that only calls PyYAML's CSafeLoader on every file of a register."""

import os
import sys

import yaml

for folder, _, names in os.walk(os.path.join(sys.argv[1], "registry")):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            yaml.load(file, yaml.CSafeLoader)  # the C form of the safe loader
