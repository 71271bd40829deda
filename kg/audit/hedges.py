"""What stands around a number and changes what it says: hedges, directions, units, what may stand between. English and Russian.

A phrase is written as it is read; `PHRASES` has them by their first token, the longest first, each with its kind and what it
says. Kinds: `hedge` stands before a number, `after` behind it; `compare` is a hedge before a number ("over 5", «больше 5»)
and a direction elsewhere («на 5 больше», «больше на 5»); `turn` gives a direction; `bridge` may stand between a hedge and
its number; `link` between two numbers; `not`, `label` (what follows is a name, not a number), `skip`.
"""

from __future__ import annotations

import re

#: A number, a word or a sign, after the space before it: what texts and phrases alike are cut into.
TOKEN = re.compile(
    r"(\s*)((?<![\w.,])[.,][0-9]+|[0-9]{1,3}(?:[ '][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?(?![.,]?[0-9])|[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|\S)"
)

_HEDGES = {
    "about": """about|around|approximately|approx|approx.|roughly|some|circa|ca.|ca|c.|in the region of|on the order of
        |of the order of|in the order of|an estimated|estimated at|~|≈|≃
        |около|примерно|приблизительно|ориентировочно|порядка|где-то|в районе|приблиз.|прим.|plus or minus|плюс-минус""",
    "almost": """almost|nearly|just under|just below|just short of|just shy of|close to|virtually|approaching|not quite|slightly under
        |slightly less than|slightly fewer than|a little less than|little less than|a little under|just less than|практически|почти
        |без малого|чуть меньше|чуть менее|чуть меньше чем|чуть менее чем|чуть меньше, чем|чуть менее, чем|немногим менее|немногим меньше
        |немного меньше|чуть ниже|близко к|близка к|близок к""",
    "more": """more than|greater than|higher than|larger than|bigger than|longer than|exceeding|exceeds|exceeded|exceed|in excess of
        |upwards of|upward of|>|более чем|больше чем|более, чем|больше, чем|выше чем|выше, чем|свыше|сверх|превышает|превысил|превысила
        |превысило|превысили|превышающий|превышающая|превышающее|превышающие|превышал|превышала|превышало|превышали|превысит""",
    "at-least": """at least|no fewer than|not fewer than|no less than|not less than|no lower than|not lower than|not below|not under
        |minimum|a minimum of|minimum of|min.|from|starting from|starting at|≥|>=|=>|не менее|не меньше|не менее чем|не меньше чем
        |не менее, чем|не меньше, чем|не ниже|не ниже чем|минимум|как минимум|по меньшей мере|по крайней мере|от|начиная от""",
    "up-to": """up to|at most|no more than|not more than|no greater than|no higher than|not higher than|not above|not over|not exceeding
        |maximum|a maximum of|maximum of|max.|max|as many as|as much as|≤|<=|=<|до|не более|не больше|не более чем|не больше чем
        |не более, чем|не больше, чем|не выше|не выше чем|не свыше|не превышает|не превысил|не превысила|не превысило|не превысили
        |максимум|самое большее|не превышающий|не превышающая|не превышающее|не превышающие|не превышали|не превышала|не превышало""",
    "less": "less than|fewer than|lower than|smaller than|shorter than|<|менее чем|меньше чем|менее, чем|меньше, чем|ниже чем|ниже, чем",
}
_AFTER = {
    "about": "or so|or thereabouts|approximately|roughly|примерно|приблизительно|плюс-минус",
    "more": "с лишним|с небольшим|с лишком|odd",
    "at-least": """or more|and more|or above|and above|or over|and over|or higher|and up|or older|and older|or longer|at least
        |at minimum|minimum|plus|+|-plus
        |и более|и больше|или более|или больше|и выше|или выше|и старше|и свыше|минимум|как минимум|по меньшей мере""",
    "up-to": """or less|or fewer|or below|and below|and under|or under|or lower|at most|at the most|maximum|max|tops|и менее|и меньше
        |или менее|или меньше|or younger|and younger|и ниже|или ниже|и младше|максимум|самое большее""",
}
_COMPARE = {
    "more up": "over|above|более|больше|выше",
    "less down": "under|below|менее|меньше|ниже",
}
_TURN = {
    "up": """more|higher|greater|larger|up|rose|risen|rise|rises|rising|raise|raised|raises|raising|grew|grow|grows|growing|grown|growth
        |gain|gained|gains|climbed|jumped|surged|soared|increase|increased|increases|increasing|added|рост|роста|росту|ростом|росте|растет
        |растут|рос|росла|росло|росли|прирост|прироста|приростом""",
    "down": """less|fewer|lower|smaller|down|fell|fall|falls|falling|fallen|drop|dropped|drops|dropping|declined|decline|declines|declining
        |decrease|decreased|decreases|decreasing|reduced|reduce|reduces|reducing|reduction|shrank|shrunk|cut|cuts|lowered|dipped|slumped
        |plunged|спад|спада|спадом|упал|упала|упало|упали|падает|потеря""",
}
#: Beginnings of Russian words of change: nouns, verbs and participles in their many forms.
TURNS_BEGINNING = {
    "up": ("вырос", "возрос", "возраст", "нараст", "нарос", "увелич", "повыси", "повыш", "поднял", "подним", "подорож", "прибав", "прибыл"),
    "down": ("сниз", "сниж", "уменьш", "сократ", "сокращ", "падени", "понизи", "пониж", "опусти", "убавил", "подешев", "убыл", "упад"),
}
_OTHER = {
    "bridge": "на|в|во|by|in|a|an|чем|than|,|всего|лишь|целых|только|only|just|as|of|$|€|£|¥|₽|₸|us|usd|eur|gbp|rub|kzt|at|is|=|:",
    "link": "to|-|–|—|−|‐|‑|‒|or|или|…|..|...|and|и|либо|of|out of|of every|in|in every|out of every|из|из каждых|из общих|±|+-|+/-",
    "not": "not|never|no|don't|doesn't|didn't|isn't|wasn't|n't|cannot|without|не|ни|нет|никогда не|ни разу не",
    "label": "№|#|no.|nr.|nos.|номер|номера|number|п.|ст.|статья|статьи|статье|article|section|§|room|page|стр.|пункт|пункта",
    "skip": "not only|не только|between|между|no doubt|the|(|)|[|]",
    "bad": "‰|°|^|промилле|per mille",
}
#: Marks of money and its codes, which may stand at a number without a space.
MONEY = frozenset(("$", "€", "£", "¥", "₽", "₸", "us", "usd", "eur", "gbp", "rub", "kzt"))
#: What makes the number behind it a tolerance.
TOLERANCE = frozenset(("±", "+ -", "+ / -"))
_PERCENT = tuple("процент" + end for end in ("", "а", "ы", "у", "ов", "ам", "ами", "ом", "ах", "е"))
_POINTS = tuple("пункт" + end for end in ("", "а", "ы", "у", "ов", "ам", "ами", "ом", "ах", "е"))
_PERCENT_OF = tuple("процентн" + end for end in ("ый", "ого", "ому", "ым", "ых", "ые", "ыми", "ом", "ую", "ая", "ой", "ое"))
_UNITS = {
    "percent": "|".join(("%", "percent", "percents", "per cent", "pct", "pct.", "проц", "проц.", "-percent", "-per cent", *_PERCENT))
    + "|"
    + "|".join(f"{bond}{word}" for word in _PERCENT_OF for bond in ("", "-")),
    "points": "percentage points|percentage point|percentage-point|-percentage-point|percent points|per cent points|% points|%-points"
    "|pp|pps|ppt|p.p.|p.p|points|point|п.п.|п.п|пп|п/п|проц. пункта|проц. пунктов|% пункта|% пунктов|% п.п.|"
    + "|".join(f"{one} {many}" for one in _PERCENT_OF for many in _POINTS),
    "basis": "basis points|basis point|bps",
    "factor": "times|x|×|х|-fold|fold|"
    + "|".join(f"{bond}кратн{e}" for e in ("ый", "ого", "ом", "ое", "ая", "ую", "о") for bond in ("", "-")),
    "раз": "раз|раза|разы|разом",
}

