"""Every address × every person × every case: who gets where."""
