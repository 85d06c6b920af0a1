package actor

import (
	"strings"
	"unicode/utf8"
)

// linkRegistered links the mentions that the registry knows by one full name.
func (a *article) linkRegistered() {
	for i := range a.ms {
		a.lookAround(i)
	}
	surnames := a.fullNamed()
	for i := range a.ms {
		m := &a.ms[i]
		if m.kind == isName && len(m.exact) == 1 && !maybeSurname(m, surnames) {
			a.join(i, a.registered(m.exact[0]))
		}
	}
	// Several actors have the name: the article's other mentions decide, or the title beside it.
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent < 0 && m.kind == isName && len(m.exact) > 1 {
			if e, ok := a.decide(m, m.exact); ok {
				a.join(i, e)
			}
		}
	}
}

// maybeSurname tells that a one-word name of the registry may in this article be the surname
// of somebody named in full: "Jim Jordan … Jordan". surnames is what fullNamed gives.
func maybeSurname(m *mention, surnames map[string][]int32) bool {
	if len(m.ws) != 1 || script(m.ws[0]) == han {
		return false
	}
	for _, other := range surnames[stem(m.ws[0])] {
		if len(m.exact) != 1 || other != m.exact[0] {
			return true
		}
	}
	return false
}

// fullNamed gives, by the stem of their last word, the persons whom the article names in
// full: registry actors, or -1 for one that the registry does not know.
func (a *article) fullNamed() map[string][]int32 {
	out := map[string][]int32{}
	for i := range a.ms {
		m := &a.ms[i]
		n := len(m.ws)
		if m.kind != isName || n < 2 || n > 4 {
			continue
		}
		who := int32(-1)
		switch {
		case len(m.exact) == 1 && a.x.actors[m.exact[0]].Type == Person:
			who = m.exact[0]
		case len(m.exact) > 0 || a.x.unknownType(m) != Person:
			continue
		}
		k := stem(m.ws[n-1])
		out[k] = append(out[k], who)
	}
	return out
}

// decide chooses among several actors of one name: the only one that the article names
// otherwise, else the only one who holds the office that the text gives beside the name.
func (a *article) decide(m *mention, cands []int32) (int, bool) {
	found, n := -1, 0
	for _, c := range cands {
		if e, ok := a.byActor[c]; ok {
			found, n = e, n+1
		}
	}
	if n == 1 {
		return found, true
	}
	if m.titled.class != "" {
		var fits []int32
		for _, c := range cands {
			if a.x.holds(c, m.titled, m.q) {
				fits = append(fits, c)
			}
		}
		if len(fits) == 1 {
			return a.registered(fits[0]), true
		}
	}
	return -1, false
}

// holds tells whether the registry gives an actor an office at the date.
func (x *index) holds(act int32, r role, q query) bool {
	for _, o := range x.offices(act, q) {
		if sameOffice(r.class, o.class) && (r.owner < 0 || o.owner < 0 || r.owner == o.owner) {
			return true
		}
	}
	return false
}

// nameIndex finds an article's entities by what is left of their names.
type nameIndex struct {
	full    map[string]int   // stem key of a whole name → entity
	surname map[string][]int // of its last words → entities of persons
	given   map[string][]int // of its first word
	middle  map[string][]int // of words between them: the first of two surnames
	head    map[string][]int // of the word that says what it is → entities that are no persons
	prefer  func(m *mention, es []int) int
	// bodyWords gives the words of a name that are nouns for bodies.
	bodyWords func(m *mention) []string
}

func (n *nameIndex) add(m *mention, e int, kind string) {
	k := stemKey(m.ws)
	if _, ok := n.full[k]; !ok {
		n.full[k] = e
	}
	if len(m.ws) < 2 {
		return
	}
	if kind != Person {
		if m.kind == isName && kind != State && script(m.ws[0]) != han {
			n.addHead(m, e)
		}
		return
	}
	for i := 1; i < len(m.ws); i++ {
		n.surname[stemKey(m.ws[i:])] = appendOnce(n.surname[stemKey(m.ws[i:])], e)
		for j := i + 1; j < len(m.ws); j++ {
			n.middle[stemKey(m.ws[i:j])] = appendOnce(n.middle[stemKey(m.ws[i:j])], e)
		}
	}
	g := stem(m.ws[0])
	n.given[g] = appendOnce(n.given[g], e)
}

