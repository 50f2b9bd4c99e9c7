"""What rules mean: one meaning, several back ends. The reference is the specification, the others are fast."""
