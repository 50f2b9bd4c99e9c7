"""An mkdocs hook that adds the generated pages to the site. Nothing is written to disk.

A new kind of page is a module in docs/generators/ with a function `pages()`, named in `GENERATORS`.
"""

from __future__ import annotations

import logging
from pathlib import Path

import jieba
from generators import decisions, diagnostics, facts, functions, policies
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

GENERATORS = (diagnostics, facts, functions, policies)


def on_startup(**_: object) -> None:
    """Keep jieba from reporting how it loads its dictionary."""
    jieba.setLogLevel(logging.WARNING)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what each generator yields."""
    for generator in GENERATORS:
        for page in generator.pages():
            files.append(File.generated(config, page.path, content=page.markdown))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Fill the list of decisions taken."""
    if page.file.src_uri != "decisions/index.md":
        return markdown
    return decisions.with_list(markdown, Path(config.docs_dir, "decisions"))
