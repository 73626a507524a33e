"""The words of English that the reading of a source rests on; nothing here is a rule."""

from __future__ import annotations


def words(listed: str) -> tuple[str, ...]:
    """Return the words of a table that is written as one string."""
    return tuple(listed.split())


MONTHS = words("""
    January February March April May June July August September October November December
    """)

ORDINALS = {
    "inaugural": 1, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
    "thirtieth": 30,
}  # fmt: skip

# What a series of meetings, or one of its meetings, is called.
SERIES = words("""
    dialogue dialogues forum consultations consultation meeting meetings group committee commission council talks
    summit conference roundtable partnership mechanism initiative board panel
    """)
MEETINGS = words("""
    round meeting session dialogue forum talks consultations summit iteration edition gathering
    """)

# How a joint record or another paper of the genre names itself.
RECORDS = (
    "communique", "communiqué", "joint statement", "joint declaration", "joint readout", "joint press", "readout",
    "joint record", "agreed minutes", "record of discussion", "summary of discussions", "chairs' statement",
    "chair's statement", "joint media", "joint summary", "outcome document", "joint vision", "kommuniké",
    "joint ministerial statement", "fact sheet", "declaration", "statement", "outcomes",
)  # fmt: skip

# Verbs that begin an undertaking or one of its coordinated parts. Those in NOUNS_TOO are as often nouns.
VERBS = frozenset(
    words("""
    abide abolish abstain accelerate accept accede accommodate achieve acquire act activate adapt address adhere
    adjust administer admit adopt advance advise advocate agree aid aim align alleviate allocate allow amend analyse
    analyze apply appoint apprehend approve arrange ascertain assess assign assist assure attend audit authorise
    authorize avoid await award bar begin bolster boost bring broaden build burden calibrate carry cease celebrate
    certify champion clarify close collaborate collect combat combine commence commission commit communicate compile
    complement complete comply conclude conduct confer confirm confiscate connect conserve consider consolidate
    construct consult contain continue contribute control convene convey cooperate co-operate coordinate co-ordinate
    counter craft create criminalise criminalize curb cut deal decide decrease deepen defend deliver demonstrate
    deny deploy deport design designate destroy detain detect deter determine develop devise devote diminish
    disclose discourage discuss dismantle dispatch disrupt disseminate distribute diversify document donate double
    draft draw drive ease eliminate embark employ empower enable encourage end endeavour endeavor endorse enforce
    engage enhance enlarge enrich ensure enter equip eradicate escalate establish evaluate examine exchange execute
    exempt exercise expand expedite explore export expose extend extradite facilitate fight finalise finalize
    finance find focus follow form formalise formalize formulate forge foster found fulfil fulfill fund further
    gather give go grant grow guarantee guide halt handle harmonise harmonize hasten help hold honor honour host
    identify impede implement import impose improve include incorporate increase inform initiate innovate inspect
    install institute instruct integrate intensify interdict introduce invest investigate invite involve issue join
    jointly keep launch lay lead learn leverage liberalise liberalize lift limit link list locate lower maintain
    make manage map match maximise maximize measure mediate meet mend minimise minimize mitigate mobilise mobilize
    modernise modernize modify monitor move negotiate nominate normalise normalize notify nurture observe obtain
    offer open operate operationalise operationalize oppose optimise optimize organise organize outline overcome
    oversee participate partner pay perform permit phase pilot plan pledge pool practise prepare preserve press
    prevent prioritise prioritize proceed procure produce prohibit promote propose prosecute protect provide
    publicise publicize publish purchase pursue push put raise ratify reach reaffirm realise realize recognise
    recognize recommend reconvene recover recruit rectify redouble reduce refer refine reform refrain register
    regularise regularize regulate reinforce release relocate remain remove render renew reopen repatriate repeal
    replace report request require resettle resolve respect respond restore restrain restrict restructure resume
    retain return review revise revitalise revitalize revive safeguard sanction scale schedule scrutinise secure
    seek seize select send separate serve set settle shape share show sign simplify sponsor spread stand standardise
    standardize start station stem step stop streamline strengthen strive study submit supply support suppress
    surrender suspend sustain tackle take target task terminate test track train transfer transform translate
    transmit treat triple uncover undertake unite update upgrade uphold urge use utilise utilize validate verify
    visit waive welcome widen withdraw withhold work
    """)
)
NOUNS_TOO = frozenset(
    words("""
    access act advance aid aim approach attempt audit award boost burden control contact cut design document draft
    drive end exchange exercise export finance focus form fund grant guide halt help host import increase interest
    invest issue lead limit link list map market match measure move need offer order outline partner permit phase
    pilot plan pledge police pool practice press process produce project promise purchase push rank reform register
    release report request research respect return review risk sanction scale schedule set share show sign sponsor
    stand start station stem step stop study supply support target task test track trade train transfer transport
    travel treat trust update upgrade use visit work
    """)
)
# Of those, the ones that are nouns even before another noun (“task forces”), unless an article shows the verb.
NOUNS_FIRST = frozenset(
    words("""
    access aid attempt audit border contact control design document draft exchange export finance focus force form
    fund import interest issue limit list map market match move offer order outline partner permit phase pilot plan
    police policy pool practice press process produce program project purchase rank register release report request
    research return review risk sanction scale schedule set show sign station stem step study supply target task
    test track trade train transfer transport travel treat trust update use visit work
    """)
)
# These take another verb without its being a purpose: “continue to seek to ...”.
CHAIN_VERBS = words("""
    aim attempt begin commence continue endeavor endeavour help need plan prepare seek start strive try work
    """)

