"""Violations, gaps and near misses, domain by domain."""
