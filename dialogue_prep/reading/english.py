"""The words of English that the reading of a source rests on; nothing here is a rule."""

from __future__ import annotations

import re


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
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90,
}  # fmt: skip
ORDINALS |= {
    f"{ten}{joint}{one}": 10 * tens + ones
    for tens, ten in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
    for ones, one in enumerate(words("first second third fourth fifth sixth seventh eighth ninth"), start=1)
    for joint in "- "
}

# Ordinals in Roman numerals, from 1.
ROMAN = words("""
    I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV
    """)

# What a series of meetings, or one of its meetings, is called.
SERIES = words("""
    dialogue dialogues forum consultations consultation meeting meetings group committee commission council talks
    summit conference roundtable partnership mechanism initiative board panel
    """)
SERIES_WORD = re.compile(r"\b(?:" + "|".join(SERIES) + r")\b", re.IGNORECASE)
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
    abandon abate abide abolish absorb abstain accede accelerate accept accommodate accompany accumulate achieve
    acknowledge acquire act activate adapt address adhere adjourn adjust administer admit adopt advance advise
    advocate affix afford aggregate agree aid aim airdrop airlift align alleviate allocate allot allow ally amend
    amplify analyse analyze anchor annotate annul answer anticipate apply appoint apportion appraise apprehend
    approve archive arm arrange arrest articulate ascertain assemble assert assess assign assist assume assure attach
    attain attend attract audit augment authenticate authorise authorize automate avail avert avoid await award
    balance ban bar base begin benchmark block bolster book boost break bridge brief bring broadcast broaden budget
    build burden cable calculate calibrate call campaign cap capitalise capitalize capture carry catalogue catalyse
    categorise cater cease cede celebrate certify chair challenge champion change channel charge chart charter check
    choose circulate circumvent cite clarify classify clean clear close co-chair co-operate co-ordinate coach codify
    collaborate collect combat combine commence commission commit communicate compel compensate compete compile
    complement complete comply computerise conceal concede conceive concentrate conciliate conclude condense conduct
    confer confine confirm confiscate confront connect consent conserve consider consolidate constrain construct
    consult consume contact contain contemplate continue contribute control convene converge convert convey cooperate
    coordinate copy correct correspond corroborate counsel count counter couple cover craft create credit criminalise
    criminalize cross curb customise customize cut de-escalate deal debate debrief decarbonise decarbonize
    decentralise decentralize decide declare decommission decouple decrease decriminalise decriminalize decrypt
    dedicate deduce deduct deepen defend defer define delay delegate delineate deliver demand demarcate demilitarise
    demilitarize demobilise demobilize demonstrate denounce deny depart deplete deploy deport deposit derive
    desalinate describe design designate destroy detach detail detain detect deter determine develop devise devolve
    devote diagnose differentiate diffuse digitalise digitalize digitise digitize diminish disable disaggregate
    disarm discharge disclose discontinue discourage discuss disengage dismantle dismiss dispatch dispense display
    dispose disrupt disseminate dissolve dissuade distance distribute diversify divert divest divide document donate
    double downgrade draft drain draw dredge drill drive dub earmark earn ease echo edit educate elaborate elect
    elevate elicit eliminate embargo embark embed embody embrace emerge empanel employ empower enable enact encompass
    encourage encrypt end endeavor endeavour endorse enforce engage enhance enjoin enlarge enlist enquire enrich
    enrol enroll ensure entail enter entrust enumerate envisage envision equalise equalize equip eradicate erect
    escalate escort establish evacuate evaluate evolve examine exceed exchange exclude execute exempt exercise exert
    exhibit exonerate expand expedite expel experiment expire explain exploit explore export expose express extend
    extinguish extract extradite extrapolate facilitate familiarise familiarize fast-track federate feed ferry fetch
    field fight file fill film finalise finalize finance find fingerprint finish fix flag float focus follow forbid
    forecast forge forgive forgo form formalise formalize formulate fortify foster found frame freeze fuel fulfil
    fulfill fund furnish further gather gauge gear generate give go govern graduate grant group grow guarantee guide
    halt halve handle harmonise harmonize harvest hasten head hear heighten help hire hold hone honor honour host
    hunt identify illustrate immunise immunize impart impede implant implement import impose impound imprison improve
    inaugurate incarcerate incentivise incentivize include incorporate increase incubate index induct infer inform
    inhibit initiate inject innovate inquire insert insist inspect install institute institutionalise
    institutionalize instruct insulate insure integrate intensify interact intercept interconnect interdict interlink
    interlock internationalise internationalize interoperate interpret interrogate intervene interview introduce
    inventory invest investigate invite invoice involve irrigate isolate issue itemise itemize jettison join jointly
    judge jump jumpstart justify keep label land launch lay lead learn lease legalise legalize legislate lend
    leverage levy liaise liberalise liberalize licence license lift light limit link liquidate list litigate load
    lobby localise localize locate lock log look lower mainstream maintain make manage manufacture map mark marshal
    match materialise materialize maximise maximize measure mechanise mechanize mediate meet mend merge migrate mine
    minimise minimize mirror mitigate mobilise mobilize model modernise modernize modify monetise monetize monitor
    motivate mount move multiply muster name nationalise nationalize naturalise navigate negotiate neutralise
    neutralize nominate normalise normalize note notify nourish number nurture oblige observe obtain occupy offer
    offset open operate operationalise operationalize oppose optimise optimize order organise organize orient
    originate oust outlaw outline outsource overcome overhaul oversee own package participate partition partner pass
    patch patrol pave pay penalise penalize perfect perform permit perpetuate persevere persist persuade phase pick
    pilot pinpoint pioneer place plan plant pledge plough pool popularise popularize position post postpone practise
    pre-empt pre-position preclude predict prefer prepare prescribe present preserve preside press prevail prevent
    price print prioritise prioritize privatise privatize probe proceed process proclaim procure produce proffer
    profile progress prohibit project proliferate prolong promote propagate propel propose prosecute protect prove
    provide provision provoke publicise publicize publish pull punish purchase purge pursue push put qualify quantify
    quell query quicken raise rally ramp rank ratchet rate ratify rationalise rationalize re-energise re-engage
    re-establish re-examine reach react reactivate read readmit reaffirm realign realise realize reallocate reap
    rearrange reassess reassign reassure rebalance rebuild rebut recall recapitalise recapitalize recast receive
    recertify reciprocate recirculate reclaim reclassify recognise recognize recommence recommend recommit recompense
    reconcile reconfirm reconnect reconsider reconstitute reconstruct reconvene record recover recruit rectify
    recycle redefine redeploy redesign redirect redistribute redouble redraft redress reduce reenergise reengage
    reestablish refer refine refit reflect refocus reform refrain reframe refresh refuel refund refurbish refuse
    regain regenerate register regroup regularise regularize regulate rehabilitate rehearse reinforce reinstate
    reintegrate reintroduce reinvest reinvigorate reiterate reject rejoin relaunch relax relay release relieve
    relinquish relocate rely remain remedy remind remit remodel remove remunerate rename render renegotiate renew
    renounce renovate rent reopen reorganise reorganize reorient repair repatriate repay repeal repel replace
    replenish replicate reply repopulate report reposition represent reproduce republish repurpose request require
    reroute reschedule rescind rescue reserve reset resettle reshape resist resolve respect respond restart restate
    restock restore restrain restrict restructure resubmit resume resupply retain retrain retreat retrofit return
    reunite reuse revalidate revamp reveal reverse revert review revise revisit revitalise revitalize revive revoke
    reward rewrite rid ringfence roll rotate route run safeguard sail salvage sample sanction satisfy save scale scan
    schedule scope score screen scrutinise seal search second secure seed seek segment segregate seize select sell
    send sensitise sensitize separate sequence serve service set settle sever shape share sharpen shelter shield
    shift ship shore shorten shoulder show shut sift sign signal signpost simplify simulate sit situate slow smooth
    socialise soften solicit solidify solve sort source sow span speak spearhead specialise specialize specify speed
    spend split sponsor spot spread squeeze stabilise stabilize staff stage stamp stand standardise standardize start
    state station stay steer stem step steward stimulate stipulate stock stockpile stop store straighten streamline
    strengthen stress strike strip strive structure study subject submit subscribe subsidise subsidize substantiate
    substitute subtract succeed suggest summarise summarize summon supersede supervise supplement supply support
    suppress surge surmount surrender survey suspend sustain swap switch synchronise synchronize synthesise
    synthesize systematise table tabulate tackle tag tailor take tally tap target tarnish task tax teach team tell
    tender terminate test thwart tie tighten tolerate top tour trace track trade train transact transcend transcribe
    transfer transform transition translate transmit transplant transport transpose trap treat trial triangulate
    trigger trim triple try turn twin unblock uncover undergo underpin underscore understand undertake underwrite
    undo unearth unfreeze unify unite unload unlock unpack unroll unveil unwind update upgrade uphold upload uproot
    urge use utilise utilize vacate vaccinate validate value ventilate venture verify vest veto view visit voice
    volunteer vote vouch wage wait waive warn watch weaken weigh welcome whitelist widen wind wire withdraw withhold
    withstand witness work worsen wrap write yield
    """)
)
NOUNS_TOO = frozenset(
    words("""
    access act advance aggregate aid aim ally anchor answer approach archive arm arrest attempt audit award balance
    ban base benchmark block book boost break bridge brief budget burden cable call campaign cap catalogue chair
    challenge change channel charge chart charter check clean coach contact control copy counsel count couple cover
    credit cross cut debate delay demand deposit design detail discharge display distance document draft drill drive
    dub echo edit embargo end escort exchange exercise experiment export ferry field file fill film finance
    fingerprint finish fix flag float focus force forecast form frame fuel fund gauge gear graduate grant group guide
    halt harvest head help hire host hunt import impound increase index insert interest inventory invoice
    issue judge jump label land lead lease levy licence license light limit link list load lock log look map mark
    market match measure mine mirror model mount move name need note number offer offset order orient outline
    overhaul package partner pass patch patrol perfect permit phase pilot pioneer place plan plant pledge plough
    police pool position post practice present press price print probe process produce profile progress project
    promise provision pull purchase purge push query rally ramp rank rate record redress reform refresh refund
    register relay release rent repair report request rescue research reserve reset respect retreat retrofit return
    reuse review reward risk roll route run sail sample sanction scale scan schedule scope score screen seal search
    second seed segment sequence service set share shelter shield shift ship shore shoulder show sign signal sort
    source span speed split sponsor spot staff stage stamp stand start state station stay stem step steward stock
    stop store stress strike strip structure study subject supplement supply support surge survey swap switch table
    tag tap target task tax team tender test tie top tour trace track trade train transfer transition transport trap
    travel treat trial trigger trim trust turn update upgrade use value venture view visit voice volunteer vote wage
    wait watch wire witness work wrap yield
    """)
)
# Of those, the ones that are nouns even before another noun (“task forces”), unless an article shows the verb.
NOUNS_FIRST = frozenset(
    words("""
    access aggregate aid ally anchor answer archive arm arrest attempt audit balance ban base benchmark block book
    border break bridge brief budget cable call campaign cap catalogue chair challenge change channel charge chart
    charter check clean coach contact control copy counsel count couple cover credit cross debate delay demand
    deposit design detail discharge display distance document draft drill dub echo edit embargo escort exchange
    experiment export ferry field file fill film finance fingerprint finish fix flag float focus force forecast form
    frame fuel fund gauge gear graduate group harvest head hire hunt import impound index insert interest inventory
    invoice issue judge jump label land lease levy licence license light limit list load lock log look map mark
    market match mine mirror model mount move name note number offer offset order orient outline overhaul package
    partner pass patch patrol perfect permit phase pilot pioneer place plan plant plough police policy pool position
    post practice present press price print probe process produce profile program progress project provision pull
    purchase purge query rally ramp rank rate record redress refresh refund register relay release rent repair report
    request rescue research reserve reset retreat retrofit return reuse review reward risk roll route run sail sample
    sanction scale scan schedule scope score screen seal search second seed segment sequence service set shelter
    shield shift ship shore shoulder show sign signal sort source span speed split spot staff stage stamp state
    station stay stem step steward stock store stress strike strip structure study subject supplement supply surge
    survey swap switch table tag tap target task tax team tender test tie top tour trace track trade train transfer
    transition transport trap travel treat trial trigger trim trust turn update use value venture view visit voice
    volunteer vote wage wait watch wire witness work wrap yield
    """)
)
# These take another verb without its being a purpose: “continue to seek to ...”.
CHAIN_VERBS = words("""
    aim attempt begin commence continue endeavor endeavour help need plan prepare seek start strive try work
    """)

# Verbs that tell what was said or done at a meeting; after “and” they end an undertaking.
REPORTING = words("""
    acknowledged affirmed agreed announced applauded appreciated asked assessed assured attended called co-chaired
    commended committed concluded condemned confirmed congratulated considered decided declared deplored described
    directed discussed emphasised emphasized encouraged endorsed entrusted exchanged explained explored expressed
    focused heard held highlighted hoped identified instructed invited launched looked met noted observed offered
    opposed outlined pledged pointed praised proposed reaffirmed recalled received recognised recognized
    recommended reconfirmed reiterated rejected remarked renewed reported requested resolved restated reviewed said
    shared signed stated stressed suggested supported tasked thanked took underlined underscored undertook urged
    voiced vowed warned welcomed witnessed
    """)

# An adverb, and none of the verbs that end as adverbs do.
ADVERB = r"(?!(?:ap|com|im|multi|re|sup)?ply\b|(?:r|t|d|f)?ally\b|rely\b|fly\b)\w+ly"

# Nouns that stand for a party: both sides, one of them, or people and bodies that they control.
PARTY_NOUNS = words("""
    academies administration administrations advisers advisors agencies agency allies ambassadors attorney attorneys
    authority banks bodies bureau cabinet chairs chief co-chairs commanders commission commissioners committee
    coordinators corps council counterparts countries country courts delegation delegations department departments
    directorate directors economies embassies expert experts forces foreign-ministers forum government governments
    group guard heads inspectorate institutes institutions laboratories leaders members minister ministers
    ministries ministry missions nations navies network officers official officials operators panel parliaments
    participants parties partners people police president presidents principals prosecutors registries regulators
    representatives researchers scientist scientists secretariat secretaries secretary senior-officials services
    side sides signatories states sub-commission sub-committee sub-group subcommission subcommittee subgroup
    task-force team teams units universities working-group
    """)
# These are bodies only in a name, with a capital and no “a”: “a service will run” is a thing, as office hours are.
BODIES_BY_NAME = words("""
    Academy Army Bank Board Center Centre Court Embassy Institute Institution Laboratory Navy Office Registry Service
    Unit University
    """)
# A party with one of these in the future is a forecast, or no act.
NO_ACT = words("""
    able agree appear appreciate arise be become begin-to belong benefit celebrate commemorate consist contain cost
    depend deserve differ emerge endure enjoy exist fail face fall feel gain grow happen have hope know lack last lie
    like live look lose mark matter may mean miss need occur owe possess prove recall regard regret rely remember
    result see seem suffer survive tend think understand want welcome wish witness
    """)

# Words that follow “be” without being an act done to something.
NO_PARTICIPLE = words("""
    accompanied achieved affected aimed associated attended awaited based believed chaired composed comprised
    concerned considered deemed determined expected felt followed given governed guided heard held-responsible
    interested interpreted involved judged known led limited marked met needed obliged pleased prepared reflected
    regarded related remembered required seen staffed succeeded supposed understood united used viewed
    """)
IRREGULAR_PARTICIPLES = words("""
    begun borne bought brought built chosen cut dealt done drawn driven found held kept laid left lent lost made paid
    put read run sent set shown sold sought spent split spread struck taken taught told undertaken withdrawn written
    """)

# Nouns that name an act, so that they can follow “commit to” or “agree on”.
ACTION_NOUNS = words("""
    action action-plan adoption assistance co-operation co-ordination collaboration completion conclusion conference
    conferences consultation consultations cooperation coordination course courses creation deepening development
    discussion discussions drafting elaboration engagement enhancement establishment exchange exchanges exercise
    exercises expansion extension formation formulation implementation improvement inclusion initiation
    intensification introduction investment launch launching mission missions negotiation negotiations organisation
    organization participation partnership preparation promotion protection provision reduction removal renewal
    resumption review seminar seminars sharing signing strengthening support symposium training visit visits work
    workplan workshop workshops
    """)

# These end as nouns of acts do, and name none.
NO_ACT_NOUNS = words("""
    ambition amendment aspiration assessment attention commission commitment condition conditions corporation
    declaration delegation department direction document dimension element environment government information
    generation instrument investment-climate mention mission moment motion nation nations obligation obligations
    occasion operation option options organisation organisations organization organizations passion perception
    population position positions proportion question reflection relation relations sanction section session situation
    statement station tension tradition vision
    """)

# Words that begin with a capital where a name may stand, and are no name of a party.
NO_PARTIES = words("""
    action affairs africa america anti asia atlantic both co counter declaration defence defense deputy each energy
    europe finance first foreign health high inaugural indo inter interior joint justice level members multi national
    one pacific plus press prime republic second security state statement sub the these they this trade track two
    under vice we works it
    """)
