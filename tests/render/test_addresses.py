import pytest

from briefgen.model.settings import Settings
from briefgen.render.brief.metadata import brief_address


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        (Settings(), ""),
        (Settings(directory_urls=False), ""),
        (Settings(site_url="https://a.example/b/"), "https://a.example/b/briefs/kursk/"),
        (
            Settings(site_url="https://a.example/", directory_urls=False),
            "https://a.example/briefs/kursk.html",
        ),
    ],
)
def test_a_brief_is_where_mkdocs_puts_it(settings: Settings, address: str) -> None:
    assert brief_address("kursk", settings) == address