func appendOnce(list []int, e int) []int {
	for _, x := range list {
		if x == e {
			return list
		}
	}
	return append(list, e)
}

// linkNames links what remains of the names: full names first, so that surnames, short forms
// and abbreviations find them wherever they stand in the article.
func (a *article) linkNames() {
	a.names = nameIndex{map[string]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, a.namesake, a.bodyWords}
	n := &a.names
	for i := range a.ms {
		if m := &a.ms[i]; m.ent >= 0 {
			n.add(m, m.ent, a.ents[m.ent].kind)
		}
	}
	defs := a.definitions()
	for i := range a.ms { // full names
		if m := &a.ms[i]; m.ent < 0 && m.kind == isName && len(m.ws) > 1 && len(m.exact) == 0 && !m.withArticle() && !a.aliasBeside(i) {
			a.linkFull(i, n, defs)
		}
	}
	a.linkNicknames()
	for i := range a.ms { // surnames and short names
		m := &a.ms[i]
		if m.ent >= 0 || m.kind == isGeneric || m.kind == isPronoun || m.kind == isPair || m.kind == isRole && len(m.family) == 0 {
			continue
		}
		a.linkShort(i, n, defs)
	}
}

// linkFull links a name of several words that the registry does not know.
func (a *article) linkFull(i int, n *nameIndex, defs map[string]int) {
	m := &a.ms[i]
	if d, ok := defs[stemKey(m.ws)]; ok && a.ms[d].ent >= 0 { // Urdu spells abbreviations by their letters' names
		a.join(i, a.ms[d].ent)
		return
	}
	if e, ok := n.lookFull(m); ok {
		a.join(i, e)
		return
	}
	// "bin Karim" after "Yusuf bin Karim", and a registered surname of several words.
	if e, ok := n.lookSurname(m); ok && (a.ents[e].sure || a.surelyPerson(i)) {
		a.join(i, e)
		return
	}
	if len(m.family) == 1 {
		a.join(i, a.registered(m.family[0]))
		n.add(m, m.ent, Person)
		return
	}
	if e := a.newHolder(i); e >= 0 && m.titled.class == "" && !capitalised(m.text) {
		a.join(i, e)
		return
	}
	if e := a.partName(i); e >= 0 {
		a.join(i, e)
		return
	}
	kind := a.x.unknownType(m)
	e := a.newEntity(entity{kind: kind, name: m.displayName(), ws: m.ws})
	a.join(i, e)
	uncased := script(m.ws[0]) != latin && script(m.ws[0]) != cyrillic
	if kind == Unknown && uncased && len(m.ws) <= 3 && !describes(m.ws) {
		kind = Person
	}
	n.add(m, e, kind)
}

