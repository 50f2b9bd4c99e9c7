"""The invented authority, as ordinary records and what is planted among them."""
