"""The environment in which MkDocs builds a site."""

from datetime import UTC, datetime


def builders_environment(newest: str) -> dict[str, str]:
    """What would make one site differ from the next, set."""
    day = datetime.fromisoformat(newest or "1970-01-01").replace(tzinfo=UTC)
    return {
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(max(0, int(day.timestamp()))),
        "TZ": "UTC",
    }
