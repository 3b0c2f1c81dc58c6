"""Turns treebank sentences into the form of news headlines, trees and all, so that the parser learns that form too."""

import random
import re
from dataclasses import dataclass

from treebank import Sentence

LONGEST_SOURCE = 40
LONGEST_HEADLINE = 18
BE = {"am", "is", "are", "was", "were", "been", "being", "be", "'s", "’s", "'re", "’re"}
SPEAKERS = ("official", "ministry", "report", "police", "sources", "minister", "agency", "TV", "media", "envoy")
PRUNED = {"advcl": 0.7, "parataxis": 1.0, "acl:relcl": 0.7, "discourse": 1.0, "vocative": 1.0, "advmod": 0.4, "cc": 0.0,
          "obl": 0.2, "nmod": 0.1, "appos": 0.5, "expl": 0.0}
SMALL_WORDS = {"ADP", "CCONJ", "DET", "PART", "AUX"}


@dataclass(eq=False)
class Node:
    """A word in a tree that is being changed."""

    form: str
    lemma: str
    upos: str
    xpos: str
    deprel: str
    head: "Node | None" = None


def nodes_of(sentence: Sentence) -> list[Node]:
    """The sentence's words as nodes that point at one another."""
    columns = zip(sentence.forms, sentence.lemmas, sentence.upos, sentence.xpos, sentence.deprels)
    nodes = [Node(*row) for row in columns]
    for node, head in zip(nodes, sentence.heads):
        node.head = nodes[head - 1] if head else None
    return nodes


def sentence_of(nodes: list[Node]) -> Sentence:
    """The nodes as a sentence again."""
    number = {id(node): i + 1 for i, node in enumerate(nodes)}
    column = lambda name: [getattr(node, name) for node in nodes]
    heads = [number[id(node.head)] if node.head else 0 for node in nodes]
    return Sentence(column("form"), column("lemma"), column("upos"), column("xpos"), heads, column("deprel"))


def children(nodes: list[Node], head: Node, *relations: str) -> list[Node]:
    """Dependants of a node in one of the relations, or all of them."""
    return [n for n in nodes if n.head is head and (not relations or n.deprel.split(":")[0] in relations or n.deprel in relations)]


def without_branch(nodes: list[Node], top: Node) -> list[Node]:
    """The nodes without one and all that hangs from it."""
    gone = {id(top)}
    grown = True
    while grown:
        grown = False
        for node in nodes:
            if node.head is not None and id(node.head) in gone and id(node) not in gone:
                gone.add(id(node))
                grown = True
    return [node for node in nodes if id(node) not in gone]


def without_leaf(nodes: list[Node], node: Node) -> list[Node]:
    """The nodes without one, unless something hangs from it."""
    return nodes if children(nodes, node) else [n for n in nodes if n is not node]


def present_form(lemma: str, singular: bool) -> str:
    """The present tense of a verb."""
    if lemma in ("be", "have"):
        return {"be": ("are", "is"), "have": ("have", "has")}[lemma][singular]
    if not singular:
        return lemma
    if re.search(r"(s|x|z|ch|sh|o)$", lemma):
        return lemma + "es"
    return re.sub(r"(?<=[^aeiou])y$", "ie", lemma) + "s"


def to_present(nodes: list[Node], verb: Node) -> None:
    """Puts a finite verb into the present, in agreement with its subject."""
    subjects = children(nodes, verb, "nsubj") or (children(nodes, verb.head, "nsubj") if verb.head else [])
    subject = subjects[0] if subjects else None
    plural = subject is not None and (
        subject.xpos in ("NNS", "NNPS") or bool(children(nodes, subject, "conj"))
        or subject.form.lower() in ("they", "we", "i", "you", "these", "those")
    )
    verb.form, verb.xpos = present_form(verb.lemma, not plural), "VBP" if plural else "VBZ"


def shorten_verb(nodes: list[Node], verb: Node, rng: random.Random) -> list[Node]:
    """Drops auxiliaries: "has signed" and "signed" become "signs", "was killed" "killed", "will sign" "to sign"."""
    helpers = children(nodes, verb, "aux")
    forms = [helper.form.lower() for helper in helpers]
    if any(form in ("would", "could", "may", "might", "must", "should", "can", "do", "did", "does", "not") for form in forms):
        return nodes
    if any(form in ("will", "'ll", "’ll") for form in forms) and rng.random() < 0.8:
        for helper in helpers:
            if helper.form.lower() in ("will", "'ll", "’ll"):
                helper.form, helper.lemma, helper.upos, helper.xpos, helper.deprel = "to", "to", "PART", "TO", "mark"
        return nodes
    passive = any(helper.deprel == "aux:pass" for helper in helpers)
    for helper in helpers:
        if helper.form.lower() in BE or helper.form.lower() in ("has", "have", "had", "'ve", "’ve"):
            nodes = without_leaf(nodes, helper)
    if not passive and (verb.xpos in ("VBD", "VBN") or verb.xpos in ("VBP", "VBZ") and children(nodes, verb, "nsubj")):
        to_present(nodes, verb)
    return nodes


