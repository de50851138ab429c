"""Other people's programs, as those who get a document have them: a browser, a word processor.

A test that needs one that is not installed says so and is passed over.
"""

import importlib.util
import re
import shutil
import subprocess
from pathlib import Path

import pytest


def program(*names: str) -> str:
    """Return the whole path of the first of these that is installed; without one, pass over the test."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is not installed, so nothing can be shown in it")


def browse(page: Path, profile: Path, *options: str) -> str:
    """Open a page in Chromium without a window; return what it prints."""
    chromium = program("chromium", "chromium-browser", "google-chrome")
    given = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
        "--disable-background-networking --disable-component-update --disable-sync"
    )
    call = [chromium, *given.split(), f"--user-data-dir={profile}", *options, page.as_uri()]
    return subprocess.run(call, capture_output=True, text=True, timeout=90, check=True).stdout


def dumped(page: Path, profile: Path) -> str:
    """Return a page as it is once its scripts have run."""
    return browse(page, profile, "--virtual-time-budget=20000", "--dump-dom")


def printed(page: Path, folder: Path) -> list[str]:
    """Print a page to PDF; return the text of each sheet."""
    target = folder / "printed.pdf"
    browse(page, folder / "profile", "--no-pdf-header-footer", f"--print-to-pdf={target}")
    return pdf_pages(target)


def converted(document: Path, ending: str, folder: Path) -> Path:
    """Let LibreOffice open a document and write it in another format; return that file."""
    office = program("soffice", "libreoffice")
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    call = [office, profile, "--headless", "--convert-to", ending, "--outdir", str(folder)]
    subprocess.run([*call, str(document)], capture_output=True, timeout=90, check=True)
    return folder / f"{document.stem}.{ending}"


def pdf_pages(pdf: Path) -> list[str]:
    """Return the text of each page of a PDF, each run of white space in it as one space."""
    reader = program("pdftotext")
    call = [reader, "-layout", str(pdf), "-"]
    text = subprocess.run(call, capture_output=True, text=True, timeout=60, check=True).stdout
    return [re.sub(r"\s+", " ", page) for page in text.split("\f")[:-1]]


def axe() -> str:
    """Return the accessibility checker that runs inside a page."""
    found = importlib.util.find_spec("axe_core_python")
    if found is None or found.origin is None:
        pytest.skip("axe-core-python is not installed, so there is nothing to check pages with")
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")
