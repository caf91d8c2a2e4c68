"""Where a register keeps its records, relative to its folder."""

ROOT = "registry"
TOP = f"{ROOT}/registry.yaml"
