"""Quotes that must be found at one exact range, and lies that must not be found at all, made from any text.

No chance in it: the same text gives the same quotes. What is a lie is decided by a reading of its own
(`plain`), which knows nothing of how `kg` normalises.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

NBSP, THIN, NARROW, SOFT, ZERO, JOINER, BOM, ACUTE = "\u00a0", "\u2009", "\u202f", "\u00ad", "\u200b", "\u2060", "\ufeff", "\u0301"

RUSSIAN = f"""\
Палата счетов ответила на доклад «Берега без надзора»
Озёрный край, 14 мая 2031 года

В 2030 году осуждено 47 сотрудников лесничества, годом раньше — 31, а в 2028 году осуждено 4. Как утверждает коалиция \
«Чистый берег», надзор не предотвращает порубки. Палата счетов с этим не согласна: доля раскрытых дел составила 33,30 \
процента, а не 12,5 процента.

Всего поступило 45{NBSP}000 жалоб, из них 1 200 переданы в суд; ещё 13–15 дел ждут рассмотрения. Министр Алла Рёмина \
заявила: «Мы всё проверили». Её заместитель Фёдор Соломин добавил, что отчёт готов… Алла Рёмина не ответила на вопрос Фёдора \
Соломина.

Никто из чиновников не был наказан. Ни один егерь, ни один инспектор дела не признал. Следователь Жанна Крёстова написала \
Тимуру Ольхину, а Тимур Ольхин переслал письмо прокурору. Прокурор Ольхин — однофамилец свидетеля.

Штраф вырос с 2,5 до 7,25 тысячи крон, то есть на 190 процентов; в 2029–2030 годах было выписано 8 314 штрафов. Температура \
воды упала до −5 градусов. Общественно-полезный труд назначен 26 лицам: 19 мужчинам и 7 женщинам. Лодочная станция-музей \
закрыта.

Комиссия заявила, что нарушений нет. Комиссия заявила, что сроки соблюдены. По словам инспектора, сроки соблюдены не были. \
Кто-то из рабочих видел за{ACUTE}мок, кто-то — замо{ACUTE}к. Осу{SOFT}ждён{SOFT}ных держали в бара{SOFT}ке № 12 по адресу: \
ул. Речная, д. 9/2.