// linkShort links a name of one word, or one that several actors have.
func (a *article) linkShort(i int, n *nameIndex, defs map[string]int) {
	m := &a.ms[i]
	person := a.surelyPerson(i)
	if e, ok := n.lookSurname(m); ok && (person || a.ents[e].sure || a.samePerson(i, e)) && (len(m.exact) == 0 || a.x.actors[m.exact[0]].Type == Person || !a.place(m)) {
		a.join(i, e)
		return
	}
	if m.kind == isRole {
		return
	}
	if len(m.exact) == 1 {
		a.join(i, a.registered(m.exact[0]))
		return
	}
	if m.q.lang == "en" && len(m.ws) == 1 && a.definite(m) {
		m.family = nil // "the Shah" is nobody's surname
	}
	bare := m.ws
	if m.withArticle() {
		bare = m.ws[1:]
	}
	if d, ok := defs[stemKey(bare)]; ok && a.ms[d].ent >= 0 {
		a.join(i, a.ms[d].ent)
		return
	}
	if e, ok := n.lookFull(m); ok {
		a.join(i, e)
		return
	}
	if e, ok := n.lookMiddle(m); ok && (person || a.ents[e].sure) {
		a.join(i, e)
		return
	}
	if e := a.lookHead(m); e >= 0 {
		a.join(i, e)
		return
	}
	if cands := m.family; len(cands) > 0 {
		if len(cands) == 1 {
			a.join(i, a.registered(cands[0]))
			n.add(m, m.ent, Person)
			return
		}
		if e, ok := a.decide(m, cands); ok {
			a.join(i, e)
			return
		}
	}
	if g := n.lookGiven(m); g >= 0 && (person || a.ents[g].sure) {
		a.join(i, g)
		return
	}
	if e, ok := a.byInitials(m); ok {
		a.join(i, e)
		return
	}
	if e := a.zhSide(m); e >= 0 {
		a.join(i, e)
		return
	}
	if e := a.newHolder(i); e >= 0 {
		a.join(i, e)
		return
	}
	if e := a.described(i); e >= 0 {
		a.join(i, e)
		return
	}
	e := a.newEntity(entity{kind: a.x.unknownType(m), name: m.displayName(), ws: m.ws})
	a.join(i, e)
	n.add(m, e, Unknown)
}

func (n *nameIndex) lookFull(m *mention) (int, bool) {
	e, ok := -1, false
	variants(m.ws, m.q.lang, func(v []string) bool {
		e, ok = n.full[stemKey(v)]
		return ok
	})
	return e, ok
}

// lookSurname gives the only person of the article with this surname.
func (n *nameIndex) lookSurname(m *mention) (int, bool) {
	e := -1
	variants(m.ws, m.q.lang, func(v []string) bool {
		if es := n.surname[stemKey(v)]; len(es) == 1 {
			e = es[0]
		} else if len(es) > 1 && n.prefer != nil {
			e = n.prefer(m, es)
		}
		return e >= 0
	})
	return e, e >= 0
}

// namesake chooses among persons of one surname for the surname alone: the one of the right
// gender, of those the one named most, who is the one that the article is about, and of
// several the one named last before.
func (a *article) namesake(m *mention, es []int) int {
	best := -1
	for _, e := range es { // "X, the governor," is the one who was called that before
		for k := range a.ms {
			if o := &a.ms[k]; m.titled.class != "" && o.ent == e && o.titled.class == m.titled.class {
				return e
			}
		}
	}
	for _, e := range es {
		if g := a.ents[e].gender; m.gender != 0 && g != 0 && g != m.gender {
			continue
		}
		if best < 0 || a.ents[e].mentions > a.ents[best].mentions || a.ents[e].mentions == a.ents[best].mentions && a.namedAfter(e, best, m.start) {
			best = e
		}
	}
	return best
}

func (a *article) bodyWords(m *mention) []string {
	var out []string
	for i := range m.ws {
		if a.x.class(a.x.lex.cues, m.ws[i:i+1], m.q.lang) == Body {
			out = append(out, m.ws[i])
		}
	}
	return out
}

// namedAfter tells whether the last mention of e before a position comes after that of other.
func (a *article) namedAfter(e, other, at int) bool {
	for i := len(a.ms) - 1; i >= 0; i-- {
		if a.ms[i].start >= at || a.ms[i].ent < 0 {
			continue
		}
		if a.ms[i].ent == e || a.ms[i].ent == other {
			return a.ms[i].ent == e
		}
	}
	return false
}

// samePerson tells that a surname in a script without capitals may stand for an entity whose
// name ends with it: the name looks like a person's.
func (a *article) samePerson(i, e int) bool {
	m, en := &a.ms[i], &a.ents[e]
	s := script(m.ws[0])
	if s == latin || s == cyrillic || m.kind != isName || en.actor >= 0 || len(en.ws) < 2 || len(en.ws) > 4 {
		return false
	}
	return !a.x.lex.areas[en.ws[0]] && a.x.namesNoPlace(pieces(en.ws), m.q) && a.x.cueType(pieces(en.ws), m.q.lang) == ""
}

