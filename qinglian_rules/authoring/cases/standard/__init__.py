"""Standard cases of rules that ask for a record or a finding: what every such rule must find and leave alone."""
