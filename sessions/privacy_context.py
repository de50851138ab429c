"""What stands around a name in a note: what speaks for a person, and what against."""

import re

from .privacy_counts import PUPIL

YEAR = (
    r"(?:(?:Y|Yr|Year)s?\.?[\s-]?(?:1[0-4]|[1-9])|Year\s(?:one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven)|Reception|Nursery|Preschool|Pre-school|YR|EYFS|KS[1-5])(?!\w)"
)
LEARNER = (
    rf"(?:{PUPIL}|son|daughter|cousin|nephew|niece|baby|little\sone|young\s(?:man|lady)|friend)"
)
PARENT = (
    r"(?:mum|mam|mother|mummy|step-?mum|dad|father|daddy|step-?dad|parent|carer|gran|nan|nana|"
    r"grandmother|grandma|granny|nanny|nanna|grandfather|grand?dad|grandpa|grandparent|aunt|auntie|uncle|guardian)"
)
STAFF = (
    r"(?:head\s?teacher|head\sof\s\w+|head|deputy(?:\shead)?|assistant\shead|principal|SENCo|SENCO|"
    r"SENDCo|SENDCO|inclusion\slead|\w+\slead|class\steacher|form\stutor|teacher|tutor|HLTA|TA|LSA|"
    r"ELSA|teaching\sassistant|learning\smentor|mentor|keyworker|key\sworker|nurse|governor|"
    r"chair(?:\sof\s(?:the\s)?governors)?|trustee|caretaker|cook|receptionist|librarian|"
    r"lunchtime\ssupervisor|midday\ssupervisor|supervisor|therapist|SaLT|SALT|SLT|OT|EP|psychologist|"  # codespell:ignore
    r"social\sworker|family\sworker|support\sworker|business\smanager|coach|counsellor|doctor|"
    r"paediatrician|driver|escort|interpreter|DSL|volunteer|student\steacher|trainee|ECT|NQT)"  # codespell:ignore
)
"""Who works in a school or with it. What is found in it stands for the role of a name."""
TITLE = (
    r"(?:Mr|Mrs|Miss|Ms|Mx|Dr|Prof|Professor|Rev|Revd|Reverend|Fr|Father|Imam|Rabbi|Sir|Dame|Lady|"
    r"Lord|Madam|Madame|Cllr|Councillor|Nurse|Coach|PC|PCSO|Mister|Señora?|Pastor|Canon)"
)
TITLED = re.compile(rf"(?<!\w)(?:{TITLE}|mr|mrs|ms|dr|mx)\.?\s$")
TITLED_SMALL = re.compile(r"(?<!\w)(?:miss|sir|nurse|coach|prof|rev|madam)\.?\s$")
OWN = (
    rf"(?:(?i:{PARENT}s?|{LEARNER}s?|famil(?:y|ies)|parents|brother|sister)|EHCP?|TA|1:1|LSA|IEP|"
    r"(?i:(?:support\s+|care\s+|provision\s+|behaviour\s+|learning\s+)?plan|passport|one-to-one|"
    r"one-page|profile|key\s?worker|keyworker|diagnosis|targets?|books?|work|desk|peg|tray|chair|"
    r"table|group|seat|place|name|hand|head|face|coat|bag|writing|reading|maths|speech|behaviour|"
    r"attendance|progress|medication|inhaler|wheelchair|timetable|needs?|teacher|class|phone|home|"
    r"house|turn|story|picture|drawing|provision|funding|placement|anxiety|autism|seizures|exclusion|annual|review|meeting|education|transition|sensory|toilet))"
)
_SAYS = (
    r"(?:said|says|say|told|tells|asked|asks|explained|explains|felt|feels|shouted|shouts|whispered|"
    r"whispers|cried|cries|replied|answered|answers|loves|loved|likes|liked|hates|hated|thinks|"
    r"thought|knows|knew|wants|wanted|wished|laughed|laughs|smiled|smiles|nodded|nods|shrugged|"
    r"shrugs|spoke|speaks|talked|talks|sat|sits|stood|stands|ran|runs|walked|walks|hid|hides|"
    r"refused|refuses|struggled|struggles|attends|attended|pointed|points|looked|chose|chooses|"
    r"picked|waited|waits|sang|sings|wrote|writes|drew|draws|held|holds|waved|waves|hit|kicked|"
    r"screamed|giggled|stimmed|joined|joins|enjoys|enjoyed|tried|tries|forgot|remembered|agreed|"
    r"arrived|came|went|got\s(?:up|upset|out|cross)|left|put|took|brought|gave|ate|eats|wears|wore|"
    r"lives|moved|speaks|signed|reads\s(?:to|from|aloud|well|with)|read\s(?:to|from|aloud|out|his|her|"
    r"their|a\b|the)|has\san?\sEHC\w*|has\s(?:autism|ADHD|epilepsy)|can['’]?t|cannot|won['’]?t|wouldn['’]?t|couldn['’]?t|hasn['’]?t|"  # codespell:ignore
    r"doesn['’]?t|didn['’]?t|isn['’]?t|wasn['’]?t|showed|shows|calls?\s(?:him|her)|himself|herself|"  # codespell:ignore
    r"himslef|is\s(?:autistic|non-verbal|nonverbal|deaf|dyslexic|upset|happy)|who\s(?:is|has|was)|whose)"
)
SAYS_STRICTLY = re.compile(r"\s(?:said|says|told|asked|loves|likes|hates|thinks|felt|cried)(?!\w)")

