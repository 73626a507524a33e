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
    abandon abide abolish absorb abstain accede accelerate accept accommodate accumulate achieve acquire act
    activate adapt address adhere adjourn adjust administer admit adopt advance advise advocate aggregate agree aid
    aim align alleviate allocate allot allow amend analyse analyze anticipate apply appoint apprehend approve
    archive arrange arrest articulate ascertain assemble assess assign assist assure attend audit authenticate
    authorise authorize automate avoid await award ban bar begin benchmark block bolster book boost bridge brief
    bring broadcast broaden budget build burden calculate calibrate campaign capture carry categorise cater cease
    cede celebrate certify challenge champion change charge chart check choose circulate cite clarify classify clean
    clear close co-operate co-ordinate coach codify collaborate collect combat combine commence commission commit
    communicate compensate compete compile complement complete comply conceal conceive concentrate conclude conduct
    confer confine confirm confiscate confront connect consent conserve consider consolidate constrain construct
    consult consume contact contain contemplate continue contribute control convene converge convert convey
    cooperate coordinate correct correspond count counter cover craft create credit criminalise criminalize cross
    curb customise customize cut deal debate decentralise decentralize decide declare decommission decrease
    decriminalise decriminalize dedicate deduct deepen defend defer define delay delegate delineate deliver
    demarcate demilitarise demilitarize demobilise demobilize demonstrate denounce deny depart deplete deploy deport
    deposit derive describe design designate destroy detach detail detain detect deter determine develop devise
    devolve devote diagnose differentiate diffuse digitise digitize diminish disarm discharge disclose discontinue
    discourage discuss dismantle dismiss dispatch display dispose disrupt disseminate dissolve dissuade distribute
    diversify divide document donate double downgrade draft drain draw dredge drive dub earmark ease echo edit
    educate elaborate elect eliminate embark embed embody embrace emerge employ empower enable enact encompass
    encourage end endeavor endeavour endorse enforce engage enhance enlarge enlist enquire enrich enrol enroll
    ensure enter entrust envisage equalise equalize equip eradicate erect escalate establish evacuate evaluate
    evolve examine exceed exchange exclude execute exempt exercise exert exhibit exonerate expand expedite
    experiment expire explain exploit explore export expose express extend extinguish extract extradite facilitate
    familiarise familiarize federate feed ferry fight file fill film finalise finalize finance find fingerprint
    finish fix flag float focus follow forbid forecast forge forgive forgo form formalise formalize formulate
    fortify foster found frame freeze fuel fulfil fulfill fund furnish further gather gauge generate give go govern
    grant group grow guarantee guide halt halve handle harmonise harmonize harvest hasten hear heighten help hire
    hold honor honour host hunt identify illustrate immunise immunize impart impede implant implement import impose
    impound imprison improve inaugurate incentivise incentivize include incorporate increase index induct infer
    inform inhibit initiate inject innovate inquire insert insist inspect install institute instruct insulate insure
    integrate intensify interact interconnect interdict interlink internationalise internationalize interpret
    intervene interview introduce inventory invest investigate invite invoice involve irrigate isolate issue itemise
    itemize join jointly judge jump justify keep label land launch lay lead learn lease legalise legalize legislate
    lend leverage levy liaise liberalise liberalize license lift light limit link liquidate list litigate load lobby
    localise localize locate lock log lower mainstream maintain make manage manufacture map mark match materialise
    materialize maximise maximize measure mechanise mechanize mediate meet mend merge mine minimise minimize mirror
    mitigate mobilise mobilize modernise modernize modify monetise monetize monitor motivate move multiply name
    nationalise nationalize navigate negotiate neutralise neutralize nominate normalise normalize note notify number
    nurture oblige observe obtain occupy offer offset open operate operationalise operationalize oppose optimise
    optimize organise organize orient oust outlaw outline outsource overcome overhaul oversee own participate
    partner pass patch patrol pay penalise penalize perfect perform permit perpetuate persuade phase pick pilot
    pioneer place plan plant pledge plough pool popularise popularize post postpone practise pre-empt preclude
    prefer prepare prescribe present preserve press prevent price print prioritise prioritize privatise privatize
    probe proceed process proclaim procure produce profile progress prohibit project proliferate prolong promote
    propagate propose prosecute protect prove provide provision provoke publicise publicize publish punish purchase
    purge pursue push put qualify quantify query quicken raise rank rate ratify rationalise rationalize re-establish
    re-examine reach reactivate read readmit reaffirm realise realize reallocate rearrange reassess reassure
    rebalance rebuild recall recapitalise recapitalize recirculate reclaim recognise recognize recommence recommend
    recommit recompense reconcile reconstitute reconstruct reconvene record recover recruit rectify recycle redefine
    redeploy redesign redirect redistribute redouble redraft reduce refer refine refit refocus reform refrain
    reframe refuel refund refuse regain regenerate register regroup regularise regularize regulate rehabilitate
    reinforce reinstate reintegrate reintroduce reinvest reiterate reject relax release relieve relinquish relocate
    remain remedy remind remit remodel remove remunerate rename render renegotiate renew renounce rent reopen
    reorganise reorganize reorient repair repatriate repay repeal repel replace replicate reply repopulate report
    reposition represent reproduce republish request require reschedule rescue reserve resettle reshape resist
    resolve respect respond restart restate restock restore restrain restrict restructure resume retain retrain
    retreat return reunite reuse revamp reverse revert review revise revisit revitalise revitalize revive revoke
    reward rewrite rid rotate route run safeguard sail salvage sanction satisfy save scale scan schedule scope score
    screen scrutinise seal search secure seek segregate seize select sell send sensitise sensitize separate serve
    service set settle sever shape share shelter shield shift ship shorten shoulder show shut sign signal simplify
    sit situate slow smooth socialise solicit solidify solve sort source sow span speak specialise specialize
    specify speed spend split sponsor spot spread squeeze stabilise stabilize staff stamp stand standardise
    standardize start state station stay steer stem step stimulate stock stockpile stop store straighten streamline
    strengthen stress strip strive structure study submit subscribe subsidise subsidize substantiate substitute
    subtract succeed suggest summarise summarize summon supersede supervise supplement supply support suppress
    surmount surrender survey suspend sustain swap switch synchronise synchronize synthesise synthesize systematise
    table tabulate tackle tag tailor take tap target tarnish task tax teach tell tender terminate test tie tighten
    tolerate tour trace track trade train transcend transcribe transfer transform transition translate transmit
    transport transpose trap treat trigger triple try turn twin unblock uncover underpin underscore undertake
    underwrite unearth unfreeze unify unite unload unlock unveil update upgrade uphold upload uproot urge use
    utilise utilize vacate vaccinate validate value ventilate verify vest veto view visit volunteer vote wage waive
    warn watch weaken weigh welcome widen wind wire withdraw withhold withstand witness work worsen write yield
    """)
)
NOUNS_TOO = frozenset(
    words("""
    access act advance aggregate aid aim approach archive arrest attempt audit award ban benchmark block book boost
    bridge brief budget burden campaign challenge change charge chart check clean coach contact control count cover
    credit cross cut debate delay deposit design detail discharge display document draft drive dub echo edit end
    exchange exercise experiment export ferry file fill film finance fingerprint finish fix flag float focus force
    forecast form frame fuel fund gauge grant group guide halt harvest help hire host hunt import impound increase
    index insert interest inventory invest invoice issue judge jump label land lead lease levy light limit link list
    load lock log map mark market match measure mine mirror move name need note number offer offset order orient
    outline overhaul partner pass patch patrol perfect permit phase pilot pioneer place plan plant pledge plough
    police pool post practice present press price print probe process produce profile progress project promise
    provision purchase purge push query rank rate record reform refund register release rent repair report request
    rescue research reserve respect retreat return reuse review reward risk route run sail sanction scale scan
    schedule scope score screen seal search service set share shelter shield shift ship shoulder show sign signal
    sort source span speed split sponsor spot staff stamp stand start state station stay stem step stock stop store
    stress strip structure study supplement supply support survey swap switch table tag tap target task tax tender
    test tie tour trace track trade train transfer transition transport trap travel treat trigger trust turn update
    upgrade use value view visit volunteer vote wage watch wire witness work yield
    """)
)
# Of those, the ones that are nouns even before another noun (“task forces”), unless an article shows the verb.
NOUNS_FIRST = frozenset(
    words("""
    access aggregate aid archive arrest attempt audit ban benchmark block book border bridge brief budget campaign
    challenge change charge chart check clean coach contact control count cover credit cross debate delay deposit
    design detail discharge display document draft dub echo edit exchange experiment export ferry file fill film
    finance fingerprint finish fix flag float focus force forecast form frame fuel fund gauge group harvest hire
    hunt import impound index insert interest inventory invoice issue judge jump label land lease levy light limit
    list load lock log map mark market match mine mirror move name note number offer offset order orient outline
    overhaul partner pass patch patrol perfect permit phase pilot pioneer place plan plant plough police policy pool
    post practice present press price print probe process produce profile program progress project provision
    purchase purge query rank rate record refund register release rent repair report request rescue research reserve
    retreat return reuse review reward risk route run sail sanction scale scan schedule scope score screen seal
    search service set shelter shield shift ship shoulder show sign signal sort source span speed split spot staff
    stamp state station stay stem step stock store stress strip structure study supplement supply survey swap switch
    table tag tap target task tax tender test tie tour trace track trade train transfer transition transport trap
    travel treat trigger trust turn update use value view visit volunteer vote wage watch wire witness work yield
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
