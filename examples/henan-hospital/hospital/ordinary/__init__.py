"""What an essentially compliant hospital and its authorities record, domain by domain."""
