"""An authority that does what the documents ask of it, and the others that it deals with."""
