"""Numbers as people print them, in English and Russian, each with what it can stand for: section 5 of the design, told anew.

Nothing of kg is imported: what is measured here may not measure itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

HALF = Fraction(1, 2)
ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "ru": "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
}
HUNDREDS = ["сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"]
#: What stands after a scaled number: English, then Russian after 1, 2–4 and decimals, 5 and more, and short.
SCALES = {
    10**3: ("thousand", "тысяча", "тысячи", "тысяч", "тыс."),
    10**6: ("million", "миллион", "миллиона", "миллионов", "млн"),
    10**9: ("billion", "миллиард", "миллиарда", "миллиардов", "млрд"),
}
#: How a bound is said, by language; the times of Russian want a word before them ("более чем в 3 раза").
HEDGES: dict[str, dict[str, tuple[str, ...]]] = {
    "about": {"en": ("about", "around", "roughly", "approximately"), "ru": ("около", "примерно", "приблизительно")},
    "almost": {"en": ("almost", "nearly"), "ru": ("почти",)},
    "more": {"en": ("more than", "over"), "ru": ("более", "свыше", "больше")},
    "least": {"en": ("at least",), "ru": ("не менее", "не меньше")},
    "upto": {"en": ("up to",), "ru": ("до",)},
    "less": {"en": ("less than",), "ru": ("менее", "меньше")},
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, and all it can stand for: from `low` to `high` (None: without end), ends of it open or not."""

    text: str
    value: Fraction
    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False
    signed: bool = False
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How numbers of a table are printed. A count is exact, all else is rounded to `places` of `scale`.

    `unit` is count, scaled ("1.2 million"), rounded (to a `scale` that only a heading tells), measure, percent, points or times.
    """

    unit: str
    language: str
    places: int = 0
    scale: int = 1
    even: bool = False  # halves go to the even digit, as bankers and Python round
    grouped: bool = True
    signed: bool = False
    words: bool = False
    inverse: bool = False  # "2.5 times less"

    @property
    def step(self) -> Fraction:
        """One of the last printed place."""
        return Fraction(self.scale, 10**self.places)


def rounded(value: Fraction, style: Style) -> Fraction:
    """The nearest number that the style can print; halves up in size, or to the even."""
    count = abs(value) / style.step
    steps = count.numerator // count.denominator
    rest = count - steps
    up = rest > HALF or (rest == HALF and (not style.even or steps % 2 == 1))
    size = (steps + up) * style.step
    return -size if value < 0 else size


def printed(value: Fraction, style: Style, rng: Random) -> Figure:
    """A value rounded as the style rounds, as printed without a hedge."""
    value = rounded(value, style)
    half = Fraction(0) if style.unit == "count" else style.step / 2
    low, high = value - half, value + half
    if style.inverse:
        return Figure(_unit(_digits(value, style, rng), value, style, rng), 1 / value, 1 / high, 1 / low)
    return Figure(_unit(_digits(value, style, rng), value, style, rng), value, low, high, signed=style.signed)


def hedged(value: Fraction, hedge: str, style: Style, rng: Random) -> Figure:
    """`value`, which the style can print, behind a word that makes a bound of it."""
    plain = replace(style, signed=False, words=False)
    bare = _digits(value, plain, rng)
    bare = bare.removesuffix(_mark(style) + "0" * style.places) if style.places else bare  # nobody hedges "40.0"
    word = rng.choice(HEDGES[hedge][style.language])
    if style.unit == "times" and style.language == "ru":
        word += " чем в" if word in {"более", "больше", "менее", "меньше"} else " в"
    text = f"{word} {_unit(bare, value, plain, rng, bare=True)}"
    give = slack(value)
    low, high, low_open, high_open = {
        "about": (value - give, value + give, False, False),
        "almost": (value - give, value, False, True),
        "more": (value, None, True, True),
        "least": (value, None, False, True),
        "upto": (None, value, True, False),
        "less": (None, value, True, True),
    }[hedge]
    return Figure(text, value, low, high, low_open, high_open, hedge=hedge)


def between(low: Fraction, high: Fraction, style: Style, rng: Random) -> Figure:
    """A printed range, both ends belonging to it."""
    plain = replace(style, signed=False, words=False)
    text = f"{_digits(low, plain, rng)}–{_digits(high, plain, rng)}"
    return Figure(_unit(text, high, plain, rng, bare=True), (low + high) / 2, low, high, hedge="between")


def slack(value: Fraction) -> Fraction:
    """How much "about" gives: half the place of the last significant digit, at most a tenth."""
    if not value:
        return Fraction(0)
    place = Fraction(1)
    while (value / place).denominator > 1:
        place /= 10
    while (value / (place * 10)).denominator == 1:
        place *= 10
    return min(place / 2, abs(value) / 10)


def _mark(style: Style) -> str:
    return "," if style.language == "ru" else "."


def _digits(value: Fraction, style: Style, rng: Random) -> str:
    """The number's digits in the language's marks, or its words where it is small and whole."""
    shown = value if style.unit == "rounded" else value / style.scale
    if style.words and shown.denominator == 1 and 0 < shown < 1000:
        return worded(int(shown), style.language)
    steps = int(abs(shown) * 10**style.places)
    whole, part = divmod(steps, 10**style.places)
    digits = f"{whole:,}" if style.grouped else str(whole)
    if style.language == "ru":
        digits = digits.replace(",", rng.choice((" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")))
    if style.places:
        digits += f"{_mark(style)}{part:0{style.places}d}"
    sign = rng.choice("-−") if value < 0 else "+"
    return sign + digits if style.signed or value < 0 else digits


def _unit(digits: str, value: Fraction, style: Style, rng: Random, *, bare: bool = False) -> str:
    """Digits with what stands behind (and before) them; `bare` where a word stands before them already."""
    shown, english = abs(value) / style.scale, style.language == "en"
    if _mark(style) in digits:  # 9,0 процента
        shown = HALF
    if style.unit == "scaled":
        words = SCALES[style.scale]
        return f"{digits} {words[0] if english else rng.choice((plural(shown, words[1:4]), words[4]))}"
    if style.unit == "percent":
        word = " per cent" if english else f" {plural(shown, ('процент', 'процента', 'процентов'))}"
        return digits + rng.choice(("%", "%", "%", " %", word))
    if style.unit == "points":
        long = plural(shown, ("процентный пункт", "процентных пункта", "процентных пунктов"), "процентного пункта")
        return digits + (" percentage points" if english else rng.choice((" п.п.", " п. п.", f" {long}")))
    if style.unit == "times":
        text = f"{digits} {'times' if english else plural(shown, ('раз', 'раза', 'раз'))}"
        text += (" less" if english else " меньше") if style.inverse else ""
        return text if english or bare else rng.choice((text, f"в {text}")) if not style.inverse else f"в {text}"
    return digits


def plural(shown: Fraction, forms: tuple[str, ...], of_decimals: str = "") -> str:
    """The Russian form after a number: 1 раз, 2 раза, 5 раз, 2,5 раза."""
    if shown.denominator > 1:
        return of_decimals or forms[1]
    tens, ones = int(shown) % 100, int(shown) % 10
    if ones == 1 and tens != 11:
        return forms[0]
    return forms[1] if ones in {2, 3, 4} and tens not in {12, 13, 14} else forms[2]


def worded(number: int, language: str) -> str:
    """A whole number below a thousand in words.

    >>> worded(112, "en"), worded(325, "ru"), worded(8, "ru")
    ('one hundred and twelve', 'триста двадцать пять', 'восемь')
    """
    ones, tens = ONES[language].split(), TENS[language].split()
    hundreds, rest = divmod(number, 100)
    below = ones[rest] if rest < 20 else tens[rest // 10 - 2]
    if rest >= 20 and rest % 10:
        below += ("-" if language == "en" else " ") + ones[rest % 10]
    if not hundreds:
        return below
    head = f"{ones[hundreds]} hundred" if language == "en" else HUNDREDS[hundreds - 1]
    return head if not rest else f"{head}{' and ' if language == 'en' else ' '}{below}"
