"""What is planted among the ordinary records: violations, gaps, and near misses."""
