"""Number words in English and Russian, in their forms: cardinals, scales, fractions, ordinals, multiples. ё is written е."""

from __future__ import annotations

from fractions import Fraction

_EN = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
#: From one number to the next a line; each in all its cases.
_RU = """
0 ноль нуль ноля нуля нолю нулю нолем нулем нуле
1 один одного одному одним одном одна одной одну одно
2 два две двух двум двумя двое двоих двоим двоими
3 три трех трем тремя трое троих троим троими
4 четыре четырех четырем четырьмя четверо четверых четверым четверыми
5 пять пяти пятью пятеро пятерых пятерым пятерыми
6 шесть шести шестью шестеро шестерых шестерым шестерыми
7 семь семи семью семеро семерых семерым семерыми
8 восемь восьми восемью восьмью восьмеро восьмерых восьмерым восьмерыми
9 девять девяти девятью девятеро девятерых
10 десять десяти десятью десятеро десятерых
40 сорок сорока
50 пятьдесят пятидесяти пятьюдесятью
60 шестьдесят шестидесяти шестьюдесятью
70 семьдесят семидесяти семьюдесятью
80 восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью
90 девяносто девяноста
100 сто ста
200 двести двухсот двумстам двумястами двухстах
300 триста трехсот тремстам тремястами трехстах
400 четыреста четырехсот четыремстам четырьмястами четырехстах
500 пятьсот пятисот пятистам пятьюстами пятистах
600 шестьсот шестисот шестистам шестьюстами шестистах
700 семьсот семисот семистам семьюстами семистах
800 восемьсот восьмисот восьмистам восемьюстами восьмьюстами восьмистах
900 девятьсот девятисот девятистам девятьюстами девятистах
"""
_TEENS = {11: "один", 12: "две", 13: "три", 14: "четыр", 15: "пят", 16: "шест", 17: "сем", 18: "восем", 19: "девят"}


def _cardinals() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_EN.split())}
    words |= {word: 10 * tens for tens, word in enumerate(_EN_TENS.split(), start=2)}
    for line in _RU.split("\n"):
        number, *forms = line.split() or [""]
        words |= {form: int(number) for form in forms}
    stems = {number: stem + "надцат" for number, stem in _TEENS.items()} | {20: "двадцат", 30: "тридцат"}
    return words | {stem + end: number for number, stem in stems.items() for end in ("ь", "и", "ью")}


#: Below a thousand, one word each.
CARDINALS = _cardinals()
#: With a decimal in them, in tenths.
TENTHS = {"полтора": 15, "полторы": 15, "полутора": 15}

