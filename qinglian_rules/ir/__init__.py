"""The typed tree of conditions, rules and documents: what the checker makes and every back end consumes."""
