"""What stands after a word and shows that it is one person's name, though it is a value, a season or a class.

`Faith at the sink`, `april got her own timetable`, `Rain has a wobble cushion`: nobody writes so of
a value, a month or the weather.
"""

import re

_THINGS = (
    r"(?:cushion|slope|defenders|headphones|timetable|plan|EHCP|TA|LSA|1:1|one-to-one|visualiser|walker|frame|passport|"
    r"chewy|chewelry|fidget|laptop|tablet|iPad|overlay|scribe|reader|adult|keyworker|worker|buddy|aids?|workstation|desk|"
    r"seat|chair|wheelchair|splints?|glasses|book|books|folder|board|task\sboard|bag|coat|hood|shoes?|hand|hands|peg|"
    r"tray|mat|timer|pencil|pen|grip|ruler|card|cards|pass|inhaler|pump|tube|tutor|mentor|targets?|sheet|bottle|snack|"
    r"blanket|teddy|toy|helmet|hoist|stander|communicator|device|switch|wobble\sstool|stool|brace|patch|sling|cast)"
)
"""What a learner has or is given of their own."""
_YEAR = r"(?:Y|Yr|Year\s)\s?\d{1,2}"
_OWNED = (
    r"(?:passport|provision|funding|placement|diagnosis|autism|anxiety|seizures|medication|exclusion|attendance|timetable|social\sworker|reading\sbook|coat|peg|tray|TA|LSA|1:1|desk|chair|EHCP|profile|mum|mam|mother|dad|father|nan|gran|carer|"
    r"brother|sister|inhaler|hearing\said|wheelchair|keyworker|key\s(?:worker|adult)|book|parents|foster\s\w+|bag|glasses)"
)
_SPOT = (
    r"(?:corridor|hall|sink|table|tables|carpet|desk|door|window|back|front|side|edge|corner|bench|fence|gate|mat|"
    r"rug|step|steps|stairs|den|tent|tray|pegs|cloakroom|toilets?|office|library|playground|yard|field|shed|bins|"
    r"queue|line|end|floor|chair|sofa|beanbag|bean\sbag|swing|slide|climbing\sframe|parachute|sandpit|sand|water|tree|"
    r"group|circle|reading\scorner|computer|laptop|board|register|photocopier|quiet\sroom|room|lesson|foyer|minibus|taxi|coats|kitchen|staffroom|canteen|lift|gym|hub|base|nursery)"
)
"""Where a learner is seen."""
_WITH = r"(?:with|w/)\s?(?:his|her|their|an?|the)\s(?:[\w-]+\s)?(?:TA|LSA|adult|teacher|mentor|buddy|friend|iPad|laptop|fidget|timer|mum|dad|nan)"
_BUSY = (
    r"(?:building|painting|climbing|digging|cutting|sticking|carrying|colouring|threading|stacking|tidying|skipping|"
    r"kicking|throwing|catching|spinning|pacing|wandering|humming|chewing|biting|scratching|screaming|sobbing|yawning|"
    r"dozing|sleeping|dancing|singing|jumping|crawling|lying|kneeling|leaning|leaving|arriving|pushing|pulling|"
    r"clapping|pointing|signing|stroking|tapping|typing|scrolling|staring|gazing|whispering|giggling|arguing|"
    r"answering|counting|measuring|tracing|scribbling|covering|wriggling|swinging|resting|queuing|helping)"
)
_VERB = r"(?:[a-z]{3,}(?:ed|s)|got|had|has|took|kept|held|hid|ate|told|wrote|drew|lost|left|gave|forgot|brought|bit|wore|found|made|threw|shook|led|chose|broke|tore|swung|did|was|is)"
_ALSO_BARE = r"(?:put|let|hit|cut|set|read|hurt|shut)"
_AND = r"(?:(?:\sand|,|\s&|\s\+)\s[A-Z][\w-]+)?"

