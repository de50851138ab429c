"""What everybody may see of what was settled about words that may identify somebody."""

from .records_visit import Choice
from .seen_privacy import PrivacyView
from .state import State

ACCEPTED, LABEL = "privacy/accept/", "privacy/label/"
"""How the subjects of these choices begin: behind it the place, and a fingerprint of the words."""


def privacy_view(state: State) -> PrivacyView:
    """Return it. Settled on two laptops: whatever either accepted counts, and the first label."""
    accepted: set[str] = set()
    labels: dict[str, str] = {}
    for identity in state.records.of_kind("choice"):
        about = identity.removeprefix("choice/")
        if not about.startswith((ACCEPTED, LABEL)):
            continue
        for version in state.records.live(identity):
            body = state.records.body(version)
            if not isinstance(body, Choice) or not body.settled:
                continue
            if about.startswith(ACCEPTED):
                accepted.add(f"{about.removeprefix(ACCEPTED)}/{body.settled}")
            else:
                labels.setdefault(about.rsplit("/", 1)[-1], body.settled)
    return PrivacyView(frozenset(accepted), labels)
