"""The words that tell whether a clause speaks of the past or of what is to come."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.wordlists import words

FUTURE: Final = words(
    """
    will won't shall would going slated scheduled expected expects expect expecting plan plans
    planning planned intends aims hopes hoping upcoming forthcoming deadline might could should must
    can let's tickets forecast forecasts predicts likely poised supposed tentatively soon coming
    await awaits awaiting cannot
    """
)
TIMETABLE: Final = words(
    """
    begins opens starts ends arrives meets resumes expires concludes convenes returns departs votes plays
    faces payable takes celebrates goes leaves airs hosts reopens restarts launches debuts premieres turns
    travels flies visits hears releases decides considers continues closes joins retires gathers gets
    passes attends addresses appears holds sails heads
    """
)
"""The present tense that news uses for what is arranged: "the trial begins Monday"."""
ARRANGED: Final = words(
    "call calls called set fixed postponed rescheduled adjourned delayed wait waiting brace "
    "prepare prepares preparing"
)
"""With “for” or “until” after them, verbs of what is to come: “called for a strike on Thursday”."""
BOOKED: Final = words(
    """
    call calls called calling schedule scheduled scheduling set plan plans planned announced ordered booked
    slated proposed fixed arranged summoned invited predicted forecast hearing tickets
    """
)
"""Beside these, “for” leads to what is to come: “has called a strike for Wednesday”."""
PUT_OFF: Final = words("postponed rescheduled adjourned delayed moved back forward deferred")
"""And “to” after these."""
PAST: Final = words(
    """
    was were had has have did been said says told went came took made gave began sold bought met left
    held sent led hit shot found got saw kept became broke ran spoke wrote grew paid built fought struck
    drew flew threw stood brought thought felt fell rose won lost died lay drove chose sank sought
    taught caught stole swore wore hung dealt meant knew showed put quit split burst spent slid fled
    bore beat bit blew ate drank froze forgot overcame withdrew understood since recently wasn't weren't
    didn't hadn't hasn't haven't couldn't kills beaten written given taken seen shown driven stolen broken
    chosen spoken hidden torn sworn thrown drawn flown fallen shaken
    heard rode rang sang swam slept swung spun stuck woke wound bled dug fed hid knelt lit leapt shook
    shrank sprang swept wept bound clung crept forbade forgave laid misled oversaw overtook overthrew pled
    shed sped stung undertook upset withheld withstood arose awoke hurt
    """
)
PRESENT: Final = words("is are am being isn't aren't")
TO_BE: Final = words("is are was were be set due likely expected scheduled")
VERBS: Final = words(
    """
    be begin start meet hold vote take open visit release announce play face arrive resume discuss
    decide launch leave go make give come appear speak travel attend sign run deliver complete finish
    end close return join testify consider hear step retire replace become reach pay buy sell build fly
    host debut unveil report publish restart reopen expire address present submit receive get see move
    stand unify reconvene convene rule act elect choose celebrate mark land kick head tour perform stay walk
    remain marry gather
    """
)
"""Verbs that news puts after "to" when it speaks of what is to come."""
TIMETABLED: Final = words(
    """
    begin start meet vote take open visit release play face arrive resume launch leave go travel
    end close return hear fly host air restart reopen expire convene reconvene depart gather hold visit
    """
)
"""The same as `TIMETABLE`, of several: “schools reopen Monday”."""
NEVER_A_NOUN: Final = words("go meet begin resume face arrive reopen convene reconvene depart")
"""Of these, which may also follow an “and”: “won on 12 March and face Poland on Tuesday”."""
UNDER_WAY: Final = words(
    """
    meeting flying traveling travelling leaving returning arriving holding hosting playing facing visiting
    launching releasing opening starting beginning
    """
)
"""And after “is”: “is flying to Geneva on Monday”."""
REPORTED: Final = words("its results earnings quarterly annual")
"""What a company “reports” by a timetable."""
MANY: Final = words("they we you people both who")
SET_GOING: Final = words("let lets letting helped help helping made make making saw see watched watch had")
"""Before these, another's verb is of their own time: “helped rebels take the town Friday”."""
GOT_DOING: Final = words(
    """
    went came flew traveled travelled drove gathered arrived returned rushed marched used tried failed
    began continued managed forced helped lined turned stopped walked sailed rode refused declined unable
    had
    """
)
"""Before these, “to meet” tells what was done: “failed to reach a deal Friday”."""
GROWN: Final = words(
    "rose risen climbed grew grown reached fell fallen dropped swelled spread dwindled numbered"
)
"""After these, “by” leads to what is over: “the toll rose to 44 by Sunday”."""
UNFORESEEN: Final = words(
    """
    attack attacks crash explosion explosions bombing bombings shooting killing killings death deaths arrest
    arrests resignation raid raids fire blast blasts quake earthquake accident victory defeat clash clashes
    ambush riot riots collapse murder loss losses blackout storm tornado flood floods landslide massacre
    derailment sinking outage hijacking assassination coup slaying stabbing rampage tragedy disaster violence
    unrest fighting triumph rout collision plunge
    """
)
"""What nobody knows of before: “the cause of Saturday's blackout”, “an explosion Saturday”."""
PRONOUNCED: Final = words("decision announcement ruling verdict statement")
"""What is over if a date stands right after it: “the decision Friday to close the plant”."""
BLAMED: Final = words("accused suspected convicted guilty blamed charged")
"""Of somebody who “is accused of shooting two officers Saturday”."""
SAYING: Final = words("say comment discuss elaborate confirm give provide reveal speculate identify release")
"""What somebody “would not” do when he was asked."""
LASTED: Final = words(
    """
    lived served worked reigned remained lasted governed chaired headed led taught edited managed
    coached presided waited played owned practiced practised continued ran stayed dragged persisted raged
    ruled existed survived
    """
)
"""After these, “until” leads to what has ended: “served until March”, and not “was suspended until March”."""
A_STATE: Final = words("in at a an the one on with among")
"""After “was”, what lasted: “was in jail until May”."""
NOUNS: Final = words(
    """
    need feed seed speed breed united hundred indeed red bed unprecedented related limited combined
    embed creed greed proceed exceed succeed
    """
)
"""Words in -ed that are no past tense."""
ASKING: Final = words("asked wondered questioned doubted disputed")
REPORTING: Final = words("said says told announced reported added")
BETWEEN: Final = words(
    "the early mid middle late end start beginning of on at in around about next this noon midday midnight "
    "least p m a"
)
"""What may stand between a sign and the date: "by the end of June"."""
TRADED_AHEAD: Final = re.compile(r"\s+(delivery|futures|contracts?)\b")
"""What is traded before its month has come: “December delivery”, whatever its price did."""