def prune(nodes: list[Node], root: Node, rng: random.Random) -> list[Node]:
    """Drops side clauses and some adverbials."""
    for node in [n for n in nodes if n is not root]:
        chance = PRUNED.get(node.deprel, PRUNED.get(node.deprel.split(":")[0], 0.0))
        if node.deprel == "obl:agent":
            chance = 0.0
        if chance and rng.random() < chance and node in nodes:
            nodes = without_branch(nodes, node)
    for node in [n for n in nodes if n.deprel == "det" and n.lemma in ("a", "an", "the")]:
        nodes = without_leaf(nodes, node)
    return nodes


def trim_signs(nodes: list[Node]) -> list[Node]:
    """Drops full stops, brackets and quotation marks, and commas that have lost their side clause."""
    for node in [n for n in nodes if n.deprel == "punct"]:
        if node.form in (".", "!", '"', "“", "”", "``", "''", "(", ")", "[", "]", ";"):
            nodes = without_leaf(nodes, node)
    kept: list[Node] = []
    for node in nodes:
        if node.form in (",", "-", "--", ":", "—", "–") and (not kept or kept[-1].deprel == "punct"):
            continue
        if node.form == "," and not children(nodes, node.head, "conj") and node.head.deprel not in ("conj", "appos"):
            continue
        kept.append(node)
    while kept and kept[-1].deprel == "punct":
        kept.pop()
    return kept


def name_subject(nodes: list[Node], names: list[Node], rng: random.Random) -> None:
    """Puts names where pronouns were subjects or objects."""
    for node in nodes:
        if node.xpos == "PRP" and not children(nodes, node):
            name = rng.choice(names)
            node.form, node.lemma, node.upos, node.xpos = name.form, name.lemma, name.upos, name.xpos


def comma_for_and(nodes: list[Node], rng: random.Random) -> None:
    """ "Russia and Ukraine" becomes "Russia, Ukraine"."""
    for node in nodes:
        if node.deprel == "cc" and node.lemma == "and" and node.head and node.head.upos in ("PROPN", "NOUN"):
            if rng.random() < 0.5 and not children(nodes, node):
                node.form, node.lemma, node.upos, node.xpos, node.deprel = ",", ",", "PUNCT", ",", "punct"


def add_second_name(nodes: list[Node], names: list[Node], rng: random.Random) -> list[Node]:
    """Puts a second name after a lone one: "Russia signs" becomes "Russia, Ukraine sign"."""
    alone = [n for n in nodes if n.upos == "PROPN" and n.deprel in ("nsubj", "obj", "nsubj:pass") and not children(nodes, n)]
    if not alone or rng.random() > 0.25:
        return nodes
    first, name = rng.choice(alone), rng.choice(names)
    second = Node(name.form, name.lemma, name.upos, name.xpos, "conj", first)
    link = Node(",", ",", "PUNCT", ",", "punct", second) if rng.random() < 0.7 else Node("and", "and", "CCONJ", "CC", "cc", second)
    verb = first.head
    if first.deprel == "nsubj" and verb.xpos == "VBZ":
        verb.form, verb.xpos = present_form(verb.lemma, False), "VBP"
    at = nodes.index(first) + 1
    return [*nodes[:at], link, second, *nodes[at:]]


def to_future(nodes: list[Node], verb: Node, rng: random.Random) -> list[Node]:
    """Now and then puts a verb of the present into the future: "signs" becomes "to sign"."""
    if verb.xpos not in ("VBZ", "VBP") or children(nodes, verb, "aux", "cop", "mark") or rng.random() > 0.15:
        return nodes
    verb.form, verb.xpos = verb.lemma, "VB"
    at = nodes.index(verb)
    return [*nodes[:at], Node("to", "to", "PART", "TO", "mark", verb), *nodes[at:]]


