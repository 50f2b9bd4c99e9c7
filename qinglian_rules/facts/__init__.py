"""The typed vocabulary of facts: what hospitals and health authorities record."""
