"""Where a transformation takes the words of an element: out of sight, or out of all size."""

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefgen.intake.readers.css_values import amount

_Matrix = tuple[tuple[float, ...], ...]
_AS_IT_IS: _Matrix = tuple(tuple(float(row == column) for column in range(4)) for row in range(4))
_AS_BEFORE = frozenset({"", "none", "inherit", "initial", "unset", "revert", "revert-layer"})
_MOST, _LONGEST = 20, 1_000
_FUNCTION = re.compile(r"\s*([a-z0-9]+)\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_PART = re.compile(r"(?:[^(),]++|\([^()]*+\))+")
_TURNS = {"deg": 360.0, "grad": 400.0, "rad": 2 * math.pi, "turn": 1.0}
_ANGLE = re.compile(r"([+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:e[+-]?\d++)?)(deg|grad|rad|turn)?")
_AXES = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}
_LEAST = 0.005
"""So much of its size in one direction nobody reads."""
_NO_BODY = 1e-9
_FAR_LEFT, _FAR_UP = -900.0, -5_000.0
"""So many pixels off the page nobody scrolls; above, a page may be as long itself."""
_WHOLE = 10.0
"""What 100 % of the element are taken for: a slide is moved by hundreds, and shown in its turn."""


class _UnknownError(Exception):
    """A function that is not understood."""


def is_transformed_away(style: Mapping[str, str], *, deep: bool) -> bool:
    """Whether nothing is seen of an element where it is transformed to; `deep`: it stands in space.

    What is not understood is taken to be seen.
    """
    written = tuple(style.get(name, "") for name in ("translate", "rotate", "scale", "transform"))
    if not any(written):
        return False
    try:
        matrix = _matrix(*written)
    except (_UnknownError, ArithmeticError, ValueError):
        return False
    # What stands edge on in space may be turned back by what it stands in; what has lost a dimension cannot.
    if abs(_determinant(matrix)) < _NO_BODY:
        return True
    return (not deep and _is_flat(matrix)) or _is_far(matrix, style)


def is_understood(style: Mapping[str, str]) -> bool:
    """Whether it is known what becomes of an element that is transformed."""
    try:
        _matrix(*(style.get(name, "") for name in ("translate", "rotate", "scale", "transform")))
    except (_UnknownError, ArithmeticError, ValueError):
        return False
    return True


def _is_flat(matrix: _Matrix) -> bool:
    (a, c, _, x), (b, d, _, y), _, (g, h, _, w) = matrix
    if (g, h, w) != (0.0, 0.0, 1.0):  # seen in perspective
        return abs(_determinant(((a, c, x), (b, d, y), (g, h, w)))) < _NO_BODY
    both, area = a * a + b * b + c * c + d * d, a * d - b * c
    least = (both - math.sqrt(max(both * both - 4 * area * area, 0.0))) / 2
    return least <= _LEAST**2


def _is_far(matrix: _Matrix, style: Mapping[str, str]) -> bool:
    (a, c, _, x), (b, d, _, y), _, _ = matrix
    if a <= 0 or d <= 0 or abs(b) + abs(c) > _LEAST:  # turned: where its words begin is not known
        return False
    x += sum(max(amount(style.get(name, ""), whole=1280.0) or 0.0, 0.0) for name in ("left", "margin-left"))
    y += max(amount(style.get("top", ""), whole=800.0) or 0.0, 0.0)
    return x <= _FAR_LEFT or y <= _FAR_UP


@lru_cache(maxsize=1024)
def _matrix(translate: str, rotate: str, scale: str, transform: str) -> _Matrix:
    """All of them in one. Raises _UnknownError."""
    steps = []
    if translate not in _AS_BEFORE:
        steps.append(_made("translate3d", [*translate.split(), "0", "0"][:3]))
    if rotate not in _AS_BEFORE:
        steps.append(_rotated(rotate.split()))
    if scale not in _AS_BEFORE:
        sizes = scale.split()
        steps.append(_made("scale3d", [sizes[0], sizes[1] if len(sizes) > 1 else sizes[0], *sizes[2:3]]))
    position = 0
    if transform in _AS_BEFORE:
        transform = ""
    if len(transform) > _LONGEST:
        raise _UnknownError
    while position < len(transform.rstrip()):
        one = _FUNCTION.match(transform, position)
        if one is None or len(steps) > _MOST:
            raise _UnknownError
        steps.append(_made(one[1], [part.strip() for part in _PART.findall(one[2])]))
        position = one.end()
    whole = _AS_IT_IS
    for step in steps:
        whole = _product(whole, step)
    return whole


