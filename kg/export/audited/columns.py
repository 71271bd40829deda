"""What the sheets of an audit are called, their columns, and how they are to be read."""

from __future__ import annotations

#: Outcomes of relations.
OUTCOMES = ("consistent", "consistent-by-rounding", "inconsistent", "incomplete", "conflict", "not-comparable", "not-checkable")
#: A column: its name in English and Russian, and how many characters it is wide; 0 is folded away.
Head = tuple[str, str, int]
#: Sheet → its name in English and Russian, then its columns.
SHEETS: dict[str, tuple[tuple[str, str], tuple[Head, ...]]] = {
    "about": (("About", "О проверке"), ()),
    "figures": (
        ("Figures", "Цифры"),
        (
            ("id", "id", 34),
            ("document", "документ", 26),
            ("metric", "показатель", 30),
            ("period", "период", 14),
            ("as printed", "как напечатано", 16),
            ("value", "значение", 12),
            ("low", "не меньше", 12),
            ("high", "не больше", 12),
            ("exact low", "точное: не меньше", 12),
            ("exact high", "точное: не больше", 12),
            ("reaches down", "вниз", 0),
            ("reaches up", "вверх", 0),
            ("exact down", "точное вниз", 0),
            ("exact up", "точное вверх", 0),
            ("low is left out", "нижний конец не входит", 0),
            ("high is left out", "верхний конец не входит", 0),
        ),
    ),
    "relations": (
        ("Relations", "Соотношения"),
        (
            ("id", "id", 34),
            ("rule", "правило", 14),
            ("document", "документ", 26),
            ("figures", "цифры", 34),
            ("assumption", "допущение", 34),
            ("all parts are listed", "перечислено всё", 11),
            ("comparable", "сопоставимо", 12),
            ("computed low", "вычислено: не меньше", 12),
            ("computed high", "вычислено: не больше", 12),
            ("stated low", "названо: не меньше", 12),
            ("stated high", "названо: не больше", 12),
            ("outcome", "исход", 20),
            ("outcome found exactly", "исход точного расчёта", 20),
            ("the same", "тот же", 9),
            ("explanation", "объяснение", 70),
            ("computed low is left out", "вычислено: нижний конец не входит", 0),
            ("computed high is left out", "вычислено: верхний конец не входит", 0),
            ("stated low is left out", "названо: нижний конец не входит", 0),
            ("stated high is left out", "названо: верхний конец не входит", 0),
            ("exactly computed low", "точно вычислено: не меньше", 0),
            ("exactly computed high", "точно вычислено: не больше", 0),
            ("exactly stated low", "точно названо: не меньше", 0),
            ("exactly stated high", "точно названо: не больше", 0),
            ("computed is less", "вычислено меньше", 0),
            ("computed is more", "вычислено больше", 0),
            ("meet exactly", "сходятся точно", 0),
        ),
    ),
    "steps": (
        ("Steps", "Шаги"),
        (
            ("id", "id", 34),
            ("step", "шаг", 30),
            ("computed low", "вычислено: не меньше", 12),
            ("computed high", "вычислено: не больше", 12),
            ("must reach from", "должно быть от", 12),
            ("must reach to", "должно быть до", 12),
            ("holds", "так и есть", 10),
            ("holds exactly", "так и есть точно", 10),
            ("computed low is left out", "вычислено: нижний конец не входит", 0),
            ("computed high is left out", "вычислено: верхний конец не входит", 0),
            ("from is left out", "от не входит", 0),
            ("to is left out", "до не входит", 0),
            ("exactly computed low", "точно вычислено: не меньше", 0),
            ("exactly computed high", "точно вычислено: не больше", 0),
            ("must exactly reach from", "точно должно быть от", 0),
            ("must exactly reach to", "точно должно быть до", 0),
        ),
    ),
    "findings": (
        ("Findings", "Выводы"),
        (
            ("id", "id", 34),
            ("rule", "правило", 16),
            ("outcome", "исход", 18),
            ("severity", "важность", 14),
            ("explanation", "объяснение", 90),
            ("assumption", "допущение", 40),
            ("without it", "без него", 18),
            ("read otherwise", "другое прочтение", 34),
            ("figures, claims", "цифры, утверждения", 40),
        ),
    ),
    "hypotheses": (
        ("Hypotheses", "Что свело бы"),
        (
            ("id", "id", 34),
            ("rank", "место", 8),
            ("kind", "вид", 18),
            ("would agree if", "сошлись бы, если", 50),
            ("arithmetic", "арифметика", 40),
            ("tried", "испробовано", 12),
            ("by chance", "случайно", 12),
        ),
    ),
}
YES, NO = {"en": "yes", "ru": "да"}, {"en": "no", "ru": "нет"}
READING = {
    "en": (
        "A figure stands for what rounds to it, or for what its words allow (almost 60%: from 55 up to 60). value is "
        "the number as printed; change it, and low, high and every outcome follow.",
        "1E+300 stands for no end; such cells show ∞. Folded columns say which ends are left out, and how far a figure reaches.",
        "A relation is inconsistent only if what is computed and what is stated do not meet; consistent by rounding if "
        "exact numbers would not. The outcome is a formula; the outcome found exactly, in fractions, stands beside it.",
        "A spreadsheet counts with 15 digits: differences of less than a billionth are taken for none.",
        "Whether parts are all there are, and whether figures are comparable, is as found: write yes or no to see the other reading.",
    ),
    "ru": (
        "Цифра означает всё, что до неё округляется, или то, что допускают слова (почти 60%: от 55 и до 60). "
        "«Значение» — число как напечатано; измените его, и границы и все исходы изменятся.",
        "1E+300 значит, что границы нет; такие ячейки показывают ∞. Свёрнутые столбцы говорят, какие концы не входят и "
        "как далеко простирается цифра.",
        "Соотношение не сходится, только если вычисленное и названное не пересекаются; сходится при округлении, если "
        "точные числа разошлись бы. Исход — формула; рядом исход точного расчёта в дробях.",
        "Таблица считает с 15 знаками: различия меньше одной миллиардной не учитываются.",
        "Перечислено ли всё и сопоставимы ли цифры — как найдено: впишите да или нет, чтобы увидеть другое прочтение.",
    ),
}
