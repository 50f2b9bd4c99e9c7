"""An essentially compliant hospital."""
