"""What a client gets about themselves: Art. 15 and 20 GDPR."""
