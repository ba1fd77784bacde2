"""Pages of the site's own Markdown that cite works."""
