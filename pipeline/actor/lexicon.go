package actor

import "strings"

// lexicon is the word lists, made ready for lookup.
type lexicon struct {
	roles       map[string]string // key of a role phrase → class, such as foreign_minister
	plurals     map[string]bool   // key of a plural role: officials, ministers, protesters
	titles      map[string]bool   // honorifics that may stand before a name
	deputies    map[string]bool   // words that make another office of a role
	formers     map[string]bool
	news        map[string]bool // words that say an office has a new holder
	government  map[string]bool
	generics    map[string]string // "the group", "the country" → type it stands for
	cues        map[string]string // word that shows a type: ministry → body
	speech      map[string]bool
	numbers     map[string]bool
	acts        map[string]bool       // verbs of what is done by speaking: accuse, thank, reject
	links       map[string]bool       // words that may stand between a role and a name: of, de, د
	places      map[string]bool       // prepositions of place
	obliques    map[string]bool       // prepositions: the name behind one is no subject
	feminine    map[string]bool       // given names and titles of women
	masculine   map[string]bool       // titles of men
	pronouns    map[string]pronoun    // language, colon and form
	aliases     map[string][]string   // phrases for "known as", by language
	sides       map[string]bool       // see isSides
	areas       map[string]bool       // nouns for places, which lead no person's name
	others      map[string]bool       // "language:phrase" for the other side
	possessives map[string]possessive // language, colon and word
	longest     int                   // pieces of the longest role phrase
}

// newLexicon reads the word lists; case forms of Cyrillic words go into x.
func newLexicon(x *index) *lexicon {
	l := &lexicon{
		roles: map[string]string{}, plurals: map[string]bool{}, titles: map[string]bool{}, deputies: map[string]bool{}, formers: map[string]bool{}, news: map[string]bool{}, areas: map[string]bool{},
		government: map[string]bool{}, generics: map[string]string{}, cues: map[string]string{}, speech: map[string]bool{}, acts: map[string]bool{}, numbers: map[string]bool{},
		links: map[string]bool{}, places: map[string]bool{}, obliques: map[string]bool{}, feminine: map[string]bool{}, masculine: map[string]bool{}, pronouns: map[string]pronoun{}, possessives: map[string]possessive{},
	}
	sets := map[string]map[string]bool{"@plural": l.plurals, "@title": l.titles, "@deputy": l.deputies, "@former": l.formers, "@government": l.government,
		"@new": l.news, "@area": l.areas, "@speech": l.speech, "@act": l.acts, "@number": l.numbers, "@link": l.links, "@place": l.places, "@oblique": l.obliques, "@feminine": l.feminine, "@masculine": l.masculine}
	eachEntry(roleWords, func(class, phrase string) {
		ws := words(phrase)
		x.addLemmas(ws)
		l.longest = max(l.longest, len(pieces(ws)))
		if set := sets[class]; set != nil {
			set[key(ws)] = true
			return
		}
		l.roles[key(ws)] = class
	})
	eachEntry(otherWords, func(class, phrase string) {
		ws := words(phrase)
		if class != "@speech" && class != "@act" {
			x.addLemmas(ws)
		}
		switch set := sets[class]; {
		case set != nil:
			set[key(ws)] = true
		case strings.HasPrefix(class, "the "):
			// "ur:" before a phrase: in that language only.
			lang, rest, ok := strings.Cut(phrase, ":")
			if ok {
				lang, ws = lang+":", words(rest)
			} else {
				lang = ""
			}
			l.generics[lang+key(ws)] = class[len("the "):]
		default:
			l.cues[key(ws)] = class
		}
	})
	l.aliases, l.sides, l.others = readAliases(), readSides(), readForms(otherSide)
	l.readPronouns()
	l.readPossessives()
	return l
}

// eachEntry reads a word list: lines "class: phrase, phrase"; "#" begins a comment line.
func eachEntry(list string, yield func(class, phrase string)) {
	for _, ln := range strings.Split(list, "\n") {
		class, rest, ok := strings.Cut(ln, ": ")
		if !ok || strings.HasPrefix(ln, "#") {
			continue
		}
		for _, p := range strings.Split(rest, ", ") {
			if p = strings.TrimSpace(p); p != "" {
				yield(class, p)
			}
		}
	}
}

// has looks a word up in a list, with the variants of its language.
func (x *index) has(set map[string]bool, w, lang string) bool {
	return variants([]string{w}, lang, func(v []string) bool {
		return x.readings(v, func(k string) bool { return set[k] })
	})
}

// class looks a phrase up in a list that gives classes.
func (x *index) class(set map[string]string, ws []string, lang string) string {
	out := ""
	variants(ws, lang, func(v []string) bool {
		return x.readings(v, func(k string) bool {
			out = set[k]
			return out != ""
		})
	})
	return out
}

// readPronouns reads the pronouns: a line "# fa prs" says the languages of those that follow.
func (l *lexicon) readPronouns() {
	classes := pronounClasses()
	var langs []string
	for _, ln := range strings.Split(pronounWords, "\n") {
		if h, ok := strings.CutPrefix(ln, "# "); ok {
			langs = strings.Fields(h)
			continue
		}
		class, forms, _ := strings.Cut(ln, ": ")
		for _, f := range strings.Fields(forms) {
			k := key(words(f))
			for _, lang := range langs {
				l.pronouns[lang+":"+k] = classes[class]
			}
		}
	}
}