Phrases = dict[str, list[tuple[list[str], str, str]]]


def cut(phrase: str) -> list[str]:
    """A phrase as the tokens of a text.

    >>> cut("p.p."), cut("no more than 1 000,5")
    (['p', '.', 'p', '.'], ['no', 'more', 'than', '1 000,5'])
    """
    return [token for _, token in TOKEN.findall(phrase)]


def _table(*groups: tuple[str, dict[str, str]]) -> Phrases:
    table: Phrases = {}
    for kind, phrases in groups:
        for says, listed in phrases.items():
            for phrase in listed.split("|"):
                first, *rest = cut(phrase.strip())
                table.setdefault(first, []).append((rest, kind or says, says))
    for found in table.values():
        found.sort(key=lambda each: -len(each[0]))
    return table


#: Before and between numbers.
PHRASES = _table(("hedge", _HEDGES), ("compare", _COMPARE), ("turn", _TURN), ("", _OTHER))
#: Directly behind a number.
UNITS = _table(("unit", _UNITS))
AFTER = _table(("after", _AFTER))


def match(table: Phrases, texts: list[str], at: int) -> tuple[str, str, int] | None:
    """The longest phrase at a token: its kind, what it says, and how many tokens it has."""
    for rest, kind, says in table.get(texts[at], ()):
        if not rest or texts[at + 1 : at + 1 + len(rest)] == rest:
            return kind, says, 1 + len(rest)
    return None
