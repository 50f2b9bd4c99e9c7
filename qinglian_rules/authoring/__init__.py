"""What policy authors work with: cases of rules, and what no case reaches."""
