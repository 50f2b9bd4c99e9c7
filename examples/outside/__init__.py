"""What the examples with outside data share: read tables by a mapping, move days of force in the open, count."""
