"""What can go wrong with keys and with what is sealed under them."""

from __future__ import annotations


class VaultFault(Exception):
    """Something sealed cannot be opened; the message names keys and places, never what was sealed."""


class Tampered(VaultFault):
    """Sealed bytes are not what was sealed under this key for this place: changed, cut, moved or swapped."""


class KeyMissing(VaultFault):
    """No master key with the wanted id is configured."""
