"""Where links lead: read in one way, for the pages that are written and for the check of all links."""
