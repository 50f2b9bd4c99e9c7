"""Rules on durable-rules, an event engine in C: facts asserted and retracted one by one, for sessions that live long.

- `support.py`: which rules it carries. `reasons.py`: why it does not carry the others.
- `encoding.py`, `messages.py`: facts as flat messages of texts in fixed forms.
- `antecedents.py`, `operands.py`, `leaves.py`, `planning.py`, `rulesets.py`: a rule's conditions as antecedents.
- `network.py`: the engine. `routes.py`, `partitions.py`, `matches.py`: what it holds of each body and reported of it.
- `evaluating.py`, `judging.py`: verdicts, by the reference's own logic and tables.

What it means and what it leaves to the reference: docs/decisions/durable.md.
"""

from qinglian_rules.backends.durable.judging import Durable, judge_all
from qinglian_rules.backends.durable.support import refused, supported

__all__ = ["Durable", "judge_all", "refused", "supported"]
