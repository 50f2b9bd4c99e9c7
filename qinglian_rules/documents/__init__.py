"""Policy documents: metadata, topics, quotations, the source check, the ledger, loading."""

from qinglian_rules.documents.checks import Checks
from qinglian_rules.documents.folders import (
    LoadedPolicies,
    bundled_ids,
    load_bundled,
    load_folder,
    policies_root,
)
from qinglian_rules.documents.ledger import BlockCoverage, DocumentCoverage, coverage, to_json
from qinglian_rules.documents.loading import Loaded, load_document
from qinglian_rules.documents.quotations import Passage, Quoter
from qinglian_rules.documents.tables import Table
from qinglian_rules.documents.topics import Topics, read_topics

__all__ = [
    "BlockCoverage",
    "Checks",
    "DocumentCoverage",
    "Loaded",
    "LoadedPolicies",
    "Passage",
    "Quoter",
    "Table",
    "Topics",
    "bundled_ids",
    "coverage",
    "load_bundled",
    "load_document",
    "load_folder",
    "policies_root",
    "read_topics",
    "to_json",
]
