"""The words by which the slots of a query are read: what stands before, in and behind names."""

from __future__ import annotations

from basedon.prose import places
from basedon.questions.grammar.lexicon import GENRES


def some(text: str) -> frozenset[str]:
    """Words as a set."""
    return frozenset(text.split())


FILM = some(
    "film films movie movies flick picture feature series trilogy adaptation remake sequel classic drama comedy thriller"
)
STARS = some("starring stars starred star featuring features featured costarring costars costarred casts feature")
DIRECTED = some("directed helmed codirected")
DIRECTOR = some("director directors filmmaker")
PLAYS = some(
    "plays played play stars starred star starring appeared appears acted portrays portrayed won costars costarred "
    "featured teams teamed was is portray had wins returns made reprises voices voiced received who"
)
ACTORS = some("actor actress actors actresses comedian voice voices comedians")
END = some(
    "the a an and or of in on at to by with as for from that which who whom whose what where when is was are were be "
    "has have had it its his her their this these those about into but also both named called film films movie movies "
    "starring stars starred star directed director featuring played plays playing play alongside opposite together along "
    "won win wins based set released if while after before not no first last two three one did does do would will can "
    "all along really then he she they him them himself herself 's i you me my we our us role roles title main lead "
    "character characters voice voices young old new actor actress actors actresses dressed being directs wrote written "
    "produced returns such made among many several other others most some any during over under comedy drama "
    "thriller action romantic animated horror western year"
)
GENRE = frozenset(word for genre in GENRES.lower().replace(",", " ").split() for word in [genre]) - some(
    "of age short music period family"
) | some(
    "sci fi scifi romcom biopic cartoon teen family mob gangster dramedy superhero animated musical espionage "
    "crime caper cult rock opera satirical detective fairy tale 3d baseball boxing football soccer sports comedic futuristic "
    "buddy cop period historical political psychological supernatural slapstick spoof mockumentary screwball "
    "whodunit swashbuckler holiday indie foreign apocalyptic documentary biographical biography action adventure noir"
)
GENRE -= some("and film history black monster dance disaster war movies epic horror")
NATION = frozenset(word.lower() for adjective in places.COUNTRIES for word in adjective.split()) - some("new")
FILMISH = some("film films movie movies flick picture pictures")
OPINION = some("masterpiece acclaimed critically beloved memorable")
AWARD = some("oscar oscars academy award awards emmy globe globes bafta nomination nominations palme")
AWARD_FOR = some(
    "best picture actor actress director supporting screenplay original animated feature foreign language film score "
    "song writing leading role cinematography winner winning nominated nomination nominations for adapted visual effects"
)
RELATION = some("sequel sequels prequel remake remakes trilogy franchise installment instalment spinoff remade reboot")
ORDINAL = some("first second third fourth fifth sixth seventh eighth final last latest next 2 nd 3 rd th 1 st")
BASED = some("based adapted adaptation inspired adaption")
ORIGIN = some(
    "on off of from by the a an novel novels book books story stories play plays comic comics series graphic true real "
    "life events short best selling bestselling same name written author tale fairy classic popular famous video game "
    "games game shakespeare character characters created memoir autobiography musical broadway children 's novella "
    "poem article movie adaptation british loosely upon "
)
ORIGIN_END = some(
    "starring stars starred directed featuring with and that which who what where about is was has in featured "
    "film staring follows features for tells released won"
)
SONG = some("song songs soundtrack music score")
SKIPPED = some(
    "actor actress actors actresses young both comedian comedians legendary great famous veteran , voices voice of"
)
JOINED = some("and , & with or")
START = some("what which this that the")
