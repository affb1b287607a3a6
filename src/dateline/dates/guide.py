"""The table of rules as Markdown: the documentation is written from the rules, so it is never behind."""

from __future__ import annotations

from dateline.dates.examples import PUBLISHED, Example, examples_of
from dateline.dates.grammar import Rule
from dateline.dates.rules import CHAPTERS


def rules_as_markdown() -> str:
    """Every rule with its examples and its reason, a table for each chapter."""
    return "\n\n".join(_chapter(title, rules) for title, rules in CHAPTERS.items())


def _chapter(title: str, rules: tuple[Rule, ...]) -> str:
    head = f"### {title}\n\n| rule | words | date | why |\n|--|--|--|--|"
    return "\n".join([head, *(line for rule in rules for line in _lines(rule))])


def _lines(rule: Rule) -> list[str]:
    """One line an example; the rule's name and reason stand in the first."""
    lines = []
    for index, example in enumerate(examples_of(rule)):
        name, because = (rule.name, rule.because) if index == 0 else ("", "")
        value = example.expected if example.expected == "no date" else f"`{example.expected}`"
        lines.append(f"| {name} | {_words(example)} | {value} | {because} |")
    return lines


def _words(example: Example) -> str:
    """The words in bold in their sentence, with the day and the language where they are unusual."""
    words = f"**{example.text}**"
    if example.offset >= 0:
        end = example.offset + len(example.text)
        words = example.sentence[: example.offset] + words + example.sentence[end:]
    remarks = [example.language] if example.language != "en" else []
    remarks += [f"published {example.published}"] if example.published != PUBLISHED else []
    return f"{words} ({', '.join(remarks)})" if remarks else words
