"""The lexicon: which nouns name which kind of source, and which words mark a real person or event."""

from __future__ import annotations

from basedon.model.statement import TargetType
from basedon.prose.patterns import lexicon

TYPES: dict[TargetType, str] = {
    "novel": (
        "novel|novels|bestseller|best-seller|bestsellers|light novel|crime novel|dime novel|thriller|whodunit"
        "|children's book|children's books|picture book|children's novel|children's story|romance novel|romance"
        "|children's picture book|children's classic|novel series|book series|trilogy of novels|novelization"
        "|roman à clef"
    ),
    "novella": "novella|novellas|novelette|novelettes|short novel",
    "short story": (
        "short story|short stories|short-story|story|stories|tale|tales|magazine story|serial story|short fiction"
    ),
    "memoir": (
        "memoir|memoirs|autobiography|autobiographies|diary|diaries|autobiographical book|journals|reminiscences"
        "|autobiographical account|personal account"
    ),
    "non-fiction book": (
        "non-fiction book|nonfiction book|non-fiction|nonfiction|true crime book|true-crime book|biography"
        "|biographies|history book|true crime|non-fiction novel|nonfiction novel|non-fiction books"
        "|true story book|account"
    ),
    "article": (
        "article|articles|newspaper article|magazine article|news story|news article|newspaper series|op-ed"
        "|exposé|feature article|report|news reports|newspaper account|podcast|column|columns|magazine piece"
    ),
    "play": (
        "play|plays|stage play|stageplay|musical|musicals|stage musical|opera|operetta|operettas|radio play"
        "|teleplay|television play|one-act play|tragedy|comedy|melodrama|drama|farce|stage show|musical comedy"
        "|musical play|revue|one-man show|one-woman show|one-person show|rock opera|stage production|ballet"
        "|theatrical play|monologue|stage comedy|stage drama|book musical|jukebox musical|stage version|Broadway hit"
        "|zarzuela|theatre play|theater play|dramatization|stage hit|stage success|Broadway success|Broadway production"
    ),
    "comic": (
        "webtoon|comic|comics|comic book|comic books|comic strip|comic-strip|graphic novel|graphic"
        " novels|manga|webcomic"
        "|comic series|comicstrip|newspaper strip|strip|strips|cartoon strip|comic strips|manhwa|cartoon panel"
        "|newspaper comic strip|limited series|superhero|superhero team|cartoons|one-shot"
    ),
    "game": (
        "video game|videogame|game|games|computer game|board game|arcade game|video games|role-playing game"
        "|card game|tabletop game|fighting game|visual novel|video game series"
    ),
    "song": "song|songs|ballad|folk song|hymn|album|concept album|carol|Christmas carol|record|lullaby",
    "folk tale": (
        "fairy tale|fairytale|fairy tales|folk tale|folktale|folk tales|legend|legends|myth|myths|fable|fables"
        "|nursery rhyme|folklore|urban legend|epic|mythology|nursery rhymes|parable|Indian legend"
    ),
    "film": (
        "hit|blockbuster|smash hit|film|films|movie|movies|motion picture|picture|silent film|short"
        " film|feature film|silent|short"
        "|television film|TV film|telefilm|TV movie|television movie|documentary|documentary film|comedy film"
        "|drama film|horror film|musical film|sound film|silent movie|classic|Western film|western|Western"
        "|film trilogy|film noir|short subject|student film|direct-to-video film|film series|version"
    ),
    "series": (
        "television series|TV series|series|TV show|television show|show|sitcom|television program|telenovela"
        "|miniseries|mini-series|TV miniseries|television miniseries|web series|webseries|anime|anime series"
        "|animated series|cartoon series|serial|television serial|radio serial|radio series|radio show|radio program"
        "|radio drama|sketch|sketches|television sitcom|soap opera|cartoon|animated television series|television play"
        "|animated TV series|sketch comedy|television drama|television special|episode|TV drama|cartoon shorts"
        "|television episode|franchise|media franchise"
    ),
    "other": (
        "poem|poems|epic poem|narrative poem|verse|poetry|toy|toys|toy line|doll|dolls|character|characters|figure"
        "|sermon|lecture|essay|essays|speech|painting|paintings|letters|letter|writings|works|work"
        "|ride|attraction|trading cards|screenplay|script|idea|concept|treatment|scenario|photograph|trial transcripts"
        "|theme park attraction|Bible|gospel|Gospel|Gospels|sketchbook|case files|interviews|interview|routine"
        "|treatise|self-help book|advice book|dating manual|manual|cookbook|magazine|blog|website"
        "|team|theme|premise|plot|line|theory|theories|transcripts|material"
        "|chronicles|chronicle"
    ),
}
"""Nouns that name a source, a type a line; "book" is kept apart because it may hold fiction or fact."""

