"""What the invented examples share: the book they are written into, days, papers on record, the script itself."""
