"""Proof of time: tokens of RFC 3161, asked for and checked. Cryptography stops here."""
