"""Whether an HTML document is whole: every element ended, one title, and nothing from outside."""

from html.parser import HTMLParser

from .verifying import NotWhole

_VOID = frozenset({"br", "img", "meta"})
"""The elements of our documents that have no end."""
_FOREIGN = frozenset({"script", "link", "iframe", "object", "embed", "base", "form"})
"""Elements that would run or fetch something."""


def check_html(text: str) -> str:
    """Return what stands in the main part of a document. Raises NotWhole."""
    if not text.startswith("<!DOCTYPE html>"):
        raise NotWhole("it does not begin as a page does")
    page = _Page()
    page.feed(text)
    page.close()
    if page.open_ones or not text.rstrip().endswith("</html>"):
        raise NotWhole("it ends before the page does")
    if page.titles != {"title": 1, "h1": 1, "main": 1}:
        raise NotWhole("it has not one title and one text")
    return "".join(page.said)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open_ones: list[str] = []
        self.titles = {"title": 0, "h1": 0, "main": 0}
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FOREIGN:
            raise NotWhole(f"there is something in it that does not belong there (<{tag}>)")
        for name, value in attrs:
            self._check(name, value or "")
        if tag == "title" and "svg" in self.open_ones:
            pass
        elif tag in self.titles:
            self.titles[tag] += 1
        self.said.append("\n")
        if tag not in _VOID:
            self.open_ones.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A shape of a drawing: it holds nothing, and ends where it begins."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open_ones or self.open_ones.pop() != tag:
            raise NotWhole(f"an element in it ends where it should not (</{tag}>)")

    def handle_data(self, data: str) -> None:
        if "main" in self.open_ones and "svg" not in self.open_ones:
            self.said.append(data)

    def _check(self, name: str, value: str) -> None:
        outside = name == "href" and not value.startswith("#")
        outside |= name in ("src", "srcset") and not value.startswith("data:image/")
        if outside or name.startswith("on"):
            raise NotWhole("there is something in it that points out of it")
