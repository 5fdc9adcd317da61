"""The demonstration: two offices with people in every role and invented cases."""
