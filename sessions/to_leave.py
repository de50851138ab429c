"""What leaves a session: of a final report what it held when it was made final, and nothing after that.

What somebody wrote elsewhere without knowing is kept in the session, and its documents name it.
"""

import msgspec

from .seen import SessionView
from .session import Session
from .view import view, view_of
from .written_apart import as_made_final


def view_to_leave(session: Session) -> SessionView:
    """Return what everyone may see, as a document is made of it."""
    seen = view(session)
    state = as_made_final(session.state)
    if state is session.state:
        return seen
    made = view_of(session.id, state, None)
    after = msgspec.structs.replace(made.after, apart=seen.after.apart)
    return msgspec.structs.replace(made, after=after)