BOOK = (
    "book",
    "books",
    "best-selling book",
    "bestselling book",
    "guidebook",
    "text",
    "volume",
    "anthology",
    "collection",
)
"""Nouns of a book that may be either; the type stays open unless the words around it settle it."""

TYPE_OF: dict[str, TargetType] = {noun: kind for kind, nouns in TYPES.items() for noun in nouns.split("|")}
LONGEST_NOUN = max(len(noun.split()) for noun in TYPE_OF)

ADJECTIVES = lexicon(
    "hit blockbuster classic silent short western Western drama comedy thriller romance melodrama"
    " tragedy farce musical"
    " documentary record show"
    " line sound epic strip report column account legend bestseller best-seller figure opera manga"
)
"""Nouns that as often describe the noun that follows: they count only where none does."""

CHARACTERS = frozenset({"character", "characters", "superhero", "superheroes"})
SCRIPTS = frozenset(
    {"screenplay", "script", "idea", "concept", "treatment", "scenario", "premise", "plot", "material", "theme"}
)
"""What the film's own writers wrote: no source."""

COLLECTIVE = frozenset(
    {"series", "trilogy", "cycle", "collection", "saga", "franchise", "duology", "tetralogy", "books", "novels"}
)

EVENTS = lexicon(
    "massacre murder murders war battle siege uprising revolt rebellion revolution disaster crash sinking"
    " hijacking kidnapping"
    " assassination bombing bombings attack attacks raid riot riots strike trial trials scandal case incident"
    " crisis earthquake"
    " tsunami hurricane fire flood robbery heist shooting shootings genocide expedition mission rescue escape plot coup"
    " epidemic pandemic affair feud famine tragedy accident explosion invasion campaign operation race election"
    " killings"
    " disappearance hostage conspiracy coup d'état protest protests boycott march marches landings evacuation"
    " outbreak duel"
    " championship olympics season tournament holocaust gunfight lynching lynchings avalanche airlift blockade mutiny"
    " controversy hoax theft spree execution purge deportation internment famine drought spill collapse derailment"
    " rape kidnappings experiment experiments hearings witch-hunt lawsuit"
)
"""Nouns that, with a name or a year before them, name an event."""

PERSONS = lexicon(
    "actor actress singer songwriter singer-songwriter musician composer pianist guitarist rapper drummer"
    " violinist artist"
    " painter sculptor architect photographer poet author writer novelist playwright dramatist journalist"
    " reporter editor"
    " publisher screenwriter director filmmaker producer comedian comedienne humorist entertainer magician dancer"
    " choreographer ballerina model fashion designer boxer wrestler athlete runner swimmer skater golfer jockey"
    " racer driver"
    " footballer quarterback player coach pitcher cyclist mountaineer surfer gymnast skier champion physicist chemist"
    " mathematician scientist biologist astronomer inventor engineer doctor physician surgeon nurse psychiatrist"
    " psychologist"
    " philosopher historian economist professor teacher educator lawyer attorney judge prosecutor politician"
    " president senator"
    " congressman governor mayor king queen emperor empress prince princess duke duchess tsar czar sultan pharaoh"
    " pope saint"
    " bishop archbishop priest nun missionary evangelist preacher rabbi reformer activist suffragette feminist"
    " revolutionary"
    " abolitionist dictator general admiral colonel captain major lieutenant sergeant soldier marine sniper pilot"
    " aviator"
    " aviatrix astronaut cosmonaut explorer spy agent detective policeman sheriff marshal lawman frontiersman"
    " gunfighter"
    " gunslinger outlaw gangster mobster bandit pirate bootlegger robber swindler con-man murderer killer"
    " cannibal assassin"
    " terrorist slave businessman businesswoman entrepreneur industrialist banker tycoon billionaire millionaire"
    " philanthropist socialite heiress hotelier chef diplomat ambassador leader chief chieftain warrior prophet"
    " mystic nurse"
    " whistleblower hacker drag-queen performer star bandleader conductor impresario showman vaudevillian"
    " trumpeter saxophonist"
    " bluesman legend icon humanitarian naturalist primatologist zoologist paleontologist zookeeper horse"
    " racehorse gorilla"
    " serial-killer criminal fugitive convict inmate prisoner survivor drug-lord kingpin trafficker hustler"
    " stockbroker broker"
    " trader magnate founder co-founder statesman minister chancellor first-lady socialist communist anarchist unionist"
    " labor-leader folk-hero rocker icon diva vocalist creator superstar duo band group brothers sisters twins couple"
)
"""What a real person is introduced as: "the boxer", "serial killer", "King"; a farmer or a waitress proves nothing."""

