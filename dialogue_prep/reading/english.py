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
    abide abolish abstain accede accelerate accept accommodate achieve acquire act activate adapt address adhere
    adjust administer admit adopt advance advise advocate agree aid aim align alleviate allocate allow amend analyse
    analyze apply appoint apprehend approve arrange ascertain assess assign assist assure attend audit authorise
    authorize avoid await award bar begin bolster boost bring broaden build burden calculate calibrate carry
    categorise cease celebrate certify champion chart clarify clean clear close co-operate co-ordinate collaborate
    collect combat combine commence commission commit communicate compile complement complete comply conceive
    conclude conduct confer confirm confiscate confront connect conserve consider consolidate construct consult
    contact contain continue contribute control convene convey cooperate coordinate counter cover craft create
    criminalise criminalize cross curb cut deal debate decide decrease dedicate deepen defend define delegate
    deliver demonstrate deny deploy deport design designate destroy detail detain detect deter determine develop
    devise devote differentiate diffuse diminish disclose discourage discuss dismantle dispatch disrupt disseminate
    distribute diversify document donate double draft drain draw dredge drive ease echo educate elaborate elect
    eliminate embark embrace emerge employ empower enable enact encourage end endeavor endeavour endorse enforce
    engage enhance enlarge enrich ensure enter envisage equip eradicate escalate establish evacuate evaluate examine
    exchange exclude execute exempt exercise expand expedite explain exploit explore export expose express extend
    extract extradite facilitate feed ferry fight fill finalise finalize finance find finish fix focus follow forge
    form formalise formalize formulate fortify foster found freeze fulfil fulfill fund further gather give go govern
    grant grow guarantee guide halt handle harmonise harmonize hasten hear help hire hold honor honour host identify
    impede implement import impose improve inaugurate incentivise incentivize include incorporate increase inform
    inhibit initiate innovate insert inspect install institute instruct insure integrate intensify interdict
    interview introduce inventory invest investigate invite involve issue join jointly jump justify keep label land
    launch lay lead learn legislate leverage liaise liberalise liberalize license lift light limit link list load
    localise localize locate lock lower maintain make manage manufacture map mark match maximise maximize measure
    mediate meet mend merge mine minimise minimize mitigate mobilise mobilize modernise modernize modify monitor
    motivate move multiply name navigate negotiate nominate normalise normalize notify number nurture observe obtain
    occupy offer offset open operate operationalise operationalize oppose optimise optimize organise organize orient
    outline overcome oversee own participate partner pass patrol pay penalise penalize perfect perform permit phase
    pilot place plan plant pledge pool post practise pre-empt preclude prepare present preserve press prevent print
    prioritise prioritize probe proceed process proclaim procure produce profile progress prohibit promote propose
    prosecute protect provide publicise publicize publish punish purchase pursue push put quantify query raise rank
    rate ratify re-establish reach read reaffirm realise realize rebuild recall recognise recognize recommend
    reconcile reconvene record recover recruit rectify recycle redirect redouble reduce refer refine reform refrain
    reframe refund refuse register regularise regularize regulate reinforce reject relax release relieve relocate
    remain remedy remit remove rename render renew renounce rent reopen reorganise reorganize repair repatriate
    repay repeal replace replicate reply report republish request require rescue reserve resettle resolve respect
    respond restart restock restore restrain restrict restructure resume retain retrain return reunite reverse
    review revise revitalise revitalize revive reward rotate run safeguard sail sanction save scale schedule screen
    scrutinise seal search secure seek seize select sell send separate serve set settle shape share ship shorten
    show sign simplify situate slow smooth socialise solve source sow speak specify speed spend split sponsor spread
    stabilise stabilize staff stand standardise standardize start state station steer stem step stimulate stockpile
    stop store streamline strengthen strip strive structure study submit subsidise subsidize substitute supervise
    supplement supply support suppress surrender survey suspend sustain swap switch synchronise synchronize
    systematise tabulate tackle tailor take target task teach tell tender terminate test tie tighten trace track
    trade train transfer transform transition translate transmit transport transpose treat trigger triple turn twin
    unblock uncover undertake unify unite unlock unveil update upgrade uphold upload urge use utilise utilize
    vaccinate validate value ventilate verify view visit vote waive warn watch weigh welcome widen withdraw withhold
    work write yield
    """)
)
NOUNS_TOO = frozenset(
    words("""
    access act advance aid aim approach attempt audit award boost burden chart clean contact control cover cross cut
    debate design detail document draft drive echo end exchange exercise export ferry fill finance finish fix focus
    force form fund grant guide halt help hire host import increase insert interest inventory invest issue jump
    label land lead light limit link list load lock map mark market match measure mine move name need number offer
    offset order orient outline partner pass patrol perfect permit phase pilot place plan plant pledge police pool
    post practice present press print probe process produce profile progress project promise purchase push query
    rank rate record reform refund register release rent repair report request rescue research reserve respect
    return review reward risk run sail sanction scale schedule screen seal search set share ship show sign source
    speed split sponsor staff stand start state station stem step stop store strip structure study supplement supply
    support survey swap switch target task tender test tie trace track trade train transfer transition transport
    travel treat trigger trust turn update upgrade use value view visit vote watch work yield
    """)
)
# Of those, the ones that are nouns even before another noun (“task forces”), unless an article shows the verb.
NOUNS_FIRST = frozenset(
    words("""
    access aid attempt audit border chart clean contact control cover cross debate design detail document draft echo
    exchange export ferry fill finance finish fix focus force form fund hire import insert interest inventory issue
    jump label land light limit list load lock map mark market match mine move name number offer offset order orient
    outline partner pass patrol perfect permit phase pilot place plan plant police policy pool post practice present
    press print probe process produce profile program progress project purchase query rank rate record refund
    register release rent repair report request rescue research reserve return review reward risk run sail sanction
    scale schedule screen seal search set ship show sign source speed split staff state station stem step store
    strip structure study supplement supply survey swap switch target task tender test tie trace track trade train
    transfer transition transport travel treat trigger trust turn update use value view visit vote watch work yield
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

# Words that begin with a capital where a name may stand, and are no name of a party.
NO_PARTIES = words("""
    action affairs africa america anti asia atlantic both co counter declaration defence defense deputy each energy
    europe finance first foreign health high inaugural indo inter interior joint justice level members multi national
    one pacific plus press prime republic second security state statement sub the these they this trade track two
    under vice we works it
    """)
