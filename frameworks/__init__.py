"""Frameworks: their model, the reader of packs, the packs."""