// lookGiven gives the only person whose name begins with this word: a family name that comes
// first, or a first name on its own. Short words are left alone.
func (n *nameIndex) lookGiven(m *mention) int {
	if len(m.ws) != 1 || utf8.RuneCountInString(m.ws[0]) < 3 && script(m.ws[0]) != han || utf8.RuneCountInString(m.ws[0]) < 2 {
		return -1
	}
	if es := n.given[stem(m.ws[0])]; len(es) == 1 {
		return es[0]
	}
	return -1
}

// place tells that a preposition of place stands before a mention: "in Jordan".
func (a *article) place(m *mention) bool {
	before := words(string(a.text[max(0, m.start-12):m.start]))
	return len(before) > 0 && a.x.lex.places[before[len(before)-1]]
}

// maxAbbreviation bounds, in runes, what counts as an abbreviation in brackets.
const maxAbbreviation = 14

// definitions reads abbreviations in brackets after a mention: "Northern Water Council (NWC)".
// It gives the mention that each stands for. Where the registry knows only the abbreviation,
// the mention before it is linked to that actor.
func (a *article) definitions() map[string]int {
	defs := map[string]int{}
	for i := range a.ms {
		m := &a.ms[i]
		if m.kind != isName {
			continue
		}
		in := bracketed(a.text, m.end)
		ws := words(in)
		if len(ws) == 0 {
			continue
		}
		known := a.x.find(a.x.names, ws, query{lang: m.q.lang, date: m.q.date, capitals: hasTwoCapitals(in)})
		switch {
		case len(known) == 0:
			if k := stemKey(ws); k != stemKey(m.ws) {
				if _, ok := defs[k]; !ok {
					defs[k] = i
				}
			}
		case len(known) == 1 && m.ent < 0 && len(m.exact) == 0 && (isAcronym(in) || a.x.shortForm(known[0], in, ws)):
			a.join(i, a.registered(known[0]))
		}
	}
	return defs
}

// shortForm tells that what brackets hold may be the short name of the actor that the words
// before them name: a body, party or armed group by a name of one word with a capital, also
// in scripts that isAcronym does not read and in small letters: (САДК), (Caricom).
func (x *index) shortForm(act int32, in string, ws []string) bool {
	switch x.actors[act].Type {
	case Body, Party, ArmedGroup:
		return len(ws) == 1 && startsBig(in)
	}
	return false
}

// bracketed gives what brackets right after position at hold, if it is short.
func bracketed(text []rune, at int) string {
	for at < len(text) && (text[at] == ' ' || isApostrophe(text[at]) || text[at] == '"' || text[at] == '»' || text[at] == '”') {
		at++
	}
	if at >= len(text) || text[at] != '(' && text[at] != '（' {
		return ""
	}
	for j := at + 1; j < len(text) && j-at <= maxAbbreviation; j++ {
		if text[j] == ')' || text[j] == '）' {
			return strings.TrimSpace(string(text[at+1 : j]))
		}
	}
	return ""
}

// byInitials finds the entity whose name has the initials that an acronym spells.
func (a *article) byInitials(m *mention) (int, bool) {
	if len(m.ws) != 1 || !m.q.capitals || utf8.RuneCountInString(m.ws[0]) < 3 {
		return -1, false
	}
	found := -1
	for e := range a.ents {
		en := &a.ents[e]
		if en.kind == Person || len(en.ws) < 3 || !initialsAre(en.ws, m.ws[0]) {
			continue
		}
		if found >= 0 {
			return -1, false
		}
		found = e
	}
	return found, found >= 0
}

// initialsAre tells whether an acronym spells the initials of a name, small words left out or not.
func initialsAre(ws []string, acronym string) bool {
	var all, big []rune
	for _, w := range ws {
		r, _ := utf8.DecodeRuneInString(w)
		all = append(all, r)
		if utf8.RuneCountInString(w) > 3 {
			big = append(big, r)
		}
	}
	return string(all) == acronym || string(big) == acronym
}