SAYS = re.compile(rf"\s{_SAYS}(?!\w)")

_OFTEN = (
    r"(?:\s(?:also|still|now|then|often|always|never|just|only|really|usually|sometimes|clearly|quietly|"
    r"happily|proudly|already|soon|rarely|mostly|regularly|currently|both))?"
)
_IS = r"(?:\s(?:is|was|has\sbeen|had\sbeen))?(?:\s(?:not|v|very|so|quite|too|all|a\sbit|still|now|often|always|happily|quietly))?"
_WORKING = (
    r"(?:working|sitting|sat|standing|crying|smiling|refusing|struggling|waiting|playing|holding|using|wearing|"
    r"walking|running|shouting|looking|hiding|copying|drawing|eating|laughing|fidgeting|rocking|stimming|"
    r"being|talking|chatting|joining|watching|listening|learning|settling|making|doing|finding|leading|trying)"
)
_STATE = (
    r"(?:(?:off|on)[\s-]task|upset|tearful|anxious|distressed|dysregulated|distracted|disengaged|"
    r"unsettled|withdrawn|non[-\s]?verbal|autistic|deaf|dyslexic|asleep|alone|happy|sad|cross|"
    r"in\s(?:a\s)?(?:wheelchair|tears|foster|isolation|nappies)|under\s(?:the\s|a\s)?(?:table|desk|chair)|"
    r"on\s(?:his|her|a\s(?:part|reduced|laptop|wobble|report)|part-time|carpet|own|iPad|wobble|laptop|report)|"
    r"(?:with|w/)\s?(?:his|her|TA|LSA|SALT|SaLT|ear|adult|1:1|one-to-one|headphones)|"
    r"in\s(?:the|a|his|her)\s(?:\w+\s)?(?:jumper|coat|hat|chair|glasses|hoodie|top|frame|corner|blazer|cardigan)|"
    r"out\sof\s(?:class|lesson|seat|the\sroom)|at\s(?:his|her)\s|(?:not|un)able\sto|keen\sto|"
    r"(?:asked|told|given|helped|seen|sent|taken|moved|supported|encouraged|allowed|left|invited|reminded|praised|"
    r"chosen|brought|kept|shown|collected|removed|late|absent|new)(?=\s(?:to|out|by|the|a|an|his|her|extra|that|for|from|in|home)\b)|"
    r"proud|worried|frightened|scared|excited|hungry|tired|poorly|excluded|suspended|adopted|fostered)"
)
_FINDS = (
    r"(?:finds?\s(?:it|this|that|the|writing|reading|maths|phonics|noise|change|transitions?|lunch|loud|"
    r"sitting|it's|some|\w+\s(?:hard|difficult|tricky|easy|loud|tough|stressful|overwhelming))"
    r"|copes?|coped|prefers|preferred|hopes|hoped|listens|listened|smiles|wandered|whispered|mumbled|"
    r"cries|struggles|struggled|enjoys|enjoyed|wakes|worries|worried|believes|believed|complained|"
    r"dislikes|disliked|misses|missed|plays|played|learns|learned|learnt|relies|relied|pretended|"
    r"chatted|gestured|beamed|grinned|shared|volunteered|reckons|admits|admitted|insists|insisted|guessed|explains|explained|remembers|confided|mentioned|"
    r"leads|teaches|greets|prepares|manages|organises|oversees|added|described|reported|recalled|appeared|seemed|responded|reacted|settled|calmed|completed)"
)
PERSONAL = re.compile(
    rf"(?:{_IS}\s(?:{_WORKING}(?!\s(?:in\sall|in\severy|across|throughout))|{_STATE})"
    rf"|{_OFTEN}\s(?:{_FINDS}|{_SAYS}))(?!\w)"
)
"""What stands after somebody, and hardly ever after a thing: `off task`, `was working`, `copes`."""
PERSONAL_STRICTLY = re.compile(
    rf"(?:\s(?:is|was))?(?:\s(?:still|now|also|often|always|happily|quietly|not))?\s(?:"
    rf"(?:working|sitting|crying|smiling|refusing|struggling|playing|hiding|waiting|wearing|laughing|talking)"
    rf"(?=\s(?:with|w/|on|at|alone|by|in|to|for|a|his|her|and|next|under|beside))|{_FINDS}|"
    r"(?:off|on)[\s-]task|upset|tearful|anxious|distressed|dysregulated|distracted|non[-\s]?verbal|autistic|"
    r"on\s(?:his|her)|under\s(?:the\s|a\s)?(?:table|desk|chair)|(?:uses|needs|wears|gets)\s(?:an?|his|her|one-to-one|1:1)|with\s(?:his|her)|w/\s?(?:LSA|TA|his|her)|in\s(?:a\s)?(?:wheelchair|tears)|"
    r"said|says|told|asked|loves|loved|likes|liked|hates|hated|thinks|thought|wants|wanted|felt|feels|sat|"
    r"refused|refuses|chose|chooses|laughed|smiled|nodded|shrugged|whispered|cried|shouted|pointed|wears|"
    r"wore|spoke|speaks|hid|drew|wrote|ate|can['’]?t|doesn['’]?t|didn['’]?t|himself|herself|leads|teaches|"
    r"rocked|fidgeted|wriggled|giggled|screamed|sang|danced|jumped|climbed|waved|is\snew\s(?:to|here)|and\s(?:his|her))(?!\w)"  # codespell:ignore
)
"""The same after what is a month, a season or a place most often."""
SAYS_SMALL = re.compile(
    r"\s(?:said|says|told|asked|felt|feels|cried|shouted|loves|likes|hates|wants|wanted|thinks|knows|"
    r"refused|struggled|struggles|sat|ran|hid|kicked|hit|laughed|smiled|chose|wrote|drew|went|came|left|"
    r"(?:wo|ca|would|could|did|does|is|was|has)n['’]?t|cannot|got\s(?:up|upset|out|cross))(?!\w)"
)
"""The same for a word without a capital: nothing there is a plural as well, as `runs` is."""