# Verbs that tell what was said or done at a meeting; after “and” they end an undertaking.
REPORTING = words("""
    acknowledged affirmed agreed announced applauded appreciated asked assessed assured attended called commended
    committed concluded condemned confirmed congratulated considered co-chaired decided declared deplored described
    directed discussed emphasised emphasized encouraged endorsed exchanged explained explored expressed focused
    heard held highlighted hoped identified instructed invited launched looked met noted observed offered opposed
    outlined pledged pointed praised proposed reaffirmed recalled received recognised recognized recommended
    reconfirmed reiterated rejected remarked renewed reported requested resolved restated reviewed said shared
    signed stated stressed suggested supported tasked thanked took underlined underscored undertook urged voiced
    vowed warned welcomed witnessed
    """)

# Nouns that stand for a party: both sides, one of them, or people and bodies that they control.
PARTY_NOUNS = words("""
    administration administrations agencies agency ambassadors authorities cabinet chairs co-chairs commissioners
    council counterparts countries country delegation delegations departments department directors economies experts
    foreign-ministers forces government governments group heads leaders members ministers minister ministries
    ministry nations network officers officials parties participants partners people police president presidents
    principals representatives scientists secretaries secretariat secretary senior-officials sides side signatories
    states team teams advisers advisors allies parliaments researchers regulators attorneys attorney working-group
    committee commission forum task-force panel
    """)
# Bodies that act for the sides but are no sides: a sentence about one of them is theirs only in the future tense.
PRONOUNS = ("we", "they", "both", "each")

# A party with one of these in the future is a forecast, or no act.
NO_ACT = words("""
    able agree appreciate become be become begin-to benefit celebrate commemorate depend differ endure enjoy face
    fall feel gain grow have know like live lose mark may mean need rely see suffer tend understand welcome
    """)

# Words that follow “be” without being an act done to something.
NO_PARTICIPLE = words("""
    aimed based concerned considered deemed determined expected guided interested involved led limited made needed
    pleased prepared regarded related required staffed supposed understood united used viewed chaired composed
    comprised governed interpreted held-responsible
    """)
IRREGULAR_PARTICIPLES = words("""
    held taken given built set drawn kept brought sent undertaken begun done put made met paid led found sought
    shown chosen written laid spent
    """)

# Nouns that name an act, so that they can follow “commit to” or “agree on”.
ACTION_NOUNS = words("""
    adoption assistance action action-plan collaboration completion conclusion consultation consultations
    cooperation co-operation coordination co-ordination creation deepening development discussion discussions
    engagement enhancement establishment exchange exchanges expansion extension formation formulation implementation
    improvement inclusion initiation intensification introduction investment launch launching negotiation
    negotiations participation partnership promotion protection provision reduction removal renewal resumption
    review sharing signing strengthening support training work workplan
    """)
