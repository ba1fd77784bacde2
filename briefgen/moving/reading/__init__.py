"""Reading a source: what lies in it, by its shape."""