def _made(name: str, written: Sequence[str]) -> _Matrix:
    """The matrix of a function."""
    if name.startswith("translate"):
        return _moved(name[9:], [_length(one) for one in written])
    if name.startswith("scale"):
        return _scaled(name[5:], [_number(one) for one in written])
    if name.startswith("rotate"):
        axis = name[6:]
        if axis == "3d":
            return _rotated(written)
        return _rotated([axis or "z", *written])
    if name == "matrix" and len(written) == 6:
        a, b, c, d, x, y = (_number(one) for one in written)
        return (a, c, 0.0, x), (b, d, 0.0, y), (0.0, 0.0, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0)
    if name == "matrix3d" and len(written) == 16:
        numbers = [_number(one) for one in written]
        return tuple(tuple(numbers[row::4]) for row in range(4))
    if name == "perspective" and len(written) == 1:
        depth = max(_length(written[0]), 1.0)
        return *_AS_IT_IS[:3], (0.0, 0.0, -1 / depth, 1.0)
    if name in ("skew", "skewx", "skewy") and written:
        angles = [math.tan(_angle(one)) for one in written]
        across = angles[0] if name != "skewy" else 0.0
        down = angles[0] if name == "skewy" else angles[1] if len(angles) > 1 else 0.0
        return (1.0, across, 0.0, 0.0), (down, 1.0, 0.0, 0.0), *_AS_IT_IS[2:]
    raise _UnknownError


def _moved(axis: str, by: Sequence[float]) -> _Matrix:
    match axis, by:
        case "", [x]:
            to = (x, 0.0, 0.0)
        case "", [x, y]:
            to = (x, y, 0.0)
        case "3d", [x, y, z]:
            to = (x, y, z)
        case (("x" | "y" | "z"), [one]):
            across, down, deep = _AXES[axis]
            to = (one * across, one * down, one * deep)
        case _:
            raise _UnknownError
    rows = tuple((*_AS_IT_IS[row][:3], to[row]) for row in range(3))
    return *rows, _AS_IT_IS[3]


def _scaled(axis: str, by: Sequence[float]) -> _Matrix:
    match axis, by:
        case "", [one]:
            to = (one, one, 1.0)
        case (("" | "3d"), [x, y]):
            to = (x, y, 1.0)
        case "3d", [x, y, z]:
            to = (x, y, z)
        case (("x" | "y" | "z"), [one]):
            to = (one if axis == "x" else 1.0, one if axis == "y" else 1.0, one if axis == "z" else 1.0)
        case _:
            raise _UnknownError
    return *(tuple(part * to[row] for part in _AS_IT_IS[row]) for row in range(3)), _AS_IT_IS[3]


def _rotated(written: Sequence[str]) -> _Matrix:
    """Turned about an axis: `z 90deg`, `90deg`, `0 1 0 90deg`."""
    *about, angle = written
    match about:
        case []:
            x, y, z = _AXES["z"]
        case [("x" | "y" | "z") as axis]:
            x, y, z = _AXES[axis]
        case [one, other, third]:
            x, y, z = _number(one), _number(other), _number(third)
        case _:
            raise _UnknownError
    length = math.sqrt(x * x + y * y + z * z)
    if not length:
        return _AS_IT_IS
    x, y, z = x / length, y / length, z / length
    turn = _angle(angle)
    # A quarter is none of the fractions that floating numbers can say.
    cos, sin = (round(one, 12) for one in (math.cos(turn), math.sin(turn)))
    rest = 1 - cos
    return (
        (cos + x * x * rest, x * y * rest - z * sin, x * z * rest + y * sin, 0.0),
        (y * x * rest + z * sin, cos + y * y * rest, y * z * rest - x * sin, 0.0),
        (z * x * rest - y * sin, z * y * rest + x * sin, cos + z * z * rest, 0.0),
        _AS_IT_IS[3],
    )


def _product(one: _Matrix, other: _Matrix) -> _Matrix:
    columns = tuple(zip(*other, strict=True))
    return tuple(
        tuple(sum(a * b for a, b in zip(row, column, strict=True)) for column in columns) for row in one
    )


def _determinant(matrix: Sequence[Sequence[float]]) -> float:
    if len(matrix) == 1:
        return matrix[0][0]
    first, *rest = matrix
    found = 0.0
    for at, number in enumerate(first):
        if number:
            found += (-1.0) ** at * number * _determinant([[*row[:at], *row[at + 1 :]] for row in rest])
    return found


def _number(written: str) -> float:
    return _known(amount(written, whole=1.0))


def _length(written: str) -> float:
    return _known(amount(written, whole=_WHOLE))


def _angle(written: str) -> float:
    match = _ANGLE.fullmatch(written)
    if match is None:
        raise _UnknownError
    return float(match[1]) / _TURNS[match[2] or "deg"] * 2 * math.pi


def _known(found: float | None) -> float:
    if found is None or not math.isfinite(found):
        raise _UnknownError
    return found