ONE = re.compile(
    rf"(?:\s(?:{_VERB}|{_ALSO_BARE})\s(?:(?:up|on|off|in|out|with|to|at|for|about|all|both|has|had|put|got)\s)?(?:his|her|himself|herself)(?!\w)"
    rf"|\s(?:has|had|got|gets|needs|uses|used|was\sgiven|is\sgiven)\s(?:an?|his|her|no|the)\s(?:[\w/'’-]+\s){{0,2}}?{_THINGS}(?!\w)"
    rf"|{_AND}\s(?:was\s|were\s|is\s)?(?:all\s|both\s)?(?:in|at|by|under|outside|behind|beside|on|near|next\sto|against)\s(?:the|his|her|an?)\s(?:[\w/-]+\s)?{_SPOT}(?!\w)(?!\s(?:wall|display))"
    rf"|{_AND}\s(?:was\s|were\s|is\s)?{_WITH}(?!\w)"
    rf"|{_AND}\s(?:was\s|were\s|is\s|still\s){{0,2}}{_BUSY}\s(?:an?|his|her|the|their|on|at|in|up|out|to|and|alone|by|with|under|round|quietly|over)(?!\w)"
    r"|\s(?:was|is)\s(?:\w+\s)?(?:born|the\s(?:eldest|youngest|oldest)|crying|asleep|absent|late|missing|poorly|home|excluded|moved|sent|picked)(?!\w)"
    r"|\shas\s(?:moved|been\s(?:moved|sent|out|off|in|given|put|excluded|told|on|absent|late))(?!\w)"
    rf"|,?\s\(?{_YEAR}\)?,?\s(?:told|said|says|asked|wants|needs|likes|hates|sat|showed)(?!\w)|\sin\s\d{{1,2}}[A-Z](?!\w)"
    r"|\s(?:is|was)\s(?:LAC|CLA|EAL|FSM|PP|SEN\s?K|CP|CIN|VI|HI|1:1|non-?verbal|on\s(?:the\s)?(?:SEND?\sregister|report|a\splan|roll))(?!\w)"
    r"|\s(?:has|had)\s(?:ASD|ASC|ADHD|SEMH|DLD|autism|epilepsy|diabetes|dyslexia|hearing\sloss|an\sEHCP?)(?!\w)"
    r"|\s(?:hasn|doesn|didn|couldn|wouldn|can|won|isn|wasn)['’]?t\s(?:got|had|been|have|like|want|know|speak|eat|read|write|talk|sit|go|"  # codespell:ignore
    r"come|do|use|see|hear|reach|join|reading|writing|speaking|eating|allowed|given|asked|able)(?!\w)"
    r"|\s(?:came|went|walked|ran|stormed|wandered)\s(?:in|out|back|over|up|off|home|late|away)(?!\w)"
    rf"|['’]s\s(?:[\w-]+\s)?{_OWNED}(?!\w)"
    r"|\s?[:–-]\s?[\"“'‘](?=\w)|\s(?:and|&)\s(?:his|her)\s\w|\s(?:hw|bk|nut\sallerg\w+|allergy)\s|\s\+\d|:\s(?:my|I|I['’]m|when)\s"
    r"|,\s(?:1[0-8]|[3-9]),\s|,\s(?:he|she)\s|\s\((?:he|she)\s)"
)
"""What stands after one person, hardly ever after a thing."""
SPOKEN_TO = re.compile(
    r"(?i:\b(?:come\son|well\sdone|thank\syou|thanks|hello|hi|goodbye|bye|good\smorning|sorry|hurry\sup|"
    r"(?:take|taking|took|turned|turn|send|sent|keep|kept|get|pull|pulled|move|moved)\s(?:away|out|back|home)|"
    r"take|taking|took|nobody\s(?:gets|knows|tells|asked)|involv(?:e|es|ed|ing)|centred\son|centres\son|focused\son|"
    r"little|bro|sis|brother|sister|twin|cousin|apart\sfrom|except|bar|even|poor|key\sperson\sis|"
    r"(?:reader|scribe|worker|person|passport|profile|programme|plan|PLP|IEP|EHCP|support|prompt|TA|LSA|place|taxi|"
    r"transport|meeting|review|funding|timetable|target|targets|ask|asked|asking)\sfor|chatted\s(?:to|with)|"
    r"(?:sat|sitting|worked|working|spoke|chat|chatting|read|reading|lunch|played|playing|walk|walked)\s(?:with|to|by|alongside)))\s[\"'“‘(]?$"
)
"""What stands before a person, and hardly ever before a value, a class or a place."""
ABOUT = re.compile(
    r"(?:(?!\s(?:teacher|head|headteacher|SENCO|SENCo|TA|LSA|mother|mum|father|dad|parent|boy|girl|pupil|child|"
    r"learner|governor|class|display|book|story)\b)[^.!?\n]){0,70}?[\s(](?:he|she|her|him|his|hers|herself|himself)(?!\w)"
)
"""What stands after one person: soon, and before any other, a word that stands for them."""
TWO = re.compile(
    r"(?:\sand|\s&|\s\+)\s[A-Z][\w-]+\s(?:were|are|had\sbeen|have\sbeen|both|have\sboth)\s(?:both\s|each\s|all\s|always\s|never\s)?"
    r"(?:given|put|paired|sat|seated|sitting|moved|asked|sent|taken|kept|left|back|off|out|using|late|absent|told|"
    r"playing|working|learning|friends|partners|buddies|struggling|upset|happy|waiting|had|have|has|got|need|use)(?!\w)"
)
"""What stands after the first of two, hardly ever after two values: `and Patience were given`."""
GAP = re.compile(rf"\s(?:an?|his|her)\s(?:[\w/'’-]+\s){{0,2}}?{_THINGS}(?!\w)")
"""What stands after the second, the verb being left out: `and Storm a writing slope`."""
_BARE = re.compile(rf"\s{_ALSO_BARE}\s")
_ASKS = frozenset(("will", "can", "may", "mark", "said"))


def is_one(plain: str, after: str) -> bool:
    """Return whether what follows is one person's; `plain`: the word itself, without capitals."""
    return ONE.match(after) is not None and not (plain in _ASKS and _BARE.match(after) is not None)
