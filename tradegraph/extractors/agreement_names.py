"""What an agreement is called: by its name, by its kind (*the truce*) or by what it is on."""

from __future__ import annotations

from tradegraph.extractors.grammar import clause_verb, find_subject, modifiers_of, objects_of
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

TOPIC = ("on", "over", "about", "for")
"""Prepositions between talks and the agreement that they are about."""
TITLED = ("on", "for", "concerning")
"""Prepositions after which an agreement's title goes on."""
JOINING = (*TITLED, "and", "of", "the", "an", "a", ",")
"""What may stand between the words in capitals of a title."""


def name_topic(analysis: Analysis, token: Token) -> str | None:
    """Return the agreement that talks are on, or are to change: *talks on NAFTA*, *to amend it*."""
    verbs = analysis.children(token, "acl", "relcl")
    below = [t for verb in verbs for t in analysis.children(verb, "dobj")]
    verb = clause_verb(analysis, token)
    subject = find_subject(analysis, verb) if verb is not None and verb.lemma == "be" else None
    below += [subject] if subject is not None else []  # NAFTA, which is under renegotiation
    for word in (*objects_of(analysis, token, *TOPIC), *modifiers_of(analysis, token), *below):
        mention = analysis.mention_at(word)
        if mention is not None and mention.kind == "Agreement":
            return analysis.text(mention.span)
    return None


def name_agreement(analysis: Analysis, token: Token) -> str | None:
    """Return the name of the deal as the text gives it, when it is more than the bare noun."""
    for word in (token, *modifiers_of(analysis, token)):
        mention = analysis.mention_at(word)
        if mention is not None and mention.kind == "Agreement":
            return analysis.text(mention.span)
    one = analysis.is_word(token, "agreement-form") and token.tag != "NNS"
    before = analysis.children(token, "compound", "amod")
    before = before if one else [word for word in before if _tells_which(analysis, word)]
    end = _end_of_title(analysis, token)
    if not before and end == token.end and not one:
        return None
    begin = min((analysis.subtree_span(word).begin for word in before), default=token.begin)
    return analysis.document.text[begin:end]


def may_be_one(first: str | None, second: str | None) -> bool:
    """Tell whether two names may be of one agreement; an unknown one may be any.

    One may be short for the other: *the FTA* for *the free trade agreement*.
    """
    if not first or not second:
        return True
    short, long = sorted((first.casefold(), second.casefold()), key=len)
    initials = "".join(word[0] for word in long.replace("-", " ").split())
    return short in long or short == initials


def _end_of_title(analysis: Analysis, token: Token) -> int:
    """Return where a title in capitals ends: *an Agreement on Fair and Balanced Trade that* ..."""
    end = token.end
    following = analysis.tokens[token.index + 1 : analysis.sentence_of(token).last]
    if not token.text[:1].isupper() or not following or following[0].lower not in TITLED:
        return end
    for word in following:
        if word.text[:1].isupper():
            end = word.end
        elif word.lower not in JOINING:
            break
    return end


def _tells_which(analysis: Analysis, word: Token) -> bool:
    """Tell whether the word before the noun is part of what the agreement is called."""
    capital = word.text[:1].isupper() and not analysis.head(word).text.isupper()
    named = capital or analysis.is_word(word, "agreement-modifier")
    return named or _is_product(analysis, word)


def _is_product(analysis: Analysis, word: Token) -> bool:
    mention = analysis.mention_at(word)
    return mention is not None and mention.kind == "ProductScope"
