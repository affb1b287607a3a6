"""Words that look like a date and name none; they are read so that no part of them is taken for one."""

from __future__ import annotations

from typing import Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def nothing(at: Setting, *_: object) -> Span:
    """No date, for certain."""
    return span.nothing()


RULES: Final = (
    Rule("habit", """
         every other? WEEKDAY
         any WEEKDAY
         every DAY MONTH
         every MONTH DAY
         every other? UNIT
         each WEEKDAY
         each UNIT
         every|each DAYPART
         NUM AMPM ZONE? daily|nightly|weekdays|every|each
         CLOCK AMPM? ZONE? daily|nightly|weekdays|every|each
         daily|nightly|weekdays at? NUM AMPM
         daily|nightly|weekdays at? CLOCK AMPM?
         every|each MONTH
         every|each SEASON
         every NUM UNITS
         every|each ORD UNIT
         the? NTH of every|each UNIT
         the? ORD WEEKDAY of|in every|each UNIT
         the? LAST WEEKDAY of|in every|each UNIT
         the? first|start|beginning of every|each UNIT
         WEEKDAY through|to|and WEEKDAYS
         WEEKDAY mornings|afternoons|evenings|nights
         ONE WEEKDAY
         ONE SEASON
         ONE weekend
         the? SEASON months""", nothing,
         "What happens again and again has no one date.", """
         every Monday = no date
         on [Monday mornings] = no date
         each year = no date"""),
    Rule("stretch up to now", """
         the? past NUM UNITS
         the past UNIT
         the NEXT NUM UNITS
         NEXT NUM UNITS
         LAST NUM UNITS
         the LAST NUM UNITS
         the? past|last|next|coming|recent few|several|couple UNITS
         the? past|last|next couple of UNITS
         for|within|during|over|in the NEXT day|week|weekend|month|year|decade
         for NUM UNITS
         for ONE UNITS
         NUM NEXT UNITS
         the? UNIT - long
         the? UNIT ended|ending
         his|her|their|my|our PART? -? DECADE
         the? ORD LAST UNIT""", nothing,
         "How long something lasts is no date: “the past five years” is read as a duration.", """
         the past five years = no date
         the next six months = no date
         for six months = no date
         the past decade = no date"""),
    Rule("later than planned", """
         NUM UNITS EARLIER than
         ONE UNITS EARLIER than""", nothing,
         "A delay is no date.",
         "three days later than originally planned = no date"),
    Rule("nth of something else",
         "the? ORD anniversary|birthday|floor|amendment|street|avenue|district|congress|infantry|edition|"
         "hole|minute|inning|season|round", nothing,
         "An ordinal counts other things than days.",
         "the 20th anniversary = no date"),
    Rule("fall that is no season", """
         the? fall of NAME
         the? fall of the|a|his|her|its""", nothing,
         "A fall of something is no autumn.",
         "the [fall of Rome] = no date"),
    Rule("turn of an age", "the? turn of the century|year|millennium|decade|season", nothing,
         "When a century turned, the words leave open.",
         "the turn of the century = no date"),
    Rule("hours of a day not named", "the? EDGE of the day", nothing,
         "Hours of “the day” name no date by themselves.",
         "the start of the day = no date"),
    Rule("holiday of another calendar", """
         islamic|hijri|arabic|muslim|jewish|parsi|persian|ethiopian|thai|tamil|hindu|fiscal FEAST
         FEAST in NUM UNITS""", nothing,
         "Holidays that wait for another calendar or for the moon have no certain day here.",
         "the [Islamic New Year] = no date"),
    Rule("holiday's kind of thing", """
         the? FEAST THING
         the? FEAST and FEAST THING
         THIS FEAST THING
         LAST FEAST THING
         the? FEAST - time""", nothing,
         "“Christmas sales” are a kind of sales, not a day.", """
         strong [Christmas sales] = no date
         the [Christmas and New Year sales] period = no date"""),
    Rule("month in a name", "the? MONTH revolution|monarchy|fools|hare", nothing,
         "“The October Revolution” is a name.",
         "the [October Revolution] = no date"),
    Rule("today's kind of thing", """
         yesterday|tomorrow 's men|women|leaders|heroes|stars|champions|technology
         today 's NAME
         today 's young|youth|children|kids|teenagers|generation|parents|women|men|people
         today 's world|society|economy|market|markets|standards|terms|money|dollars|prices""",
         nothing,
         "“Today's world” is the present, not a day.", """
         at [today's GM] = no date
         in [today's world] = no date"""),
    Rule("name of a paper or a programme", """
         WEEKDAY times|telegraph|mirror|mail|express|post|herald|star|tribune
         the NAME? WEEKDAY times|telegraph|mirror|mail|express|post|herald|star|world|tribune
         abc|bbc|cbs|cnn|fox|nbc|npr|sky WEEKDAY morning|night
         mail|independent|wales|scotland on sunday
         WEEKDAY night live|football|baseball|lights|raw|smackdown
         usa today
         the? today show|programme|program
         the? ORD century fox
         ruby tuesday
         sheffield wednesday
         super tuesday
         super bowl WEEKDAY""", nothing,
         "A weekday in the name of a newspaper, a programme or a club is no date.", """
         the Sunday Times = no date
         CBS Sunday Morning = no date
         Monday Night Football = no date"""),
    Rule("march and may that are no months", """
         march madness|on|for|against|past|toward|towards|to
         may have|be|not|also|well|or|never|still|yet""", nothing,
         "“March” and “may” are verbs too.", """
         a [march on Washington] = no date
         it [may have] been = no date"""),
)  # fmt: skip
