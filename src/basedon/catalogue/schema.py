"""The catalogue's tables, named for people who open the file with Datasette, DuckDB or sqlite3."""

from __future__ import annotations

APPLICATION_ID = 0x62736F6E
"""`bson`, in the file's header: tells a catalogue from any other SQLite file."""

VERSION = 1
"""Goes up when a table or column changes its name or meaning."""

TABLES = """
CREATE TABLE about (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE sources (
    name TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    licence TEXT NOT NULL,
    address TEXT NOT NULL,
    record_url TEXT,               -- {record} stands for the record's name
    as_of TEXT,                    -- the day (or year) of its dump
    adds TEXT NOT NULL,
    records INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE works (
    work INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- wikidata:Q3809340
    type TEXT NOT NULL,            -- film, series
    title TEXT NOT NULL,
    original_title TEXT,
    year INTEGER,                  -- of the first release
    wikidata TEXT,
    imdb TEXT,
    wikipedia TEXT,                -- English page name
    trailer TEXT,
    prominence INTEGER NOT NULL    -- how likely people mean this one when they say its title
) STRICT;

CREATE TABLE titles (
    normal TEXT NOT NULL,          -- the title as a key to search by
    work INTEGER NOT NULL REFERENCES works,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,            -- title, original_title, also_called
    source TEXT NOT NULL REFERENCES sources
) STRICT;

CREATE TABLE years (
    work INTEGER NOT NULL REFERENCES works,
    year INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES sources,
    PRIMARY KEY (work, year, source)
) WITHOUT ROWID, STRICT;

CREATE TABLE traits (
    work INTEGER NOT NULL REFERENCES works,
    kind TEXT NOT NULL,            -- country, language, genre
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources,
    PRIMARY KEY (work, kind, position)
) WITHOUT ROWID, STRICT;

CREATE TABLE people (
    person INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    normal TEXT NOT NULL,          -- the name as a key to search by
    id TEXT UNIQUE                 -- wikidata:Q16262094, where known
) STRICT;

CREATE TABLE credits (
    work INTEGER NOT NULL REFERENCES works,
    role TEXT NOT NULL,            -- director, writer, cast_member
    position INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES people,
    source TEXT NOT NULL REFERENCES sources,
    PRIMARY KEY (work, role, position)
) WITHOUT ROWID, STRICT;

CREATE TABLE origins (             -- books, plays, events, persons: what works are based on
    origin INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    title TEXT,
    creator TEXT,
    year INTEGER,
    id TEXT                        -- wikidata:Q…, where known
) STRICT;

CREATE TABLE statements (          -- what is said of a work's story
    statement INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,       -- a hash of what is said, in the source's own wording
    work INTEGER NOT NULL REFERENCES works,
    predicate TEXT NOT NULL,
    denied INTEGER NOT NULL,       -- 1: the source says that it is not so
    hedge TEXT,
    kind TEXT,                     -- of a remake
    rank TEXT NOT NULL,
    target_type TEXT,
    target_title TEXT,
    target_creator TEXT,
    target_year INTEGER,
    target_id TEXT,
    target_work INTEGER REFERENCES works,
    target_origin INTEGER REFERENCES origins
) STRICT;

CREATE TABLE evidence (            -- where each statement was read
    statement INTEGER NOT NULL REFERENCES statements,
    source TEXT NOT NULL REFERENCES sources,
    record TEXT NOT NULL,
    locator TEXT NOT NULL,
    quote TEXT,
    date TEXT,
    url TEXT,
    PRIMARY KEY (statement, source, record, locator)
) WITHOUT ROWID, STRICT;

CREATE TABLE readings (            -- how much was looked at: silence weighs by it
    work INTEGER NOT NULL REFERENCES works,
    source TEXT NOT NULL REFERENCES sources,
    part TEXT NOT NULL,            -- lead, infobox
    amount INTEGER NOT NULL,       -- sentences of a lead; fields of an infobox that name writers
    PRIMARY KEY (work, source, part)
) WITHOUT ROWID, STRICT;

CREATE TABLE links (               -- which film remakes which
    derivative INTEGER NOT NULL REFERENCES works,
    original INTEGER NOT NULL REFERENCES works,
    kind TEXT NOT NULL,            -- official, unofficial, loose, re-adaptation, unknown
    statement INTEGER NOT NULL REFERENCES statements,
    PRIMARY KEY (derivative, original)
) WITHOUT ROWID, STRICT;

CREATE TABLE awards (              -- won, or nominated for
    work INTEGER NOT NULL REFERENCES works,
    position INTEGER NOT NULL,
    award TEXT NOT NULL,           -- Academy Award for Best Picture
    year INTEGER,
    name TEXT,                     -- who was honoured for it
    won INTEGER NOT NULL,          -- 0: nominated
    source TEXT NOT NULL REFERENCES sources,
    PRIMARY KEY (work, position)
) WITHOUT ROWID, STRICT;

CREATE TABLE ratings (
    work INTEGER NOT NULL REFERENCES works,
    source TEXT NOT NULL REFERENCES sources,
    average REAL NOT NULL,         -- of 10
    votes INTEGER NOT NULL,
    PRIMARY KEY (work, source)
) WITHOUT ROWID, STRICT;

CREATE TABLE charts (              -- weekly Top 10s, as Netflix publishes them; all-time lists have no week
    source TEXT NOT NULL REFERENCES sources,
    week TEXT,                     -- its last day
    country TEXT,                  -- two letters; NULL for the world
    category TEXT NOT NULL,        -- Films (English)
    rank INTEGER NOT NULL,
    title TEXT NOT NULL,
    season TEXT,
    work INTEGER REFERENCES works, -- where it is certain which
    days INTEGER NOT NULL,         -- over which hours and views are counted
    hours INTEGER,
    views INTEGER,
    weeks INTEGER,                 -- in the Top 10 so far
    runtime INTEGER                -- in minutes
) STRICT;

CREATE TABLE joins (               -- which record was taken as which work, and why; what only IMDb holds has none
    record TEXT PRIMARY KEY,       -- wikipedia:Miracle in Cell No. 7
    work INTEGER NOT NULL REFERENCES works,
    reason TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE TABLE issues (              -- what the build could not read or would not join
    issue INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    record TEXT,
    kind TEXT NOT NULL,
    says TEXT NOT NULL,
    times INTEGER NOT NULL         -- how often: 1, but for the last of a kind of which too many were met
) STRICT;

CREATE TABLE title_blocks (        -- for search: the keys of titles in order, in blocks of sixteen
    block INTEGER PRIMARY KEY,
    first TEXT NOT NULL            -- its keys are not below this, and below the next block's
) STRICT;

CREATE TABLE title_letters (       -- for search: in which blocks three letters stand, see catalogue/trigrams.py
    letters INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    blocks BLOB NOT NULL
) STRICT;

CREATE TABLE title_bests (         -- for search: the most prominent works of what many titles begin with or (after a
    beginning TEXT PRIMARY KEY,    -- space) have as a word, by their numbers in four bytes each, the lowest first
    works BLOB NOT NULL
) WITHOUT ROWID, STRICT;
"""

