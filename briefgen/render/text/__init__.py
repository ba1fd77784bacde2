"""The text of a brief in the site's dialect."""
