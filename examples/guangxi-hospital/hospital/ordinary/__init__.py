"""What an essentially compliant hospital writes down, domain by domain."""
