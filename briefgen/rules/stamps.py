"""Time stamps beside captures."""

from base64 import b64decode

from briefgen.rules.rule import File, Rule, Severity, captured

_TEXT = "One lane stays open.\n"
_MINUTES = File("seeds/minutes.txt", _TEXT)
_STAMPED = captured(
    "minutes2025:\n  file: seeds/minutes.txt\n  sha256: {sha256:seeds/minutes.txt}\n"
    "  captured: 2025-05-02\n  language: en\n  stamp: seeds/minutes.txt.tsr\n"
)
_SETTINGS = "site_name: The Example desk\n"
_TRUSTS = File(
    "mkdocs.yml", f"{_SETTINGS}extra:\n  briefgen:\n    trusted_roots: [seeds/roots/example.pem]\n"
)
# Made by the program `openssl ts` for these pages, of an authority that is none.
_TOKEN = b64decode(
    """
    MIIDvjADAgEAMIIDtQYJKoZIhvcNAQcCoIIDpjCCA6ICAQMxDzANBglghkgBZQMEAgEFADBoBgsqhkiG9w0BCRABBKBZBFcw
    VQIBAQYEKgMEATAxMA0GCWCGSAFlAwQCAQUABCCmti4qqzTb3lXTXu6xVxiO5O+wCRG5bq0HGHLTGeTHawIBAhgPMjAyNjEx
    MzAwNDE3MzdaMAMCAQGgggHRMIIBzTCCAXOgAwIBAgIBAjAKBggqhkjOPQQDAjAzMRUwEwYDVQQKDAxFeGFtcGxlIFRvd24x
    GjAYBgNVBAMMEUV4YW1wbGUgVG93biBSb290MCAXDTI2MTEzMDA0MTczN1oYDzIxMjUwNjI0MDQxNzM3WjA0MRUwEwYDVQQK
    DAxFeGFtcGxlIFRvd24xGzAZBgNVBAMMEkV4YW1wbGUgVG93biBDbG9jazBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBHb
    lnh6eI5lqTHjmGTLbSESBzouAlypM2QRenB9O/Bf954OVcLoceJftPv7PFSuec5wFx93ayLxcEiGxpdMnhWjdTBzMBYGA1Ud
    JQEB/wQMMAoGCCsGAQUFBwMIMA4GA1UdDwEB/wQEAwIHgDAJBgNVHRMEAjAAMB0GA1UdDgQWBBSxNxTAOlF4LrZaO8+4PP7f
    ZdCrYDAfBgNVHSMEGDAWgBTKjnTtuq+5SIyRApl+fImJug7eWzAKBggqhkjOPQQDAgNIADBFAiANwlT3tn+FoGgRXVABtHUe
    02aLMNZh9IXJiB3za+8SbwIhAN9nmU0MTkaMRvDIatJ8RwHH7BxJS9EX3zjmw5zOOSZRMYIBSzCCAUcCAQEwODAzMRUwEwYD
    VQQKDAxFeGFtcGxlIFRvd24xGjAYBgNVBAMMEUV4YW1wbGUgVG93biBSb290AgECMA0GCWCGSAFlAwQCAQUAoIGkMBoGCSqG
    SIb3DQEJAzENBgsqhkiG9w0BCRABBDAcBgkqhkiG9w0BCQUxDxcNMjYxMTMwMDQxNzM3WjAvBgkqhkiG9w0BCQQxIgQg2vYt
    e7S5SHuKhl4dIedEB/KxcKk5eR8SYTHvvXxnW1IwNwYLKoZIhvcNAQkQAi8xKDAmMCQwIgQgbUS3Lh8xOC226aXLsdfghCcR
    pKKXmdl+x5kLmnqdTNkwCgYIKoZIzj0EAwIERjBEAiB5BNV0kRr99YK1e+rwLyyis63NSECHnkjp42e7covIyQIgamEiwumg
    j3oW3nP/7FnogcV3yH/JufMU67NninKMZiI=
    """
)
_ROOT = """\
-----BEGIN CERTIFICATE-----
MIIBzjCCAXOgAwIBAgIUQfkXzySnsIjMyPNwRAmSvlvpEqQwCgYIKoZIzj0EAwIw
MzEVMBMGA1UECgwMRXhhbXBsZSBUb3duMRowGAYDVQQDDBFFeGFtcGxlIFRvd24g
Um9vdDAgFw0yNjExMzAwNDE3MzdaGA8yMTI2MTEwNjA0MTczN1owMzEVMBMGA1UE
CgwMRXhhbXBsZSBUb3duMRowGAYDVQQDDBFFeGFtcGxlIFRvd24gUm9vdDBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABK9IPkQGlgE+APeAYFbUzg0tW1NcYQo0RBFw
Ah7zFqtuEagvB+EQ79lU9JoAlUEYoNDjJyAH9r/eY0jk0MOlX1WjYzBhMB0GA1Ud
DgQWBBTKjnTtuq+5SIyRApl+fImJug7eWzAfBgNVHSMEGDAWgBTKjnTtuq+5SIyR
Apl+fImJug7eWzAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwICBDAKBggq
hkjOPQQDAgNJADBGAiEAlAjzYDD8JpYtvflB/036XPefaX7JuGu10JUjSEBYMYoC
IQDhk+03f2OEmikF3BvJ0A153quU/AIC9hNVbQnlb8QFyA==
-----END CERTIFICATE-----
"""
_STAMP = File("seeds/minutes.txt.tsr", _TOKEN)
_ROOT_FILE = File("seeds/roots/example.pem", _ROOT)

STAMP_REFUSED = Rule(
    code="BG655",
    name="stamp-refused",
    severity=Severity.ERROR,
    summary="a time stamp beside a capture proves nothing about it",
    means="The file under `stamp` is no time stamp of RFC 3161, is the stamp of another file, was altered, was signed by a certificate that is not for time stamps, or by one that was not valid at the time it states. A certificate that has expired *since* is no fault. Or the signature in a packed web archive (`.wacz`) is not one of all that is in it.",
    why="A stamp stands on the page for “this existed before …”. A false one is worse than none: it lends a capture an age that nobody attests.",
    flagged=(File("seeds/minutes.txt", "Two lanes stay open.\n"), _STAMPED, _STAMP, _TRUSTS, _ROOT_FILE),
    fixed=(_MINUTES, _STAMPED, _STAMP, _TRUSTS, _ROOT_FILE),
)

STAMP_UNTRUSTED = Rule(
    code="BG656",
    name="stamp-untrusted",
    severity=Severity.WARNING,
    summary="a time stamp leads to no root that the site trusts, or was not checked",
    means="The certificates of a time stamp lead to none of the roots under `trusted_roots` in the settings; or what checks stamps is not installed (`pip install 'briefgen[stamps]'`). Readers are told so.",
    why="Anybody can make an authority and stamp a file with any time. What a stamp is worth depends on who vouches for it, and only you can say whom you trust.",
    flagged=(_MINUTES, _STAMPED, _STAMP),
    fixed=(_MINUTES, _STAMPED, _STAMP, _TRUSTS, _ROOT_FILE),
)

TRUSTED_ROOT_UNUSABLE = Rule(
    code="BG657",
    name="trusted-root-unusable",
    severity=Severity.ERROR,
    summary="a file of a trusted root is not there, or holds no certificate of one",
    means="A file under `trusted_roots` in the settings is not in `seeds/`, or does not hold one certificate, as PEM or DER, that may vouch for others.",
    why="Every stamp that leads there would count as one that nobody vouches for.",
    flagged=(_TRUSTS,),
    fixed=(_TRUSTS, _ROOT_FILE),
)
