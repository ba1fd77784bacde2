"""What other programs follow: feeds of briefs and of errata, a list for crawlers, briefs as plain text."""