REAL_WORDS = frozenset({"real-life", "real", "true-life", "historical"})

ROYAL = lexicon(
    "king queen president pope emperor empress tsar czar sultan pharaoh pharaohs senator chancellor dictator"
)
"""Roles that few invented people have."""

INVENTED = frozenset(
    {
        "King Arthur",
        "Robin Hood",
        "Hercules",
        "Heracles",
        "Sherlock Holmes",
        "Dracula",
        "Santa Claus",
        "Tarzan",
        "Zorro",
        "Zeus",
        "James Bond",
        "Count Dracula",
        "Don Juan",
        "Sinbad",
        "William Tell",
        "Philip Marlowe",
        "Ellery Queen",
        "Charlie Chan",
    }
)
"""Names that look like a real person's."""

FICTION = lexicon(
    "children's picture fantasy mystery horror fictional western science-fiction sci-fi juvenile adventure detective"
)
FACT = lexicon("non-fiction nonfiction history true-crime investigative autobiographical")
ADVICE = lexicon("self-help advice reference diet etiquette parenting")
"""What before "book" says which of the two it is; a book of advice tells no story."""

PUBLISHED = lexicon(
    "short Post magazine Magazine Cosmopolitan Collier's published Liberty Esquire serialized classic Yorker"
)
"""What shows that a story stood in print, and is not the one its writers told for the screen."""

COMIC_MAKERS = frozenset(
    {
        "Stan Lee",
        "Jack Kirby",
        "Steve Ditko",
        "Joe Simon",
        "Bob Kane",
        "Bill Finger",
        "Jerry Siegel",
        "Joe Shuster",
        "Larry Lieber",
        "Don Heck",
        "Roy Thomas",
        "Len Wein",
        "Mark Millar",
        "Mike Mignola",
        "Frank Miller",
        "Alan Moore",
        "Peyo",
        "René Goscinny",
        "Albert Uderzo",
        "Hergé",
        "DC Comics",
        "Marvel Comics",
        "Fabian Nicieza",
        "Rob Liefeld",
        "William Moulton Marston",
        "Tite Kubo",
        "Kevin Eastman",
        "Peter Laird",
        "Bryan Lee O'Malley",
        "Dan Clowes",
        "Daniel Clowes",
    }
)
"""Who makes nothing but comics, so that an infobox that names them alone names a comic."""

NO_PERSON = lexicon(
    "Investigation Festival Day Band Club Company University Church Army Movement Party Museum Institute School"
    " Team Project"
    " Society War River Park City Street House Island Islands Mountain Mountains Valley County State States Tour"
    " Orchestra Choir"
    " Brigade Division Regiment Squadron Corps Force Forces Union League Association Foundation Committee Agency"
    " Department"
    " Hospital Prison Hotel Theatre Theater Center Centre College High Academy Awards Games Olympics Cup Bowl"
    " Series Trail Road"
    " Bridge Tower Building Act Program Campaign Council Court Ocean Sea Lake Bay Desert Forest America Africa"
    " Asia Europe Records"
    " Show Magazine Press Times Post Network Nation Tribe People Family Brothers Sisters Gang Mafia Conference"
    " Convention Berets Rangers Marines Knights Angels Pirates Films Pictures Productions Studios Entertainment"
    " Television"
)
"""Last words of names that are no person's."""

SINGLE_NAMES = lexicon(
    "Shakespeare Homer Virgil Ovid Dante Molière Euripides Sophocles Aeschylus Aristophanes Plautus Chekhov Ibsen"
    " Dickens Tolstoy"
    " Dostoevsky Goethe Voltaire Colette Cervantes Boccaccio Chaucer Kafka Gogol Pushkin Turgenev Balzac Stendhal"
    " Schiller Brecht"
    " Strindberg Kipling Poe Verne Dumas Zola Puccini Verdi Bizet Mozart Wagner"
)
"""Authors who are known by one name, so that "Homer's Iliad" has a creator, and "Bugle's Wake" is a title."""