_FORMS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_THOUSAND = tuple("тысяч" + end for end in ("а", "и", "е", "у", "ей", "ью", "", "ам", "ами", "ах"))
#: Powers of ten.
SCALES: dict[str, int] = (
    {"thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, "trillions": 12}
    | {"k": 3, "mln": 6, "mn": 6, "mio": 6, "bn": 9, "bln": 9, "mrd": 9, "trn": 12, "tn": 12}
    | dict.fromkeys((*_THOUSAND, "тыс", "мың"), 3)
    | {"млн": 6, "млрд": 9, "трлн": 12}
    | {stem + end: scale for stem, scale in (("миллион", 6), ("миллиард", 9), ("триллион", 12)) for end in _FORMS}
    | dict.fromkeys(("сотня", "сотни", "сотню", "сотне", "сотней", "сотен"), 2)
    | dict.fromkeys(("десяток", "десятка", "десятков", "десятком", "десятку"), 1)
)
#: Scales that are a number without one before them: "a million", «миллион»; others are not ("thousands", «тысячи»).
ALONE = frozenset(
    (
        "thousand",
        "million",
        "billion",
        "trillion",
        "тысяча",
        "тысячу",
        "тысячей",
        "миллион",
        "миллиона",
        "миллиону",
        "миллионом",
        "миллиард",
        "миллиарда",
        "миллиардом",
        "триллион",
        "триллиона",
        "сотня",
        "сотню",
        "сотней",
        "десяток",
        "десятка",
    )
)
#: The same after a hedge, where they are a singular: «более тысячи», «около сотни».
ALONE_HEDGED = frozenset(("тысячи", "сотни"))
#: Words that are a half of a scale.
HALF_SCALES = {
    stem + end: scale for stem, scale, ends in (
        ("полтысяч", 3, ("и",)), ("полмиллион", 6, ("а",)), ("полмиллиард", 9, ("а",)), ("полсотн", 2, ("и",)), ("полусотн", 2, ("и",)),
    ) for end in ends
}  # fmt: skip
DOZENS = frozenset(("dozen", "дюжина", "дюжины", "дюжину", "дюжиной", "дюжин"))

#: Nouns that are a share by themselves.
SHARES: dict[str, Fraction] = (
    {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅕": Fraction(1, 5)}
    | {"⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅛": Fraction(1, 8), "⅒": Fraction(1, 10)}
    | dict.fromkeys(("half", "наполовину", "вполовину"), Fraction(1, 2))
    | {"половин" + end: Fraction(1, 2) for end in ("а", "ы", "е", "у", "ой", "ою")}
    | {"треть" + end: Fraction(1, 3) for end in ("", "ю")} | {"трети": Fraction(1, 3)}
    | {"четверт" + end: Fraction(1, 4) for end in ("ь", "и", "ью")}
)  # fmt: skip

_EN_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth"
_RU_ORDINALS = {2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят", 10: "десят", 20: "двадцат", 100: "сот"}
_ORDINAL_ENDS = ("ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое")
#: After "every", «каждый».
ORDINALS: dict[str, int] = (
    {word: number for number, word in enumerate(_EN_ORDINALS.split(), start=2)}
    | {"twentieth": 20, "hundredth": 100, "thousandth": 1000, "quarter": 4}
    | {stem + end: number for number, stem in _RU_ORDINALS.items() for end in _ORDINAL_ENDS}
    | {"трет" + end: 3 for end in ("ий", "ьего", "ьему", "ьим", "ьем", "ья", "ьей", "ью", "ье")}
)
EVERY = frozenset(("every", "каждый", "каждого", "каждому", "каждым", "каждом", "каждая", "каждой", "каждую", "каждое"))
#: What one of it is called ("one third", «одна пятая»), and several ("two thirds", «две пятых»).
DENOMINATORS_ONE: dict[str, int] = (
    {word: number for word, number in ORDINALS.items() if word.isascii() and number > 2}
    | {"half": 2, "треть": 3, "четверть": 4, "вторая": 2}
    | {stem + end: number for number, stem in _RU_ORDINALS.items() if number not in {2, 4} for end in ("ая", "ой", "ую")}
)
DENOMINATORS_MANY: dict[str, int] = (
    {word + "s": number for word, number in ORDINALS.items() if word.isascii() and number > 2}
    | {"halves": 2, "трети": 3, "третей": 3, "третями": 3, "третям": 3, "четверти": 4, "четвертей": 4, "четвертями": 4}
    | {stem + end: number for number, stem in _RU_ORDINALS.items() if number not in {2, 4} for end in ("ых", "ые", "ым", "ыми")}
)

_RU_TIMES = "вдвое втрое вчетверо впятеро вшестеро всемеро ввосьмеро вдевятеро вдесятеро"
_EN_FOLD = {word + "fold": number for word, number in CARDINALS.items() if word.isascii() and number > 1}
_RU_FOLD = {2: "дву", 3: "тре", 4: "четыре", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти", 10: "десяти", 100: "сто"}
#: Words that are a multiple, with the direction that they give.
MULTIPLES: dict[str, tuple[int, str]] = (
    {word: (number, "") for number, word in enumerate(_RU_TIMES.split(), start=2)}
    | {"twice": (2, ""), "thrice": (3, ""), "double": (2, ""), "triple": (3, ""), "quadruple": (4, ""), "hundredfold": (100, "")}
    | {"doubled": (2, "up"), "doubling": (2, "up"), "doubles": (2, "up"), "tripled": (3, "up"), "tripling": (3, "up")}
    | {"trebled": (3, "up"), "quadrupled": (4, "up"), "quintupled": (5, "up"), "halved": (2, "down"), "halving": (2, "down")}
    | {word: (number, "") for word, number in _EN_FOLD.items()}
    | {f"{stem}{bond}кратн{end}": (number, "") for number, stem in _RU_FOLD.items() for bond in ("", "х")
       for end in ("о", "ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых")}
    | {stem + end: (number, "up") for stem, number in (("удво", 2), ("утро", 3), ("учетвер", 4), ("упятер", 5), ("удесятер", 10))
       for end in (
           "ился", "илась", "илось", "ились", "ил", "ила", "ило", "или", "ить", "ится", "ятся", "ение", "ения",
           "яется", "ены", "ено", "ена", "илсь",
       )}
)  # fmt: skip
