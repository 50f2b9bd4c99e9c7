"""An mkdocs hook that adds the generated pages to the site. Nothing is written to disk.

A new kind of page is a module in docs/generators/ with a function `pages()`, named in `GENERATORS`.
"""

from __future__ import annotations

import logging

import jieba
from generators import diagnostics, facts, functions
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

GENERATORS = (diagnostics, facts, functions)


def on_startup(**_: object) -> None:
    """Keep jieba from reporting how it loads its dictionary."""
    jieba.setLogLevel(logging.WARNING)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what each generator yields."""
    for generator in GENERATORS:
        for page in generator.pages():
            files.append(File.generated(config, page.path, content=page.markdown))
    return files
