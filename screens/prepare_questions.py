"""What is asked of a line of enquiry: its words, and how it stands."""

from sessions.seen_visit import EnquiryView

from .form_dialog import Asked

_STANDINGS = (
    ("open", "open: still to be answered"),
    ("supported", "supported by what was found"),
    ("not-supported", "not supported by what was found"),
    ("changed", "changed: another question came of it"),
    ("dropped", "dropped: not looked into"),
)


def asked_words(enquiry: EnquiryView | None) -> list[Asked]:
    """Return the fields of a line of enquiry; None: it is a new one."""
    now = enquiry or EnquiryView("", "", "", (), "", "", "", "open", "", "")
    return [
        Asked(
            "question",
            "Question",
            now.question,
            "An open question, such as: How do learners here say what helps them?",
            3,
        ),
        Asked(
            "statements",
            "Statements",
            " ".join(now.statements),
            "Their numbers, such as 1.3 2.1: it is shown beside them while you describe.",
        ),
        Asked(
            "supports",
            "Would support it",
            now.supports,
            "What you would see, hear or read if it is so.",
            2,
        ),
        Asked(
            "refutes",
            "Would refute it",
            now.refutes,
            "What you would see, hear or read if it is not so.",
            2,
        ),
        Asked("look", "Where to look", now.look, "Places, people, documents.", 2),
    ]


def asked_standing(enquiry: EnquiryView) -> list[Asked]:
    """Return the fields that say how a line of enquiry stands, and why."""
    hint = "Left and Right choose how it stands now."
    why = "What answered it. Needed where it is changed or dropped; else it may stay empty."
    return [
        Asked("standing", "How it stands", enquiry.standing, hint, choices=_STANDINGS),
        Asked("reason", "Why", enquiry.reason, why, 3),
    ]
