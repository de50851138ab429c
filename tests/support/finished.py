"""Every document of every invented session, once for a whole run of tests."""

import tempfile
from functools import cache, cached_property
from pathlib import Path

from house import a_quiet_clock, library_in

from exports.documents import DOCUMENTS
from exports.facts import source_of
from exports.formats import FORMATS, name_of
from frameworks.model import Framework
from frameworks.text import clean_line
from sessions.demo import build_demos
from sessions.seen import SessionView
from sessions.view import view


class Made:
    """A document, in its three forms, each made when it is asked for."""

    def __init__(self, name: str, seen: SessionView, framework: Framework) -> None:
        self.name = name
        self.seen = seen
        """What everyone may see of the session it is of."""
        self._framework = framework

    def _written(self, ending: str) -> str | bytes:
        form = FORMATS[name_of(self.name, ending)]
        return form.write(self.seen, self._framework, a_quiet_clock())

    @cached_property
    def title(self) -> str:
        """What the document is called."""
        source = source_of(self.seen, self._framework, a_quiet_clock())
        return clean_line(DOCUMENTS[self.name].title(source))

    @cached_property
    def markdown(self) -> str:
        """The document as Markdown."""
        text = self._written("md")
        assert isinstance(text, str)
        return text

    @cached_property
    def html(self) -> str:
        """The document as HTML."""
        text = self._written("html")
        assert isinstance(text, str)
        return text

    @cached_property
    def word(self) -> bytes:
        """The document for Word."""
        data = self._written("docx")
        assert isinstance(data, bytes)
        return data


@cache
def made() -> tuple[Made, ...]:
    """Return every document of each demo."""
    with tempfile.TemporaryDirectory() as folder:
        library = library_in(Path(folder))
        build_demos(library)
        found = []
        for row in sorted(library.rows(), key=lambda row: row.name):
            with library.open(row.id) as session:
                seen, framework = view(session), session.framework
            found += [Made(name, seen, framework) for name in DOCUMENTS]
        return tuple(found)


def report() -> Made:
    """Return the longest of the full reports."""
    return max((one for one in made() if one.name == "report"), key=lambda one: len(one.markdown))
