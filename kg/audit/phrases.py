"""What a checked calculation is told in, in English and Russian. Nothing here says that anybody is right, wrong or lying.

A phrase is a pair, English and Russian, with values in braces. Keys with a dot belong together: `said.` is how a result is set
beside what is stated, `if.` a change that would mend it, `reason.` why there is no outcome.
"""

from __future__ import annotations

from kg.grammar import LANGUAGES

PHRASES: dict[str, tuple[str, str]] = {
    # --- the arithmetic ---
    "share": ("{part} of {whole} is {result}", "{part} от {whole} — это {result}"),
    "ratio": ("{one} is {result} times {other}", "отношение {one} к {other} — {result}"),
    "change": ("from {start} to {end} the change is {result}", "от {start} до {end} изменение {result}"),
    "change.rise": ("from {start} to {end} is a rise of {result}", "от {start} до {end} — рост на {result}"),
    "change.fall": ("from {start} to {end} is a fall of {result}", "от {start} до {end} — снижение на {result}"),
    "change.none": ("from {start} to {end} nothing changes", "от {start} до {end} ничего не меняется"),
    "make": ("the {count} parts make {result}", "{count} слагаемых дают {result}"),
    "mean": ("the mean of the {count} values is {result}", "среднее {count} значений — {result}"),
    "listed": ("{result} are listed", "перечислено {result}"),
    "nearest": (
        "the nearest to it that a whole number out of {whole} makes is {result}",
        "ближайшее к этому, что даёт целое число из {whole}, — {result}",
    ),
    "possible": ("a whole number out of {whole} makes {result}", "целое число из {whole} даёт {result}"),
    # --- beside what is stated ---
    "given": ("On the assumption {assumes}{without}: ", "При допущении {assumes}{without}: "),
    "said.consistent": ("{formula}, and {stated} is stated: the two agree.", "{formula}, названо {stated}: одно сходится с другим."),
    "said.consistent-by-rounding": (
        "{formula}, and {stated} is stated: the two agree within rounding, though not as exact numbers.",
        "{formula}, названо {stated}: в пределах округления одно сходится с другим, а как точные числа они различаются.",
    ),
    "said.inconsistent": (
        "{formula}, while {stated} is stated: as printed the two do not meet; they are {gap} apart.",
        "{formula}, а названо {stated}: в напечатанном виде одно не сходится с другим, разница — {gap}.",
    ),
    "gap.least": ("at least {gap}", "не менее {gap}"),
    "said.incomplete": (
        "{formula}, and {stated} is stated for the whole: {remainder} remain, and whether that is everything is not said.",
        "{formula}, а для целого названо {stated}: остаётся {remainder}, и всё ли это перечислено, не сказано.",
    ),
    "grim.inconsistent": (
        "{formula}, while {stated} is stated: as printed the two do not meet.",
        "{formula}, а названо {stated}: в напечатанном виде одно не сходится с другим.",
    ),
    "opposite-way": (
        "The numbers go the other way than is stated.",
        "Числа идут в обратную сторону, чем сказано.",
    ),
    # --- several comparisons ---
    "range.holds": ("The values from {low} to {high} lie within the stated {stated}.", "Значения от {low} до {high} лежат в названных пределах {stated}."),
    "range.breaks": (
        "Of {values} {broken} outside the stated {stated}, the furthest by {gap}.",
        "Из {values} вне названных пределов {stated}: {broken}, самое дальнее на {gap}.",
    ),
    "lies": ("{values} lies", "{values}"),
    "lie": ("{values} lie", "{values}"),
    "trend.holds": ("From each value to the next the series {does}: {series}.", "От каждого значения к следующему ряд {does}: {series}."),
    "trend.breaks": (
        "If from each value to the next is meant, at {broken} of {count} steps the series does not go as stated: {steps}. If only the first and the last are meant, it goes {ends}{ends_hold}.",
        "Если речь о каждом шаге от значения к следующему, то на {broken} из {count} шагов ряд идёт не так, как сказано: {steps}. Если только о первом и последнем значении, то {ends}{ends_hold}.",
    ),
    "ends.hold": (", as stated", ", как и сказано"),
    "ends.break": (", which is not as stated either", ", и это тоже не так, как сказано"),
    "co.holds": (
        "At each of the {count} steps the two series go as stated: {pairs}.",
        "На каждом из {count} шагов оба ряда идут так, как сказано: {pairs}.",
    ),
    "co.holds.one": ("At the one step the two series go as stated: {pairs}.", "На единственном шаге оба ряда идут так, как сказано: {pairs}."),
    "co.breaks": (
        "If every step is meant, the two series do not go as stated at {broken} of {count}: {steps}. At {rises} of them the first rises and the second answers as stated{rest}.",
        "Если речь о каждом шаге, то на {broken} из {count} оба ряда идут не так, как сказано: {steps}. На {rises} первый растёт, а второй отвечает, как сказано{rest}.",
    ),
    "co.falls": (", at {falls} it is the other way round", ", на {falls} всё наоборот"),
    "co.breaks.all": (
        "If every step is meant, the two series go as stated at none of {count}: {steps}.",
        "Если речь о каждом шаге, то ни на одном из {count} оба ряда не идут так, как сказано: {steps}.",
    ),
    "co.pair": ("{one} while {other}", "{one} при {other}"),
    "compared.holds": ("{greater} is more than {lesser}, as stated.", "{greater} больше, чем {lesser}, как и сказано."),
    "compared.breaks": ("{greater} is not more than {lesser}, though it is said to be.", "{greater} не больше, чем {lesser}, хотя сказано, что больше."),
    "together": ("{values} together ({sum})", "{values} вместе ({sum})"),
    "same.holds": ("{values} are given for the same, and agree.", "Об одном и том же сказано: {values}; числа сходятся."),
    "same.rounded": (
        "{values} are given for the same, and agree within rounding, though not as exact numbers.",
        "Об одном и том же сказано: {values}; в пределах округления они сходятся, а как точные числа различаются.",
    ),
    "same.breaks": (
        "{values} are given for what the documents call the same: as printed they have no number in common. Either different things are counted, or one of them was revised or misprinted; the numbers do not tell which.",
        "О том, что документы называют одним и тем же, сказано: {values}; общего числа у них нет. Либо посчитано разное, либо одно из чисел уточнено или опечатано; сами числа этого не показывают.",
    ),
    "corrected": (
        "{values} are given for the same; {later} says that it corrects {earlier}.",
        "Об одном и том же сказано: {values}; {later} сообщает, что исправляет {earlier}.",
    ),
    "rises": ("rises", "растёт"),
    "falls": ("falls", "падает"),
    # --- forks ---
    "readings": (
        "Read the English way it is {en}, the Russian way {ru}: which one is meant, the digits do not tell.",
        "При английском чтении знаков — {en}, при русском — {ru}: какое имеется в виду, по цифрам не узнать.",
    ),
    "mend": (
        "They would agree if {ways}; that is arithmetic, not an explanation ({tried} tried, of which chance alone would make {expected} fit).",
        "Они сошлись бы, если {ways}; это арифметика, а не объяснение (испробовано {tried}, случайно подошло бы {expected}).",
    ),
    "least": ("fewer than 0.01", "меньше 0,01"),
    "mend.reading": ("They would agree if {ways}.", "Они сошлись бы, если {ways}."),
    "or": (", or if ", ", или если "),
    "without.not-comparable": (" (without it the figures are not comparable)", " (без него цифры несопоставимы)"),
    "without.other": (" (without it nothing follows)", " (без него ничего не следует)"),
    "would.part": ("{stated} of {whole} would be {part}.", "{stated} от {whole} — это {part}."),
    "would.both": (
        "{stated} of {whole} would be {part}; {given} is {stated} of {bases}.",
        "{stated} от {whole} — это {part}; {given} — это {stated} от {bases}.",
    ),
    "between": ("{low} to {high}", "от {low} до {high}"),
    "by.between": ("{low} to {high}", "{low}–{high}"),
    "above": ("above {end}", "больше {end}"),
    "under": ("under {end}", "менее {end}"),
    "any": ("any number", "любое число"),
    "either": ("{low} or {high}", "{low} или {high}"),
    "through": ("{low}–{high}", "{low}–{high}"),
    # --- changes that would mend it ---
    "if.rounding": ("{stated} is a round number for {result}", "{stated} — округлённое {result}"),
    "if.rounding.range": ("the stated ends are round numbers", "названные границы округлены"),
    "if.truncated": ("{result} was cut off, not rounded", "{result} отсекли, а не округлили"),
    "if.points": ("percentage points are meant ({result})", "имеются в виду процентные пункты ({result})"),
    "if.percent": ("percent are meant, not points ({result})", "имеются в виду проценты, а не пункты ({result})"),
    "if.percent-of": (
        "what is meant is what percentage the later value is of the earlier, not a change by it ({result})",
        "имеется в виду, сколько процентов позднее значение составляет от раннего, а не изменение на столько ({result})",
    ),
    "if.direction": ("the two are taken the other way round ({result})", "стороны поменять местами ({result})"),
    "if.direction.change": ("the other direction is meant", "имеется в виду обратное направление"),
    "if.base-exchanged": ("the change is counted from the later value ({result})", "изменение считать от позднего значения ({result})"),
    "if.complement": ("the rest of the whole is meant ({result})", "имеется в виду остальная часть целого ({result})"),
    "if.counted-twice": ("{old} is counted twice ({arithmetic})", "{old} посчитано дважды ({arithmetic})"),
    "if.left-out": ("{old} is left out ({arithmetic})", "{old} не учтено ({arithmetic})"),
    "if.sign": ("{old} is taken away, not added ({arithmetic})", "{old} вычтено, а не прибавлено ({arithmetic})"),
    "if.digits-swapped": ("two digits of {old} are swapped ({arithmetic})", "в {old} переставлены две цифры ({arithmetic})"),
    "if.scale": ("{old} stands for {new} ({arithmetic})", "{old} означает {new} ({arithmetic})"),
    "if.other-figure": ("{name} is meant, not {old} ({arithmetic})", "имеется в виду {name}, а не {old} ({arithmetic})"),
    "if.another-base": ("the base is {name}, not {old} ({arithmetic})", "база — {name}, а не {old} ({arithmetic})"),
    "if.unlisted": ("something of {new} is not listed", "не перечислено что-то на {new}"),
    "name.rest": ("the whole without the part", "целое без части"),
    "name.both": ("the whole and the part together", "целое вместе с частью"),
    # --- no outcome ---
    "reason.part": ("Part {number} ({printed}) is missing or is no number that can be read.", "Части {number} ({printed}) нет, или её не прочесть как число."),
    "reason.stated": ("What is stated ({printed}) is no number that can be read.", "Названное ({printed}) не прочесть как число."),
    "reason.total": ("What it is to be out of is no number of one or more.", "Итог, из которого берут долю, — не число от единицы."),
    "reason.zero": ("It would divide by nothing.", "Пришлось бы делить на ноль."),
    "reason.nothing-stated": ("{formula}; nothing is stated to hold this against.", "{formula}; сравнить это не с чем: итог не назван."),
    "reason.units": ("Percentages and counts are not comparable.", "Проценты и количества несопоставимы."),
    "reason.missing": ("A number that the relation needs is not given.", "Нет числа, которое нужно для соотношения."),
    "reason.differ": ("The figures differ in {what}, so that they are not comparable as they stand.", "У цифр различается {what}, поэтому в таком виде они несопоставимы."),
    "reason.periods": ("The two series have no two periods in common.", "У двух рядов нет двух общих периодов."),
    "assume.part": ("what the part counts belongs to what the whole counts", "то, что считает часть, входит в то, что считает целое"),
    "assume.worded": ("{texts} are counted alike", "{texts} посчитаны одинаково"),
    # --- notes ---
    "across": (
        "{metric}, {values}: according to the document what is counted, or who counts it, may have changed ({when}: {cause}). If it did, figures from before and after are not of the same thing; if it did not, they may be compared.",
        "{metric}, {values}: судя по документу, могло измениться то, что считают, или тот, кто считает ({when}: {cause}). Если да, то числа до и после — не об одном и том же; если нет, их можно сравнивать.",
    ),
    "base.highest": (
        "{metric}: counted from {base}, the highest value listed, the result is {own} ({stated} is stated); {each}. Which base is the fitting one, the numbers do not say.",
        "{metric}: если считать от {base}, самого большого из названных чисел, получается {own} (названо {stated}); {each}. Какая база уместна, сами числа не говорят.",
    ),
    "base.lowest": (
        "{metric}: counted from {base}, the lowest value listed, the result is {own} ({stated} is stated); {each}. Which base is the fitting one, the numbers do not say.",
        "{metric}: если считать от {base}, самого малого из названных чисел, получается {own} (названо {stated}); {each}. Какая база уместна, сами числа не говорят.",
    ),
    "base.from": ("from {base} it is {result}", "от {base} — {result}"),
    "before.fall": (
        "{metric}: by the figures listed it also fell before {cause} ({since}): {steps}; all values before it are {values}. If the fall is put down to it, what came before needs another reason; the figures do not show what causes what.",
        "{metric}: по названным числам снижение было и раньше, чем {cause} ({since}): {steps}; все прежние значения — {values}. Если снижение объясняют этим, то прежнему нужна другая причина; сами числа причин не показывают.",
    ),
    "before.rise": (
        "{metric}: by the figures listed it also rose before {cause} ({since}): {steps}; all values before it are {values}. If the rise is put down to it, what came before needs another reason; the figures do not show what causes what.",
        "{metric}: по названным числам рост был и раньше, чем {cause} ({since}): {steps}; все прежние значения — {values}. Если рост объясняют этим, то прежнему нужна другая причина; сами числа причин не показывают.",
    ),
    "slide": (
        "{result} is said of {said} and computed of {counted}: if the two are counted alike, it says the same of both; if not, it says nothing of the former.",
        "{result} сказано про {said}, а вычислено по {counted}: если то и другое считают одинаково, это верно для обоих; если нет, о первом это ничего не говорит.",
    ),
    # --- figures that are not of one thing ---
    "differ": ("The figures differ in {what}, so that nothing follows from them as they stand.", "У этих цифр разное: {what}; в таком виде из них ничего не следует."),
    "still": ("Were that no difference:", "Если бы это не было различием:"),
    "differs.counts": ("what is counted", "что считают"),
    "differs.unit": ("the unit", "единица"),
    "differs.population": ("the population", "круг"),
    "differs.place": ("the place", "место"),
    "differs.period": ("the length of the period", "длина периода"),
    "differs.overlap": ("their periods (which overlap)", "периоды (они накладываются)"),
    "differs.outside": ("their periods (not all lie in the total's)", "периоды (не все лежат в периоде итога)"),
    "differs.result": ("what the result is said of", "о чём сказан итог"),
    # --- silence ---
    "why.part": ("a figure is no number that can be read", "цифру не прочесть как число"),
    "why.stated": ("the stated result is no number that can be read", "названный итог не прочесть как число"),
    "why.total": ("the total is no number of one or more", "итог — не число от единицы"),
    "why.zero": ("it would divide by nothing", "пришлось бы делить на ноль"),
    "why.nothing-stated": ("no result is stated", "итог не назван"),
    "why.units": ("percentages beside counts", "проценты рядом с количествами"),
    "why.missing": ("a figure is missing", "нет нужной цифры"),
    "why.periods": ("the series have no two periods in common", "у рядов нет двух общих периодов"),
    "why.differ": ("the figures differ in {what}", "у цифр разное: {what}"),
    "nothing": ("nothing", "пусто"),
}  # fmt: skip


def say(key: str, lang: str, /, **values: str) -> str:
    """A phrase in a language, its values put in."""
    told = PHRASES[key][LANGUAGES.index(lang)].format(**values)
    return told[:-1] if told.endswith("..") else told  # what ends in an abbreviation has its stop
