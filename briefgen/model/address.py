"""Addresses of works: a name for files, links and footnotes made from a citation key."""


def work_address(key: str) -> str:
    """The address of a work, a different one for every key.

    Letters, digits, ``-`` and ``_`` stay; every other character becomes ``.`` and two hexadecimal digits
    for each byte of its UTF-8: ``doi:10.1/x`` is ``doi.3A10.2E1.2Fx``. ``index`` would be the list of works
    itself, so its first letter is written that way, too.
    """
    if key.lower() in ("index", "readme"):
        return f".{ord(key[0]):02X}{key[1:]}"
    return "".join(
        char if char.isalnum() or char in "-_" else "".join(f".{byte:02X}" for byte in char.encode())
        for char in key
    )
