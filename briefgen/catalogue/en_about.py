"""English: about a site and its people."""

from briefgen.catalogue.about_words import AboutWords

ABOUT = AboutWords(
    title="About this site",
    published_by="Published by {name}.",
    selection="How subjects are chosen",
    people="Who writes here",
    contact="Contact",
    imprint="Imprint",
    errors="If something is wrong",
    errors_to="Please write to {link}. Every error we know of is corrected, with its date.",
    errors_nowhere="There is no address to write to yet.",
    errors_listed="Errors of our own stand under [Errata]({errata}).",
    role="Role",
    interests="Interests to declare",
    no_interests="None are declared.",
    link="More on this person",
    written="Briefs by {name}, the newest first.",
    reviewed="Read before publication",
)
