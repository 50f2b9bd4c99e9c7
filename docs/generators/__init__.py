"""Pages that the code writes, one module a kind of page; each offers `pages()`."""