«Нельзя говорить, что суд не слышит „малых“ людей», — сказала судья Нел{ZERO}ли Ким (род. 1971) на встрече 03.04.2031 в \
10:30. Письмо\u2028подписали 212 жителей посёлка Верхний Ёлкин. Издание «Голос» — единственное, кто приехал \
\U0001f6b6\u200d\u2642\ufe0f \U0001f30a в мае.
"""

ENGLISH = f"""\
The Harbour Authority replies to "Silent Docks"\r
Port Ansel, 3 June 2031\r
\r
In 2030 the court convicted 47 officers; a year earlier it convicted 4. The inspector’s report does not prevent abuse, says \
the Dockers’ Union. The authority can't say why 12 of 13 cases were closed, and Margaret Hale never answered Peter O’Neil’s \
letter.\r
\r
Fines rose from 2.5 to 33.30 million, i.e. by 1,232 per cent, while 45,000 complaints were filed in 2029–2030. "We did not \
lose a single file," Peter O’Neil wrote to Margaret Hale. The temperature fell to -5 degrees. A well-known, non-violent \
protest – the third in May – was dispersed… Nobody was hurt.\r
\r
The commission found no violations. The commission found that deadlines were met. According to Peter O’Neil, deadlines were \
not met. Neither the mayor nor the deputy mayor apologised. Zoe{ACUTE}'s cafe{ACUTE}, the Café Meridian, closed \U0001f6aa \
on 4/5/2031 at 10:30.\r
\r
Judge Ana Čermák said that the “so-called experts” had read 14 of 208 pages. It is not true that the harbour is safe. The \
harbour is closed to 3{THIN}400 boats, 90% of them wooden. Un{SOFT}for{SOFT}tu{SOFT}nately, the ware{ZERO}house burned down, \
and 160 people – 97 men, 63 women – lost their jobs.\r
\r
Naïve readers may think the Ångström Institute was asked; it was not. The re-elected council voted 7–4, with no abstentions, \
to re-open pier no. 9. "Torture," said the widow, "is what they call work here." We have no comment, said the council. No \
comment came.\r
"""

TEXTS = {"ru": RUSSIAN, "en": ENGLISH}


@dataclass(frozen=True)
class Quote:
    """A quote on a text: honest, where `end` says where it ends; else a lie."""

    kind: str
    quote: str
    text: str
    start: int = 0
    end: int = 0


# -- a reading of its own ------------------------------------------------------------------------

_SEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_NEGATION = r"(?:не|ни|нет|not|no|nor|never|cannot|\w+n't)"


@lru_cache(maxsize=64)
def plain(text: str) -> str:
    """A text as somebody would type it who has one kind of each mark and no accents of stress."""
    text = unicodedata.normalize("NFC", _SEEN.sub("", text))
    text = re.sub("(?<=[а-яёА-ЯЁ])[\u0300\u0301]", "", text).replace("ё", "е").replace("Ё", "Е").replace("…", "...")
    text = re.sub("[\"'`«»“”„‘’‚‹›]", "'", re.sub("[-‐‑‒–—−]", "-", text))
    return " ".join(text.split())


def _times(quote: str, text: str) -> int:
    return len(re.findall(f"(?={re.escape(plain(quote))})", plain(text)))


def _stands(quote: str, text: str) -> bool:
    """Whether the quote stands in the text in whole words, with no negation beside it."""
    shown = plain(quote)
    word, gap = r"[\w]", "[ ']*"
    found = re.finditer(f"(?<!{word}){re.escape(shown)}(?!{word})" if shown else "(?!)", plain(text))
    return any(not _negated(plain(text), one.start(), one.end(), gap) for one in found)


def _negated(text: str, start: int, end: int, gap: str = "[ ']*") -> bool:
    before = re.search(rf"(?<![\w-]){_NEGATION}{gap}$", text[:start], re.IGNORECASE)
    after = re.match(rf"{gap}{_NEGATION}(?![\w-])", text[end:], re.IGNORECASE)
    return bool(before or after)


# -- honest --------------------------------------------------------------------------------------


def passages(text: str) -> list[tuple[int, int]]:
    """Sentences, and parts of them in whole words, that stand in the text once and leave out no negation."""
    found: list[tuple[int, int]] = []
    for sentence in re.finditer(r"\S[^.!?;:\n\r]{10,}", text):
        words = [word.span() for word in re.finditer(r"\S+", sentence[0])]
        cuts = [(0, len(words)), (0, len(words) // 2), (len(words) // 2, len(words)), (len(words) // 3, 2 * len(words) // 3 + 1)]
        for first, last in cuts:
            if last - first < 2:
                continue
            start, end = sentence.start() + words[first][0], sentence.start() + words[last - 1][1]
            while end > start and not text[end - 1].isalnum():
                end -= 1
            while start < end and not text[start].isalnum():
                start += 1
            if _is_honest(text, start, end) and (start, end) not in found:
                found.append((start, end))
    return found


def _is_honest(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    clear = all(char.isspace() or char in '«»"“”„()' for char in around) or not re.search("[\\w\u00ad\u200b\u0301'’-]", around)
    beside = re.search(r"\d[\s.,:/–-]?$", text[:start]) or re.match(r"[\s.,:/–-]?\d", text[end:])
    known = plain(text)
    at = known.find(plain(text[start:end]))
    return clear and not beside and _times(text[start:end], text) == 1 and not _negated(known, at, at + len(plain(text[start:end])))


def _inside(word: str, hidden: str) -> str:
    return re.sub(r"[^\W\d_]{6,}", lambda found: found[0][:3] + hidden + found[0][3:], word)


def _stress(quote: str) -> str:
    return re.sub("[аеоуыэюя](?![\u0300\u0301])(?=[а-я])", lambda found: found[0] + ACUTE, quote, count=2)


def _marks(new: str) -> Callable[[str], str]:
    return lambda quote: re.sub("[\"'’«»“”„]", new, quote)


#: What may be otherwise in a quote or in a text without making it another's words.
SPELLINGS: dict[str, Callable[[str], str]] = {
    "no-break spaces": lambda quote: quote.replace(" ", NBSP),
    "thin spaces": lambda quote: quote.replace(" ", THIN),
    "narrow no-break spaces": lambda quote: quote.replace(" ", NARROW),
    "two spaces": lambda quote: quote.replace(" ", "  "),
    "a line break": lambda quote: quote.replace(" ", "\n", 1),
    "a CRLF and an indent": lambda quote: quote.replace(" ", "\r\n\t ", 1),
    "straight quotation marks": _marks('"'),
    "apostrophes": _marks("’"),
    "low and high quotation marks": _marks("„"),
    "em dashes": lambda quote: re.sub("[-–—−]", "—", quote),
    "minus signs": lambda quote: re.sub("[-–—−]", "−", quote),
    "hyphens": lambda quote: re.sub("[–—−]", "-", quote),
    "no-break hyphens": lambda quote: re.sub("[-–—−]", "\u2011", quote),
    "е for ё": lambda quote: quote.replace("ё", "е").replace("Ё", "Е"),
    "ё for е": lambda quote: quote.replace("е", "ё", 2),
    "stress": _stress,
    "soft hyphens": lambda quote: _inside(quote, SOFT),
    "zero-width spaces": lambda quote: _inside(quote, ZERO),
    "word joiners": lambda quote: _inside(quote, JOINER),
    "a byte order mark": lambda quote: quote.replace(" ", " " + BOM, 1),
    "accents apart": lambda quote: unicodedata.normalize("NFD", quote),
    "accents within": lambda quote: unicodedata.normalize("NFC", quote),
    "three points": lambda quote: quote.replace("…", "..."),
}
#: What only a quote may have more.
_AROUND: dict[str, Callable[[str], str]] = {
    "in guillemets": lambda quote: f"«{quote}»",
    "in straight quotation marks": lambda quote: f'"{quote}"',
    "in low and high quotation marks": lambda quote: f"„{quote}“",
    "spaces around": lambda quote: f"  {quote}\n",
    "zero-width characters around": lambda quote: f"{ZERO}{quote}{BOM}",
}


def _all_at_once(quote: str) -> str:
    for name in ("accents apart", "е for ё", "stress", "soft hyphens", "minus signs", "low and high quotation marks", "three points"):
        quote = SPELLINGS[name](quote)
    return f"«{SPELLINGS['thin spaces'](SPELLINGS['a CRLF and an indent'](quote))}»"


def honest(text: str) -> Iterator[Quote]:
    """Passages as they are, then spelled otherwise: in the quote, in the text, two ways at once, all at once."""
    names = list(SPELLINGS)
    for number, (start, end) in enumerate(passages(text)):
        raw = text[start:end]
        yield Quote("as it is", raw, text, start, end)
        marked = all(char in '«»"“”„' for char in (text[start - 1 : start], text[end : end + 1]) if char) and start > 0
        around = {} if marked else {**_AROUND, "all at once": _all_at_once}  # marks in the text would be found with the quote's
        for name, spelling in {**SPELLINGS, **around}.items():
            if (quote := spelling(raw)) != raw:
                yield Quote(name, quote, text, start, end)
        for name in names[number % 4 :: 4]:
            if (new := SPELLINGS[name](raw)) != raw:
                yield Quote(f"{name} in the text", raw, text[:start] + new + text[end:], start, start + len(new))
        first, second = names[number % len(names)], names[(number * 7 + 3) % len(names)]
        if (quote := SPELLINGS[second](SPELLINGS[first](raw))) != raw:
            yield Quote("two at once", quote, text, start, end)


# -- lies ----------------------------------------------------------------------------------------

_LATIN = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")
_CYRILLIC = str.maketrans("aeopcyxABEKMHOPCTX", "аеорсухАВЕКМНОРСТХ")


def _each(pattern: str, new: Callable[[re.Match[str]], str]) -> Callable[[str], Iterator[str]]:
    def made(quote: str) -> Iterator[str]:
        for found in re.finditer(pattern, quote):
            yield quote[: found.start()] + new(found) + quote[found.end() :]

    return made


def _swapped(pattern: str) -> Callable[[str], Iterator[str]]:
    def made(quote: str) -> Iterator[str]:
        found = list(re.finditer(pattern, quote))
        for one, other in pairwise(found):
            if one[0] != other[0]:
                yield quote[: one.start()] + other[0] + quote[one.end() : other.start()] + one[0] + quote[other.end() :]

    return made


def _cut_words(quote: str) -> Iterator[str]:
    if re.search(r"\w\w\w$", quote):
        yield quote[:-1]
        yield quote[:-2]
    if re.match(r"\w\w\w", quote):
        yield quote[1:]
        yield quote[2:]


def _cut_numbers(quote: str) -> Iterator[str]:
    for found in re.finditer(r"\d[\d.,:/–\u00a0\u2009 ]*\d", quote):
        for at in range(found.start() + 1, found.end()):
            if quote[at - 1].isdigit():
                yield quote[:at]
            if quote[at].isdigit():
                yield quote[at:]


def _other_script(quote: str) -> Iterator[str]:
    for table in (_LATIN, _CYRILLIC):
        for found in list(re.finditer(r"\w", quote)):
            if (new := found[0].translate(table)) != found[0]:
                yield quote[: found.start()] + new + quote[found.end() :]
                break
        yield quote.translate(table)


#: What makes another's words of a quote, or cuts them where they cannot be cut.
LIES: dict[str, Callable[[str], Iterator[str]]] = {
    "another digit": _each(r"\d", lambda found: str((int(found[0]) + 1) % 10)),
    "a digit more": _each(r"\d(?!\d)", lambda found: found[0] + "0"),
    "a number cut": _cut_numbers,
    "a negation dropped": _each(rf"(?<![\w-]){_NEGATION}\s+", lambda found: ""),
    "a negation added": _each(
        r"(?<=[а-я] )(?=[а-я])|(?<=[a-z] )(?=[a-z])", lambda found: "not " if found.string[found.end()].isascii() else "не "
    ),
    "names swapped": _swapped(r"(?<![\w’'])[А-ЯЁA-Z]\w+"),
    "words swapped": _swapped(r"[\w’'-]+"),
    "a word cut": _cut_words,
    "letters of another script": _other_script,
    "another case": _each(r"(?<!\w)[^\W\d_]", lambda found: found[0].swapcase()),
    "all capitals": lambda quote: iter([quote.upper()]),
    "a word twice": _each(r"\w{3,}", lambda found: f"{found[0]} {found[0]}"),
    "a word removed": _each(r"(?<=\s)\w+\s+", lambda found: ""),
    "a word changed": _each(r"(?<!\w)[^\W\d_]{4,}(?!\w)", lambda found: found[0][::-1]),
    "comma and point swapped": _each(r"(?<=\d)[.,](?=\d)", lambda found: "," if found[0] == "." else "."),
    "thousands otherwise": _each(r"(?<=\d)[\u00a0\u2009 ,](?=\d{3})", lambda found: ""),
    "words joined": _each(r"(?<=\w)[ -](?=\w)", lambda found: ""),
    "a hyphen for a space": _each(r"(?<=\w) (?=\w)", lambda found: "-"),
    "a letter's mark dropped": _each("й|é|ï|Å|Č|á", lambda found: unicodedata.normalize("NFD", found[0])[0]),
    "letters of different words swapped": _each("[ои]", lambda found: {"о": "и", "и": "о"}[found[0]]),
    "two ellipsis points": _each("…", lambda found: ".."),
}
_MOST_OF_A_KIND = 4  # from one passage


def lies(text: str) -> Iterator[Quote]:
    """What must not be found: the passages made false, words cut, negations left out, phrases that stand there twice."""
    for start, end in passages(text):
        raw = text[start:end]
        for kind, make in LIES.items():
            made = [quote for quote in dict.fromkeys(make(raw)) if not _stands(quote, text)]
            step = max(1, len(made) // _MOST_OF_A_KIND)
            for quote in made[::step][:_MOST_OF_A_KIND]:
                yield Quote(kind, quote, text)
                yield Quote(f"{kind}, spelled otherwise", _all_at_once(quote), text)
    yield from _left_out(text)
    yield from _repeated(text)
    yield from _hidden(text)


def _hidden(text: str) -> Iterator[Quote]:
    """Words and numbers cut where the text has a character that nobody sees."""
    for hidden in (SOFT, ZERO, JOINER):
        new = re.sub(r"(?<=\d)(?=\d)|(?<=[а-яa-z]{3})(?=[а-яa-z]{3})", hidden, text)
        for start, end in passages(new):
            for at in [found.start() for found in re.finditer(hidden, new[start:end])][:1]:
                for quote in (new[start : start + at], new[start : start + at + 1], new[start + at : end], new[start + at + 1 : end]):
                    if not _stands(quote, new):
                        yield Quote("cut where something is hidden", quote, new)


def _left_out(text: str) -> Iterator[Quote]:
    """What stands beside a negation, quoted without it."""
    for found in re.finditer(rf"(?<![\w-]){_NEGATION}(?![\w-])", text.replace("’", "'"), re.IGNORECASE):
        for quote in (
            re.match(r"(?:\s+[^\s.,;:!?]+){1,3}", text[found.end() :]),
            re.search(r"(?:[^\s.,;:!?]+\s+){1,3}$", text[: found.start()]),
        ):
            if quote and not _stands(quote[0], text):
                yield Quote("a negation left out", quote[0].strip(), text)


def _repeated(text: str) -> Iterator[Quote]:
    """Words that stand in the text more than once."""
    words = [found.span() for found in re.finditer(r"(?<!\S)[^\W\d_]{3,}(?=\s)", text)]
    seen = set()
    for (start, middle), (other, end) in pairwise(words):
        quote = text[start:end]
        if text[middle:other] == " " and quote not in seen and text.count(quote) > 1 and _times(quote, text) == text.count(quote):
            seen.add(quote)
            yield Quote("repeated", quote, text)
