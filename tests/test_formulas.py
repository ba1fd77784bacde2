"""Formulas that would not end; what the library makes of others is tried beside Pandoc in tests/dialects."""

import random
import time

import pytest

from briefgen.formulas import MOST_OPEN, Unreadable, mathml_of

OPEN = f"it has more than {MOST_OPEN} brackets that nothing closes"
CLOSED = r"""
f(x)   [0,1)   \{x\}   \langle x\rangle   \lvert x\rvert   ⟨x⟩   (\alpha)   (\hat x)   (\mathbf{x})   x^(2)
a_{(1)}   \left(x\right)   \left.x\right]   \left(x\middle|y\right)   \bigl(x\bigr)   (\sqrt[3]{x})
({x}+{y})   (\tfrac{a}{b})   \text{(so)}   (\ln\lambda\leq\rho)
\begin{pmatrix}(a)&[b]\\c&d\end{pmatrix}   (a\%b)
"""
NEVER_CLOSED = r"""
[   (   \{   \langle   ⟦   {[}   [\hat]   [^]   [_]   [\frac{]}{a}   [\frac{a}]   [\text{]}   \not(   [x   [%]
"""
PIECES = r"""
[ ( \{ \langle ⟨ \lvert ] ) \} \rangle ⟩ \rvert { } ^ _ \hat \frac \sqrt \left( \right) \middle| \not \mathbf
\bigl \bigr \text{ \operatorname{ \mathop \overset \color{red} \begin{matrix} \end{matrix} & \\ % x 1 ' |
"""
LONGEST = 20
"""Seconds of CPU from which a formula counts as one that never ends, as in fuzzing."""


@pytest.mark.parametrize("piece", CLOSED.replace("\n", "   ").strip().split("   "))
def test_any_number_of_brackets_may_be_closed(piece: str) -> None:
    assert isinstance(mathml_of(f"{piece} " * 20, False), str)


@pytest.mark.parametrize("piece", NEVER_CLOSED.strip().split("   "))
def test_brackets_that_nothing_closes_are_few(piece: str) -> None:
    """Twenty took the library a second or more, and forty for ever: it is one call that nobody can stop."""
    assert isinstance(mathml_of(f"{piece}\n" * MOST_OPEN, False), str)
    assert mathml_of(f"{piece}\n" * 60, False) == Unreadable(OPEN)


def test_whatever_is_let_through_ends_soon() -> None:
    chance = random.Random("brackets")
    slowest = 0.0
    for _ in range(4_000):
        some = chance.sample(PIECES.split(), 6)
        tex = " ".join(chance.choices(some, k=chance.randint(1, 60)))
        begun = time.process_time()
        mathml_of(tex, False)
        slowest = max(slowest, time.process_time() - begun)
    assert (
        slowest < 1
    )  # one more bracket than is seen would double it: of a hundredth nothing is left in the noise
