"""The source types in a word each, for narrow places."""

SHORT: dict[str, str] = {
    "observation": "observation",
    "work-scrutiny": "work",
    "learner-voice": "learners",
    "parent-voice": "parents",
    "staff-voice": "staff",
    "leader-voice": "leaders",
    "data": "data",
    "document": "documents",
    "external": "external",
}
"""By the keys of `sessions.records.SOURCES`, in its order."""
