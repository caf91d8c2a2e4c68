"""Give the script that lets a shell complete."""

from typing import Annotated

import typer

from cicareg.commands import _offers
from cicareg.commands._desk import choice, put
from cicareg.errors import Exit

GROUP = "Set up", 42


def run(
    shell: Annotated[
        str, typer.Argument(metavar="SHELL", help="One of bash, fish, zsh.", autocompletion=_offers.shells)
    ],
) -> Exit:
    """Let your shell complete commands, options and what is on record.

    It prints a script for the shell. Evaluated where the shell starts, the TAB key offers states, areas,
    meetings, documents, rules, languages and formats of the register at hand.

    \b
    Examples:
      cicareg completion bash
      eval "$(cicareg completion bash)"        # in ~/.bashrc
      eval "$(cicareg completion zsh)"         # in ~/.zshrc, after compinit
      cicareg completion fish | source         # in ~/.config/fish/config.fish
    """
    from cicareg.storage.sources import completion_script, shells

    put(completion_script(choice(shell, tuple(shells()), "completion for")))
    return Exit.OK
