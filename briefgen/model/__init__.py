"""The nouns of briefgen, as frozen values.

**work** something cited, one entry of the bibliography · **capture** our stored copy of a work ·
**quotation** words taken from a capture, letter for letter · **locator** where in the work ·
**citation** a place in a brief that points at works · **reference** the printed entry · **footnote**
how a citation is shown · **box** a fenced part of a brief: context, correction, claim … ·
**correction** a passage of a work that is wrong, and what is right · **claim** any other finding on a
passage · **erratum** a dated change to a published brief of ours · **brief** one annotated source
file, parsed.
"""
