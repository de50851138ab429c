"""Sessions: records, rules of the passes, the library, storage and merge."""