# For any name

BEFORE = re.compile(
    rf"""(?<![\w])(?:
        (?i:{LEARNER})s?[,:]?\s["'“‘(]?(?:(?:is\s|was\s)?(?:called|named)\s)?["'“‘]?
      | (?i:{PARENT})s?[,:]?\s\(?["'“‘]?(?:(?:of|about|for)\s)?(?:(?:is\s)?(?:called|named)\s)?
      | \w+[\s-]years?[\s-]olds?[,:]?\s
      | (?i:known\sas|knows?\s(?:him|her|them)\sas|nicknamed|goes\sby|answers\sto|(?:pre-?named|named|name\sis|name['’]s|name\swas)
          |(?:call(?:s|ed)?\s(?:him|her|them)(?:self)?)|initials?|surname|aka)[,:]?\s["'“‘]?
    )$""",
    re.VERBOSE,
)
"""What stands before a name of a child or a parent, wherever the name stands."""
AFTER = re.compile(
    rf"""['’]s?\s(?:\w+\s)?{OWN}(?!\w)
      | ,?\s(?:is\s|was\s)?(?:an?|the|my|our|his|her)\s(?:[\w-]+\s){{0,2}}?(?i:{LEARNER}|{PARENT})(?!\w)
      | ,?\s\(?(?i:aged?\s\d)
      | \s?\((?i:{YEAR}|aged?\s|\d{{1,2}}\)|{PARENT}|{STAFF})
    """,
    re.VERBOSE,
)
"""What stands after one."""
BEFORE_LOOSELY = re.compile(
    rf"""(?<!\w)(?:{YEAR}[\s,:(–-]{{1,3}}|[”"’',]\s(?:said|says|asked|asks)\s|(?i:
        with|beside|behind|alongside|next\sto|nr|obs|w/|spk\s(?:to|w/)|chk\s(?:w/|on)|opposite|about|asked|asks|told|tells|
        (?:spoke|speaking|speak|talked|talking|talk|chat(?:ted)?|listen(?:ed|ing)?|read|gave|explained|
        waved|signed|pointed|went|came|attached|linked|given|close|similar|happened|sat|sits|sitting)
        \sto|
        found|spotted|met|meets|saw|sees|watched|observed|shadowed|helped|helps|helping|supported|supports|taught|
        interviewed|joined|thanked|praised|reminded|encouraged|prompted|calmed|comforted|followed|
        noticed|heard|tracked|collected|greeted|invited|including|especially|e\.g\.|eg|like|for\sexample,?|
        between|for|by|gave|gives|give|lets?|when|because|whether|that|while|why|how|if|where|until|than|
        until|since|but|so|only|with\sregard\sto|re|from|without|except|to|knows|knew|likes|ask|
        tell|see|speak\sto|meet|saying|saying\sthat|cc|off|after|before|as)\s)["'“‘(]?$""",
    re.VERBOSE,
)
AFTER_LOOSELY = re.compile(
    rf"[\s,(]{{1,3}}(?:(?:who\s)?(?:is\s|was\s|are\s)?(?:in|from|of)\s)?(?:(?i:{YEAR})"
    rf"|(?i:aged?\s\d|\d{{1,2}}\s+years?\s+old|\d{{1,2}}\)))|\s{_SAYS}(?!\w)"
)
"""What may stand there: then the word must look more like a name."""
DOES = re.compile(
    r"(?:\s(?:also|still|now|then|often|always|never|just|only|really|usually|sometimes))?"
    r"(?:\s(?:is|was|has|had|can|could|will|would|does|did|needs?|needed|gets|got|uses|used|tends|"
    r"finds|found|goes|comes|stays|works|worked|helps|helped|makes|made|gives|takes|plays|keeps|kept|"
    r"seems|seemed|became|begins|began|reads|read|counts|counted|turns|turned|and\s[A-Z]\w+|"
    r"[a-z]{2,}ed|shows|hates|starts|stops|may|might|must|should|(?:sitting|struggling|crying|working|refusing|reading|playing|using|holding|asking|needing|having|getting|making|walking|running|shouting|looking|waiting|wearing|listening|joining|trying|talking|doing|leaving|going|standing|hiding|copying|writing|drawing|eating|laughing|counting)(?=\s))(?!\w)"
    r"|['’]s\s\w|\s?[-–:]\s(?=[a-z])|,\s(?:[A-Z]\w+|who|whose)|\s?\()"
)
"""What stands after whoever does something: for a word that begins a sentence."""
DOING = re.compile(
    r"\s(?:not\s)?(?:tracking|having|getting|pointing|signing|spinning|humming|pacing|using|holding|joining|leading|"
    r"showing|telling|helping|sharing|laughing|smiling|crying|reading\s(?:to|with|aloud)|writing\s(?:on|with|in)|taking|choosing)\s"
)
"""What stands after somebody where the verb is left out: `Zuri tracking light`."""
ONE_DOES = re.compile(
    r"(?:\s(?:also|still|now|then|often|always|never|just|only|really|usually|sometimes))?"
    r"\s(?:is|was|has|does|needs|gets|uses|goes|wasn['’]?t|isn['’]?t|hasn['’]?t|doesn['’]?t|knows)(?!\w)"  # codespell:ignore
)
"""What stands after one who does something: never after a plural."""
THING_AFTER = re.compile(
    r"\s(?:(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:also\s|now\s|then\s|being\s|only\s|still\s)?"
    r"(?:used|run|introduced|timetabled|available|delivered|displayed|updated|logged|bought|offered|"
    r"embedded|in\splace|held|open|closed|based|led|funded|linked|installed|trialled|rolled|adopted|"
    r"published|printed|shared\s(?:with|by|on)|on\s(?:display|the\s(?:website|timetable|wall)))"
    r"|runs?\s(?:on|daily|each|every|from|at|for|in|three|twice|weekly|across|alongside|after)"
    r"|(?:takes|took)\splace|[a-z]+ed\sby|\d+s?)(?!\w)"
)
"""What stands after a thing: `is timetabled`, `runs on Mondays`."""
THING_BEFORE = re.compile(
    r"(?<!\w)(?i:using|uses?|used|via|through|on|in|at|into|onto|around|near|across|over|outside|"
    r"the|an?|this|our|their|its|each|every|some|any|no|all|per|called\sthe|towards?|under|own|"
    r"from|of|new|local|bought|buys?|runs?|trained\sin|logged|version|app|programme|scheme|"
    r"system|approach|unit|area|street|road|town|city|village|book|text|novel|story|song|play|film|"
    r"game|topic|project|website|platform|software|(?:app|programme|scheme|system|group|room|class|"
    r"intervention|approach|book|text|song|game|tool|platform|website|space|area|unit|project|club|"
    r"dog|rabbit|hamster|pet|puppet|toy|teddy|software|story|film|package|resource|charity|"
    r"company|service)s?\s(?:called|named|known\sas))\s[\"'“‘]?$"
)
"""What stands before the name of a thing or a place."""
HOUSES_BEFORE = re.compile(
    r"(?<!\w)(?i:houses?|house\s(?:points|pts|teams|names)|team\s(?:points|names)|classes|rooms|teams|tables|bubbles|forms|named\safter|"
    r"artists?|(?:study|studied|studying|learn\sabout|learning\sabout|topics?\son|unit\son)|authors?|scientists?|explorers?|composers?|poets?|heroes|inventors?|history\smonth|hist\smonth)\b"
    r"[^.!?\n]{0,70}$|(?:^|[.;]\s)(?:Science|History|Art|Music|English|RE|Geography|MFL)(?:\s(?:Y|Yr|Year|KS)\s?\d{1,2})?:\s[^.!?\n]{0,50}$"
)
"""What stands before what houses and classes are called, or whom a display is about."""
PET_BEFORE = re.compile(
    r"(?i:\b(?:dog|rabbit|guinea\spig|hamster|pet|puppet|toy|teddy|bear|snail|fish|tortoise|saint|st|"
    r"storm|hurricane|author|poet|artist|illustrator|composer|painter|inventor|scientist|explorer|"
    r"queen|king|prince|princess|emperor|president|pharaoh|goddess|god|prophet|novelist|footballer|"
    r"character|robot)\.?,?\s(?:called\s|named\s)?)$"
)
PLACE_AFTER = re.compile(
    r"(?:['’]s)?\s(?i:class(?:es|room)?|room|rooms|group|house|table|team|unit|centre|center|base|hub|"
    r"primary|junior|infant|infants|juniors|secondary|high|grammar|school|schools|academy|academies|"
    r"college|nursery|street|road|lane|avenue|close|estate|trust|project|programme|program|scheme|suite|"
    r"block|building|wing|corridor|hall|campus|site|park|library|museum|gallery|hospital|clinic|"
    r"church|mosque|temple|borough|council|county|university|theatre|stadium|federation|partnership|"
    r"foundation|charity|diocese|multi|method|approach|model|scale|test|tests|assessment|screener|"
    r"screening|profile|framework|intervention|interventions|app|platform|software|software|package|"
    r"therapy|syndrome|disease|award|awards|badge|cup|day|week|month|term|festival|sessions?|logs?|"
    r"boards?|symbols?|cards?|signs?|signing|readers?|phonics|maths|spelling|english|tracker|accounts?|"
    r"licen[cs]es?|books?\b(?=\sband)|band|bands|style|poster|posters|resources|materials|worksheets?|"
    r"set|sets|ward|pathway|pathways|provision|pod|pods|garden|den|bus|trip|visit|sticks|blocks|rods|"
    r"training|toolkit|guidance|review|report|act|law|rule|theorem|code|census|survey)(?!\w)"
)
"""What a word before it names is no child: Willow class."""
FAMILY_AFTER = re.compile(
    r"\s(?:family|twins|brothers|sisters|siblings|boys|girls|household)(?!\w)"
)
SENTENCE_BEGINS = re.compile(
    r"(?:^|[.!?:;\n•*|>…]\s*|(?:^|\s)[–—-]\s*|[.!?]['”\"’)]\s+|(?:^|[\s(–—-])[\"“‘'(]\s*|\d[.)]\s)$"
)
PARENT_BEFORE = re.compile(
    rf"(?<!\w)(?i:{PARENT})s?[,:]?\s\(?[\"'“‘]?(?:(?:is\s)?(?:called|named)\s)?$"
)
STAFF_BEFORE = re.compile(
    rf"(?<!\w)(?P<role>{STAFF}|(?i:{STAFF}))[,:]?\s\(?(?:(?:is\s)?(?i:called|named)\s)?$"
)
STAFF_AFTER = re.compile(
    rf",?\s\(?(?:is\s|was\s)?(?:(?:an?|the|our|their|its)\s)?(?:[\w-]+\s){{0,2}}?(?P<role>{STAFF}|(?i:{STAFF}))(?!\w)"
)
PARENT_AFTER = re.compile(
    rf",?\s\(?(?:is\s|was\s)?(?:an?\s|the\s|his\s|her\s|their\s|one\sof\sthe\s)?(?i:{PARENT})s?(?!\w)"
)
OF_A_LEARNER = re.compile(rf"(?<!\w)(?i:{PARENT})s?\s(?i:of|about|for)\s$")
AUTHOR = re.compile(
    r"\b(?:read|reads|reading|books?|texts?|novels?|poems?|stor(?:y|ies)|pictures?|paintings?|art|music|"
    r"style|play|songs?)\b[^.!?\n]{0,40}\bby\s$|[A-Z][\w'’]+[\"”'’]?,\sby\s$"
)
"""What stands before who wrote what is read in a lesson."""
PARENT_OWNED = re.compile(rf"['’]?s\s(?i:{PARENT}|EHCP)(?!\w)")
LEARNER_BEFORE = re.compile(rf"(?<!\w)(?i:{PUPIL})\s$")

# Beside others

AND_NAME = re.compile(r"(?:,| and| &| \+|\s?/)\s?([A-Z][^\W\d_]+)")
IN_YEAR = re.compile(rf"[\s,(]{{1,3}}(?:in\s|from\s)?(?i:{YEAR})")
WITH = re.compile(r"\b(?:with|beside|told|asked|met|helped|saw|next to)\s$")
MET = re.compile(
    r"(?i:\b(?:with|spoke\sto|talked\sto|spoken\sto|asked|told|met|saw|watched|observed|helped|"
    r"beside|next\sto|interviewed|and|by|for))\s$"
)
MET_ONE = re.compile(
    r"(?i:\b(?:with|spoke\sto|talked\sto|asked|told|met|saw|watched|observed|helped|beside|interviewed|"
    r"said|pupil|learner|child|boy|girl|mum|dad|teacher))\s$"
)
"""What stands before a person, and not before where people come from."""
CALLED = re.compile(
    rf"(?i:(?:{LEARNER}|one|she|he|{PARENT}|who)(?:\sis|\swas|['’]s)?\s(?:called|named|known\sas)"
    rf"|nicknamed|name\sis|name['’]s)\s[\"'“‘]?$"
)
