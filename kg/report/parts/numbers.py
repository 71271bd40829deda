"""Whether values print the same number: 8 and «восемь», "more than 45 thousand" and «более чем 45 тысячами».

Only what is read whole is compared as a number; of any other value the words themselves count, so that no difference is
lost. A comma or point before three digits may part thousands or decimals: such a number is not read.
"""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = """
0 zero ноль нуля нулём | 1 one один одна одно одного одной одним | 2 two два две двух двумя | 3 three три трёх тремя
4 four четыре четырёх четырьмя | 5 five пять пяти пятью | 6 six шесть шести шестью | 7 seven семь семи семью
8 eight восемь восьми восемью восьмью | 9 nine девять девяти девятью | 10 ten десять десяти десятью
11 eleven одиннадцать одиннадцати одиннадцатью | 12 twelve двенадцать двенадцати двенадцатью
13 thirteen тринадцать тринадцати тринадцатью | 14 fourteen четырнадцать четырнадцати четырнадцатью
15 fifteen пятнадцать пятнадцати пятнадцатью | 16 sixteen шестнадцать шестнадцати шестнадцатью
17 seventeen семнадцать семнадцати семнадцатью | 18 eighteen восемнадцать восемнадцати восемнадцатью
19 nineteen девятнадцать девятнадцати девятнадцатью | 20 twenty двадцать двадцати двадцатью
30 thirty тридцать тридцати тридцатью | 40 forty сорок сорока | 50 fifty пятьдесят пятидесяти пятьюдесятью
60 sixty шестьдесят шестидесяти шестьюдесятью | 70 seventy семьдесят семидесяти семьюдесятью
80 eighty восемьдесят восьмидесяти | 90 ninety девяносто девяноста | 100 сто ста | 200 двести двухсот
300 триста трёхсот | 400 четыреста четырёхсот | 500 пятьсот пятисот | 600 шестьсот шестисот | 700 семьсот семисот
800 восемьсот восьмисот | 900 девятьсот девятисот"""
_SCALES = """
100 hundred | 1000 thousand тысяча тысячи тысяч тысячам тысячами тысячу тысячей тыс
1000000 million миллион миллиона миллионов миллионам миллионами млн
1000000000 billion миллиард миллиарда миллиардов миллиардами млрд"""
#: What stands before a number and changes it, the longer first.
_HEDGES = (
    ("at least", ("at least", "no less than", "no fewer than", "не менее чем", "не менее", "не меньше", "минимум")),
    ("at most", ("at most", "no more than", "up to", "не более чем", "не более", "не больше", "до")),
    ("over", ("more than", "over", "above", "более чем", "более", "больше чем", "больше", "свыше")),
    ("under", ("less than", "fewer than", "under", "below", "менее чем", "менее", "меньше чем", "меньше")),
    ("almost", ("almost", "nearly", "почти", "без малого")),
    ("about", ("about", "around", "approximately", "roughly", "около", "примерно", "приблизительно", "порядка")),
)
_SHARES = ("%", "percent", "per cent", "процент", "процента", "процентов", "проценту", "процентам", "процентами")
#: What stands after a number and only says what is counted, which two values that are compared have in common.
_UNITS = re.compile(r" (times|раза?|years?|года?|лет|people|persons?|человека?)$")
_DIGITS = re.compile(r"\d{1,3}(?: \d{3})+|\d+(?:[.,](?:\d{1,2}|\d{4,}))?")


def _table(written: str) -> dict[str, int]:
    entries = (entry.split() for line in written.strip().splitlines() for entry in line.split("|"))
    return {word.replace("ё", "е"): int(number) for number, *words in entries for word in words}


_WORDS, _GREAT = _table(_ONES), _table(_SCALES)


def reading(value: str) -> tuple[str, ...]:
    """What values have in common that print the same number; a value that is not read whole has its words.

    >>> reading("8") == reading("восемь"), reading("more than 45 thousand") == reading("более чем 45 тысячами")
    (True, True)
    >>> reading("1,2") == reading("12"), reading("60%") == reading("almost 60 %"), reading("7,000") == reading("7")
    (False, False, False)
    """
    plain = " ".join(re.sub(r"[‐-―]", "-", value.lower().replace("ё", "е")).split())
    hedge, rest = "", plain
    for name, words in _HEDGES:
        before = next((word for word in words if rest.startswith(f"{word} ")), "")
        if before:
            hedge, rest = name, rest.removeprefix(before).strip()
            break
    rest = _UNITS.sub("", rest.removeprefix("в "))
    share = next((word for word in sorted(_SHARES, key=len, reverse=True) if rest.endswith(word)), "")
    number = _number(rest.removesuffix(share).strip())
    return ("words", plain) if number is None else ("number", hedge, str(number), "%" if share else "")


def _number(written: str) -> Decimal | None:
    """A number in digits, words, or both; None where there is anything else."""
    whole, part = Decimal(0), Decimal(0)  # thousands that are done; what is being counted
    started = False
    rest = written.replace("-", " ") if not re.search(r"\d", written) else written
    while rest:
        digits = _DIGITS.match(rest)
        word = digits[0] if digits else rest.split(" ")[0]
        rest = rest[len(word) :]
        if rest and not rest.startswith(" "):
            return None
        rest = rest.strip()
        if digits:
            if started:
                return None
            part += Decimal(word.replace(" ", "").replace(",", "."))
        elif (scale := _GREAT.get(word.rstrip("."))) is not None:
            counted = (part if started else Decimal(1)) * scale
            whole, part = (whole, counted) if scale == 100 else (whole + counted, Decimal(0))
        elif word in _WORDS and _fits(_WORDS[word], part):
            part += _WORDS[word]
        elif word != "and" or not started:
            return None
        started = True
    return (whole + part).normalize() if started else None


def _fits(word: int, part: Decimal) -> bool:
    """Whether a number's word may follow: ones after tens, tens after hundreds."""
    return not part or (part % 100 != 10 and part > word and part % (10 if word < 10 else 100 if word < 100 else 1000) == 0)
