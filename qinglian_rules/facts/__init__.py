"""The typed vocabulary of facts: what hospitals and health authorities record.

Importing this room defines every fact type of ours, so that the vocabulary is whole.
"""

from qinglian_rules.facts import engine as engine
from qinglian_rules.facts import people as people