def add_speaker(nodes: list[Node], root: Node, names: list[Node], rng: random.Random) -> list[Node]:
    """Puts "- ministry", "-official says" or ": Obama" at the end."""
    sign = Node(*rng.choice([("-", "-", "PUNCT", ":"), ("-", "-", "PUNCT", ":"), ("--", "--", "PUNCT", ":"), (":", ":", "PUNCT", ":")]), "punct")
    if rng.random() < 0.5:
        name = rng.choice(names)
        speaker = Node(name.form, name.lemma, name.upos, name.xpos, "parataxis", root)
    else:
        word = rng.choice(SPEAKERS)
        speaker = Node(word, word, "NOUN", "NNS" if word in ("sources", "police") else "NN", "parataxis", root)
    sign.head = speaker
    before: list[Node] = []
    if speaker.upos == "NOUN" and rng.random() < 0.3:
        name = rng.choice(names)
        before = [Node(name.form, name.lemma, name.upos, name.xpos, "compound", speaker)]
    if rng.random() < 0.5:
        return [*nodes, sign, *before, speaker]
    says = Node("say" if speaker.xpos == "NNS" else "says", "say", "VERB", "VBP" if speaker.xpos == "NNS" else "VBZ", "parataxis", root)
    speaker.deprel, speaker.head, sign.head = "nsubj", says, says
    return [*nodes, sign, *before, speaker, says]


def add_slug(nodes: list[Node], root: Node, rng: random.Random) -> list[Node]:
    """Puts "UPDATE 1-" or the like before the headline."""
    word = Node(rng.choice(["UPDATE", "FACTBOX", "ANALYSIS", "WRAPUP", "RPT", "INTERVIEW", "TIMELINE"]), "update", "NOUN", "NN", "dep", root)
    word.lemma = word.form.lower()
    number = [Node(str(rng.randint(1, 6)), "1", "NUM", "CD", "nummod", word)] if word.form in ("UPDATE", "WRAPUP") else []
    return [word, *number, Node("-", "-", "PUNCT", ":", "punct", word), *nodes]


def write_in(nodes: list[Node], rng: random.Random) -> None:
    """Capitalises the first word, and now and then every word or every letter."""
    style = rng.random()
    for node in nodes:
        if style < 0.08:
            node.form = node.form.upper()
        elif style < 0.3 and (node.upos not in SMALL_WORDS or style < 0.15) and "'" not in node.form and "’" not in node.form:
            node.form = node.form[:1].upper() + node.form[1:]
    nodes[0].form = nodes[0].form[:1].upper() + nodes[0].form[1:]


def headline_of(sentence: Sentence, names: list[Node], rng: random.Random) -> Sentence | None:
    """The sentence as a headline, None where it does not lend itself to one."""
    if not 5 <= len(sentence) <= LONGEST_SOURCE or "?" in sentence.forms:
        return None
    nodes = nodes_of(sentence)
    root = next(node for node in nodes if node.head is None)
    if root.upos != "VERB" or not children(nodes, root, "nsubj") or children(nodes, root, "expl"):
        return None
    nodes = prune(nodes, root, rng)
    for opener in children(nodes, root, "mark", "cc"):
        nodes = without_branch(nodes, opener) if opener.xpos != "TO" else nodes
    name_subject(nodes, names, rng)
    for verb in [n for n in nodes if n.upos == "VERB" and (n is root or n.deprel in ("conj", "ccomp"))]:
        nodes = shorten_verb(nodes, verb, rng)
    for copula in [n for n in nodes if n.deprel == "cop" and n.form.lower() in BE and rng.random() < 0.6]:
        nodes = without_leaf(nodes, copula)
    comma_for_and(nodes, rng)
    nodes = to_future(add_second_name(trim_signs(nodes), names, rng), root, rng)
    if not 3 <= len(nodes) <= LONGEST_HEADLINE or not children(nodes, root, "nsubj"):
        return None
    if rng.random() < 0.25:
        nodes = add_speaker(nodes, root, names, rng)
    write_in(nodes, rng)
    return sentence_of(add_slug(nodes, root, rng) if rng.random() < 0.05 else nodes)


def make_headlines(sentences: list[Sentence], share: float, rng: random.Random) -> list[Sentence]:
    """Headlines made of the sentences, about `share` of their number, drawn anew for each seed."""
    names = [
        node for sentence in sentences for nodes in [nodes_of(sentence)] for node in nodes
        if node.xpos == "NNP" and node.deprel.startswith("nsubj") and re.fullmatch(r"[A-Z](?:[a-z]+|\.[A-Z]\.|[A-Z]+)", node.form)
        and not children(nodes, node)
    ]
    made: list[Sentence] = []
    for sentence in rng.sample(sentences, len(sentences)):
        if len(made) >= share * len(sentences):
            break
        headline = headline_of(sentence, names, rng)
        if headline:
            made.append(headline)
    return made
