"""The one strict reading of YAML 1.2 that the whole program uses."""

from cicareg.yaml_text.compose import Composed, compose
from cicareg.yaml_text.door import decode
from cicareg.yaml_text.fault import Fault, FaultError
from cicareg.yaml_text.places import Branch, Step, child, spot, spot_of_line
from cicareg.yaml_text.plain import plain
from cicareg.yaml_text.shown import shown

__all__ = [
    "Branch",
    "Composed",
    "Fault",
    "FaultError",
    "Step",
    "child",
    "compose",
    "decode",
    "plain",
    "shown",
    "spot",
    "spot_of_line",
]
