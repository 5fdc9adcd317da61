"""Official figures and the own figures of an office."""