FOR_SEARCH = frozenset({"title_blocks", "title_letters", "title_bests"})
"""Tables that hold nothing of their own: they are made from the titles, so that these are found quickly."""

REACTIONS = """
CREATE TABLE reactions (           -- who wrote posts about a work
    work INTEGER PRIMARY KEY REFERENCES works,
    people INTEGER NOT NULL,       -- each counted once
    posts INTEGER NOT NULL,
    seen INTEGER NOT NULL,         -- people whose posts tell that they saw it
    about_to_see INTEGER NOT NULL  -- people who were going to
) STRICT;

CREATE TABLE feelings (            -- what they felt
    work INTEGER NOT NULL REFERENCES works,
    feeling TEXT NOT NULL,         -- crying, laughing, loving, hating, frightened, bored, comforted
    people INTEGER NOT NULL,
    PRIMARY KEY (work, feeling)
) WITHOUT ROWID, STRICT;

CREATE TABLE reaction_months (     -- the same by month: each person once in each
    work INTEGER NOT NULL REFERENCES works,
    month TEXT NOT NULL,           -- 2026-11
    people INTEGER NOT NULL,
    posts INTEGER NOT NULL,
    crying INTEGER NOT NULL,
    laughing INTEGER NOT NULL,
    loving INTEGER NOT NULL,
    hating INTEGER NOT NULL,
    frightened INTEGER NOT NULL,
    bored INTEGER NOT NULL,
    comforted INTEGER NOT NULL,
    PRIMARY KEY (work, month)
) WITHOUT ROWID, STRICT;

CREATE TABLE shown_posts (         -- a few posts about a work; their platforms' terms hold for them
    work INTEGER NOT NULL REFERENCES works,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    date TEXT,
    feelings TEXT NOT NULL,        -- names, with a space between
    PRIMARY KEY (work, position)
) WITHOUT ROWID, STRICT;
"""
"""What posts told: part of every catalogue, and the whole of a file of reactions that is held beside one."""

TABLES += "\n" + REACTIONS.lstrip()

INDEXES = """
CREATE INDEX titles_by_key ON titles (normal);
CREATE INDEX titles_by_work ON titles (work);
CREATE INDEX people_by_name ON people (normal);
CREATE INDEX works_by_year ON works (year);
CREATE INDEX traits_by_name ON traits (kind, name, work);
CREATE INDEX credits_by_person ON credits (person, role, work);
CREATE INDEX statements_by_work ON statements (work);
CREATE INDEX statements_by_target ON statements (target_work) WHERE target_work IS NOT NULL;
CREATE INDEX statements_by_origin ON statements (target_origin) WHERE target_origin IS NOT NULL;
CREATE INDEX charts_by_week ON charts (week, country, rank);
CREATE INDEX charts_by_work ON charts (work) WHERE work IS NOT NULL;
CREATE INDEX links_by_original ON links (original, derivative, kind);
CREATE INDEX joins_by_work ON joins (work);
CREATE INDEX works_by_wikidata ON works (wikidata) WHERE wikidata IS NOT NULL;
CREATE INDEX works_by_imdb ON works (imdb) WHERE imdb IS NOT NULL;
"""
