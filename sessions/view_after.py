"""What a view holds of what follows a visit: state, replies, words for the report, an older session.

`view` asks here. Source: section 4 of the design: what comes from an older session shows no stage
before the gate; a finding, and what was answered to it, stands behind the gates of its areas.
"""

from collections.abc import Collection

import msgspec

from .finality import reopened, standing_of
from .seen_after import AfterView, Follows
from .seen_plan import PlanView
from .state import State
from .view_replies import hidden_parts, reply_views, text_views
from .view_then import then_views
from .written_apart import came_in_words


def after_view(
    state: State, viewer: str | None, shown: Collection[str], plan: PlanView
) -> AfterView:
    """Return what follows a visit, as somebody may see it.

    `shown`: the ids of the notes that the viewer may see; `plan`: what they see of findings and plan.
    """
    return AfterView(
        state=standing_of(state),
        apart=came_in_words(state, viewer, shown),
        reopened=reopened(state),
        retention=state.text("retention"),
        archived=state.field("archived") is True,
        follows=_follows(state),
        then=then_views(state),
        replies=reply_views(state, plan),
        texts=text_views(state),
        hidden_texts=hidden_parts(state),
    )


def _follows(state: State) -> Follows:
    try:
        return msgspec.convert(state.field("follows") or {}, Follows)
    except msgspec.ValidationError:
        return Follows()
