"""Learns lemmas: exceptions by form, and for the rest what to cut from a word's end and to put there, by tag and ending."""

from collections import Counter, defaultdict

from treebank import Sentence

LONGEST_ENDING = 5


def lemma_key(form: str) -> str:
    """The key under which a form's lemma is looked up: lower case with plain apostrophes, digits kept."""
    return form.lower().replace("’", "'").replace("‘", "'")


def script_of(form: str, lemma: str) -> str | None:
    """How many letters to cut and what to append, as "3:y"; None where form and lemma begin differently."""
    common = 0
    while common < min(len(form), len(lemma)) and form[common] == lemma[common]:
        common += 1
    if common == 0:
        return None
    return f"{len(form) - common}:{lemma[common:]}"


def apply_script(form: str, script: str) -> str:
    """The lemma that a script makes of a form."""
    cut, _, tail = script.partition(":")
    return form[: len(form) - int(cut)] + tail if int(cut) < len(form) else form


def learn_lemmas(sentences: list[Sentence]) -> dict[str, dict[str, str]]:
    """`endings` maps "XPOS ending" to a script, `exceptions` maps "XPOS form" to a lemma."""
    seen: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for sentence in sentences:
        for form, lemma, xpos in zip(sentence.forms, sentence.lemmas, sentence.xpos):
            if xpos not in ("GW", "CD") and lemma != "_":
                seen[xpos, lemma_key(form)][lemma_key(lemma)] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in seen.items()}
    endings = learn_endings(best)
    exceptions = {}
    for (xpos, form), lemma in best.items():
        if find_lemma(endings, xpos, form) != lemma:
            exceptions[f"{xpos} {form}"] = lemma
    return {"endings": endings, "exceptions": exceptions}


def learn_endings(best: dict[tuple[str, str], str]) -> dict[str, str]:
    """For each tag and ending the commonest script, kept only where it differs from the shorter ending's."""
    votes: dict[tuple[str, str], Counter] = defaultdict(Counter)
    for (xpos, form), lemma in best.items():
        script = script_of(form, lemma)
        if script is None:
            continue
        for size in range(min(LONGEST_ENDING, len(form) - 1) + 1):
            votes[xpos, form[len(form) - size :]][script] += 1
    endings: dict[str, str] = {}
    for (xpos, ending), counts in sorted(votes.items(), key=lambda item: (len(item[0][1]), item[0])):
        script, count = counts.most_common(1)[0]
        if (count >= 3 or not ending) and script != script_for(endings, xpos, ending):
            endings[f"{xpos} {ending}"] = script
    return endings


def script_for(endings: dict[str, str], xpos: str, form: str) -> str:
    """The script of the longest known ending."""
    for size in range(min(LONGEST_ENDING, len(form)), -1, -1):
        script = endings.get(f"{xpos} {form[len(form) - size:]}")
        if script is not None:
            return script
    return "0:"


def find_lemma(endings: dict[str, str], xpos: str, form: str) -> str:
    """The lemma of a normal form by its ending alone."""
    return apply_script(form, script_for(endings, xpos, form))


class Lemmas:
    """What `learn_lemmas` found, at work."""

    def __init__(self, learnt: dict[str, dict[str, str]]) -> None:
        self.endings, self.exceptions = learnt["endings"], learnt["exceptions"]

    def find(self, form: str, xpos: str) -> str:
        """The lemma of a form; a name keeps its letters."""
        key = lemma_key(form)
        if xpos in ("NNP", "NNPS"):
            return form
        return self.exceptions.get(f"{xpos} {key}") or find_lemma(self.endings, xpos, key)
