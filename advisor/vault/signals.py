"""What the vault tells the layers above it."""

from django.dispatch import Signal

# Sent after each part of a rotation, in its transaction: `rewrapped` (how many data keys) and `master` (the new id).
keys_rotated = Signal()
