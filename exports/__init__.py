"""Exports: a report model built from a session; one module a format."""
