"""How acts of several officers come together: each is made again on what the others recorded, or refused in words.

Texts are never merged, and nothing is forced. The branch here moves only when the other side has what it names.
"""

from cicareg.sharing.syncing import Shared, operation_of, share

__all__ = ["Shared", "operation_of", "share"]
