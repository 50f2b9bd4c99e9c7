"""Violations, gaps and near misses."""
