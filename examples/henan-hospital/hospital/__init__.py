"""An invented hospital of Henan and the authorities above it: what is in order, and what is planted in it."""
