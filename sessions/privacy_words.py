"""Words that `privacy` knows: what is no child's initials, what is no name, and what often is."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = _words(
    """
    AAC ADD AEN AET AFL AHT AI ALN AM AP APD ASC ASD ASP BSL CAL CAM CE CEO CFO CIC CIN CLA
    COP CP CPD CS CT CVI DBS DCD DFE DH DHT DLD DP DSL DT DVD EAL EBD ECF EEF EHA EHC EIP ELG
    ELS EP EPS ESL ET EWO EY EYP FE FFT FGM FS FSM FT GD GDS GLD GP GRT HE HI HLT HMI HOD HOY HR HT
    IBP ICT IEP ILP IQ IT ITT IWB KS LA LAC LAP LD LGB LO LOI LS LSA LSP MAT MD MDS MDT MFL MH MLD
    MPS MSI NC NHS NPQ NQT NT NVQ NVR OCD OK PA PC PD PDA PE PEP PFA PI PIL PM PP PPA PPG PPE
    PPT PRU PSA PSP PT PTA QA QFT QTS RAG RAP RE RI RP RS RSE RWI RWM SA SAL SAT SBM SCR SD SDQ SEF
    SEM SEN SI SIP SL SLT SOW SPG SRE SRP ST STS TA TAC TAF TAS TES TLR TV UK US VI VP VR WA WIP
    WTS YP YR
    """
) | {"CAF", "ECT", "OT"}  # codespell:ignore
"""Two or three capitals that are no initials in a school."""

NO_NAMES = _words(
    """
    a an the this that these those he she it we they i you one two three four five six seven eight
    nine ten some most many all both each every few several another other others someone everyone
    nobody anyone somebody no none neither either who what when where which why how his her their
    our my your its and but or so then also however after before during while if in on at by for
    from to of with as about there here now later today yesterday tomorrow next first second third
    last once not is was are were has had have do does did will would can could may might must
    only just still even yes please

    teacher teachers staff leader leaders head headteacher heads deputy assistant governor governors
    trustee trustees chair senco sendco pupil pupils learner learners child children boy boys girl
    girls student students parent parents carer carers mum mums dad dads mother father families
    family adult adults people visitor visitors nurse therapist psychologist caretaker cook
    receptionist panel reviewer reviewers facilitator host class classes group groups school schools
    trust academy college council supervisor worker mentor tutor coach team key peer peers friend
    friends sibling siblings brother sister twin twins mr mrs miss ms dr sir

    year years reception nursery preschool stage early foundation phase primary secondary infant
    infants junior juniors upper lower senior middle sixth form post term half autumn spring summer
    winter monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december morning afternoon week weekly daily

    english maths mathematics science history geography art music drama computing phonics reading
    writing spelling grammar literacy numeracy french spanish german latin religious education
    physical design technology assembly lesson lessons book books work display displays playtime
    play break lunch lunchtime breakfast club clubs forest sport sports swimming data attendance
    policy report reports letter email document documents website handbook plan plans target targets
    provision support intervention interventions inclusion special educational needs premium voice
    protection development leadership progress passport passports profile health mental wellbeing
    behaviour emotional social communication language speech sensory cognition learning curriculum
    assessment observation scrutiny walk code practice act equality safeguarding outcomes map maps

    observed seen heard read noted asked spoke visited looked met saw watched talked sat sorted used
    said according nothing something everything feedback evidence question answer discussion

    england britain british european north south east west christian muslim hindu sikh jewish
    christmas easter ramadan eid diwali ofsted government department makaton numicon lego
    nessy thrive zones boxall nurture wandle bikeability rainbow sunshine oak beech ash elm maple
    birch cedar pine hub base room engagement consultation partnership partnerships meeting meetings
    survey questionnaire conference forum evening workshop workshops liaison participation
    independence
    """
) | {"widgit"}  # codespell:ignore
"""Words that begin with a capital in a school's notes and are no names, in lower case."""

FIRST_NAMES = _words(
    """
    Aaliyah Aaron Abdul Abdullah Abigail Adam Aisha Aiden Alana Albert Alex Alexander Alfie Ali
    Alice Alicia Amaan Amelia Amelie Amina Amir Amy Ana Anaya Andrei Anna Annabelle Anya Archie
    Aria Ariana Arjun Arlo Arthur Arya Aurora Ava Ayaan Ayesha Barnaby Beatrice Bella Ben Benjamin
    Bethany Bilal Blake Bobby Bonnie Brandon Brody Caleb Callum Cameron Carter Charlie Charlotte
    Chloe Clara Cody Connor Daisy Daniel Darcey Darcie David Delilah Dexter Dominik Dylan Ebony
    Edith Edward Eleanor Eliana Elias Elijah Eliza Elizabeth Ella Ellie Elliot Elliott Elsie
    Emilia Emily Emma Erin Esme Ethan Eva Evan Evelyn Evie Ezra Farah Fatima Felix Fiadh Filip
    Finlay Finley Florence Frankie Fraser Freddie Frederick Freya Gabriel George Georgia Gethin
    Gracie Hafsa Halima Hamza Hannah Hanna Harley Harper Harriet Harris Harrison Harry Harvey
    Hassan Heidi Henry Holly Hugo Hussain Ibrahim Imogen Imran Inaya Iqra Isaac Isabella Isabelle
    Isla Ismail Ivan Jack Jackson Jacob Jaden Jake Jakub James Jamie Jasmine Jason Jaxon Jayden
    Jenson Jessica Jesse Joel Joseph Joshua Jude Julia Kacper Kai Kayden Kayla Keira Khadija Kian
    Kyle Kyra Lacey Layla Leah Leo Leon Leona Lena Lewis Lexi Liam Libby Lila Lilly Lily Logan
    Lola Lottie Louie Louis Luca Lucas Lucy Luka Luke Luna Lydia Maddison Maisie Malachi Maria
    Mariam Maryam Mason Matilda Matthew Maya Megan Mia Michael Mila Milan Millie Milo Mohamed
    Mohammad Mohammed Molly Muhammad Musa Mya Myla Nancy Naomi Nathan Nathaniel Nevaeh Niamh Noah
    Nora Oakley Oliver Olivia Oliwia Ollie Omar Orla Oscar Otis Owen Patrick Penelope Phoebe Pola
    Poppy Priya Quinn Rafael Ralph Ravi Rayyan Reggie Reuben Rhys Riley Robert Robin Robyn Roman
    Ronnie Rory Rosie Rowan Ruby Rupert Ryan Saanvi Safa Salma Sam Samira Samuel Sara Sarah Scarlett
    Sebastian Seren Seth Shay Sienna Simran Skye Sofia Sonny Sophia Sophie Stanley Stefan
    Szymon Tariq Teddy Thea Theo Theodore Thomas Tia Tilly Tobias Toby Tommy Tyler Umar Violet
    Wiktor William Willow Xavier Yahya Yasmin Yusuf Zac Zachary Zahra Zain Zainab Zak Zara Zoe
    Zofia Zuzanna
    """
)
"""First names that are common among children in England."""
