package actor

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a mention is by its form.
type kind uint8

const (
	isName kind = iota
	isRole
	isGeneric // "the group", "the country"
	isPronoun
	isPair // "both"
)

// mention is what the linker knows of one mention of the article.
type mention struct {
	at         int // in Document.Mentions
	start, end int // runes of the text, within it
	sent       int // index into Document.Sentences, -1 where none holds it
	text       string
	ws         []string // words, without a leading "the"
	q          query
	kind       kind
	pron       pronoun
	role       role
	generic    string  // type that a generic phrase stands for
	exact      []int32 // registry actors with this name
	family     []int32 // registry persons with this surname
	titled     role    // office that the text beside a name gives
	honorific  bool    // a title stands before the name
	gender     byte
	oblique    int8 // 1 what isOblique tells, -1 what it denies, 0 while not read
	ent        int  // entity, -1 while unknown
}

// article is the work on one document.
type article struct {
	x       *index
	doc     *Document
	text    []rune
	ms      []mention // by Start
	ents    []entity
	byActor map[int32]int // registry actor → entity
	names   nameIndex
	quotes  []span
	seen    []*sentenceView // by sentence, nil where not read yet
	wrapped bool            // lines of the text end within sentences: only a blank line ends a paragraph
	holders []holder        // in the order of their mentions
	talk    interview
	sides   int              // 1 + the entity that bothSides gives, 0 while not asked
	parties map[int]int      // see officeOr
	mains   []int            // see mainStates
	weight  map[int]int      // how often the article names each
	descs   map[string][]int // see readDescriptors: word → mentions
	heads   map[string][]int // those of which it is the head
	date    query            // the document's date and language
}

// read makes the mentions ready: cut to the text, ordered, sorted by kind.
func (a *article) read() {
	n := len(a.text)
	a.ms = make([]mention, len(a.doc.Mentions))
	for i, m := range a.doc.Mentions {
		s := min(max(m.Start, 0), n)
		e := min(max(m.End, s), n)
		a.ms[i] = mention{at: i, start: s, end: e, text: m.Text, sent: a.sentenceOf(m.Sentence, s), ent: -1}
	}
	sort.SliceStable(a.ms, func(i, j int) bool {
		if a.ms[i].start != a.ms[j].start {
			return a.ms[i].start < a.ms[j].start
		}
		return a.ms[i].end < a.ms[j].end
	})
	seen := map[string]int{} // the same words in the same language are read once
	for i := range a.ms {
		m := &a.ms[i]
		if m.text == "" {
			m.text = string(a.text[m.start:m.end])
		}
		m.q = query{lang: a.lang(m.sent), date: a.doc.Date, capitals: hasTwoCapitals(m.text)}
		k := m.q.lang + ":" + m.text
		if j, ok := seen[k]; ok {
			c := a.ms[j]
			c.oblique, c.at, c.start, c.end, c.sent = 0, m.at, m.start, m.end, m.sent
			*m = c
			continue
		}
		seen[k] = i
		a.x.classify(m)
	}
	a.readSidesBeside()
}

// sentenceOf trusts the caller's sentence where it holds the position, else looks for one.
func (a *article) sentenceOf(said, at int) int {
	ss := a.doc.Sentences
	if said >= 0 && said < len(ss) && ss[said].Start <= at && at < ss[said].End {
		return said
	}
	for i, s := range ss {
		if s.Start <= at && at < s.End {
			return i
		}
	}
	return -1
}

// lang is the language of a sentence, else of the article.
func (a *article) lang(sent int) string {
	if sent >= 0 {
		if l := a.doc.Sentences[sent].Lang; langMask(l) != 0 {
			return l
		}
	}
	return a.doc.Lang
}

// classify says what a mention is by its form alone.
func (x *index) classify(m *mention) {
	m.ws = dropThe(words(m.text))
	if len(m.ws) == 0 {
		return
	}
	for m.q.lang == "en" && len(m.ws) > 1 && complementAfter(m.ws[0], "en") && !startsBig(m.text) { // a span too long: "of Iran"
		m.ws = m.ws[1:]
	}
	if len(m.ws) > 0 && x.isSides(m.ws, m.q) {
		m.kind, m.pron = isPair, pronoun{plural: true}
		return
	}
	if p, k, ok := x.pronounOf(m); ok {
		m.pron, m.kind = p, k
		return
	}
	if m.exact = x.find(x.names, m.ws, m.q); len(m.exact) > 0 {
		if len(m.ws) == 1 {
			m.family = x.find(x.surnames, m.ws, m.q)
		}
		return
	}
	if g := x.genericType(m); g != "" {
		m.kind, m.generic = isGeneric, g
		return
	}
	m.role = x.readRole(m.ws, m.q)
	ps := pieces(m.ws)
	if at, ok := x.isGovernment(ps, m.role, m.q); ok {
		if o, _, _ := x.owner(ps, at, at+1, m.q); o >= 0 {
			if x.actors[o].Type == Person {
				o = x.speaksFor(o, m.q)
			}
			if x.actors[o].Type == State {
				m.exact = []int32{o}
				return
			}
		}
	}
	if x.stripTitle(m) {
		return
	}
	if m.role.class != "" || m.role.plural {
		m.kind = isRole
		m.family = x.find(x.surnames, m.ws, m.q)
		return
	}
	x.findPerson(m)
}

// genericType gives the type that a phrase such as "the group" stands for, else "". In
// Arabic the article makes the difference: «دولة» is any state.
func (x *index) genericType(m *mention) string {
	k := key(m.ws)
	if g := x.lex.generics[m.q.lang+":"+k]; g != "" {
		return g
	}
	if g := x.lex.generics[k]; g != "" || m.q.lang == "ar" || x.lex.plurals[k] { // کشورها are not کشور
		return g
	}
	return x.class(x.lex.generics, m.ws, m.q.lang)
}

// findPerson looks a name up as a person's: first and last word (middle names and
// patronymics left out), surname, spelling by sound.
func (x *index) findPerson(m *mention) {
	n := len(m.ws)
	if n > 2 && n < 6 && initials(m.ws) < 2 { // George H. W. is not George W.
		m.exact = x.persons(x.find(x.names, []string{m.ws[0], m.ws[n-1]}, m.q))
	}
	if len(m.exact) > 0 {
		return
	}
	m.family = x.find(x.surnames, m.ws, m.q)
	if len(m.family) > 0 {
		return
	}
	if k := phonetics(m.ws); k != "" {
		if es := x.phonetics[k]; len(es) > 0 {
			if got := distinct(es, func(entry) bool { return true }); len(got) == 1 {
				m.family = got
			}
		}
	}
}

// initials counts the words of one letter.
func initials(ws []string) int {
	n := 0
	for _, w := range ws {
		if utf8.RuneCountInString(w) == 1 {
			n++
		}
	}
	return n
}

func (x *index) persons(in []int32) []int32 {
	var out []int32
	for _, a := range in {
		if x.actors[a].Type == Person {
			out = append(out, a)
		}
	}
	return out
}

// stripTitle reads a name behind titles that the span holds ("President X", "X先生") and
// tells whether it is a known person.
func (x *index) stripTitle(m *mention) bool {
	ps := pieces(m.ws)
	front := 0
	for front < len(ps)-1 && x.has(x.lex.titles, ps[front], m.q.lang) {
		front++
	}
	tryAt := func(i, j int) bool {
		if i >= j || i == 0 && j == len(ps) {
			return false
		}
		t := mention{ws: ps[i:j], q: m.q}
		t.exact = x.persons(x.find(x.names, t.ws, t.q))
		if len(t.exact) == 0 {
			if x.findPerson(&t); len(x.persons(t.exact)) == 0 && len(t.family) == 0 {
				return false
			}
		}
		m.exact, m.family, m.ws, m.titled, m.honorific = t.exact, t.family, append([]string(nil), t.ws...), m.role, true
		return true
	}
	if tryAt(front, len(ps)) {
		return true
	}
	if n := len(ps) - 2; n > 0 && script(ps[0]) == han && x.lex.titles[key(ps[n:])] && tryAt(0, n) {
		return true
	}
	if front > 0 && m.role.class == "" && !m.role.plural && front < len(ps) { // "Mr. X", whom no registry knows
		m.ws, m.honorific = append([]string(nil), ps[front:]...), true
		return false
	}
	if r := m.role; r.class != "" && !r.relational() && !r.plural {
		if script(ps[0]) == han {
			return tryAt(r.end, len(ps)) || tryAt(0, r.start)
		}
		return tryAt(r.end, len(ps))
	}
	return false
}

// pronounOf tells pronouns and phrases for a pair.
func (x *index) pronounOf(m *mention) (p pronoun, k kind, ok bool) {
	form := func(w string) (pronoun, bool) {
		p, ok := x.lex.pronouns[m.q.lang+":"+strings.ReplaceAll(w, "'", "")]
		return p, ok
	}
	if len(m.ws) == 1 {
		p, ok = form(m.ws[0])
		if !ok || m.q.capitals && utf8.RuneCountInString(m.ws[0]) <= 3 && script(m.ws[0]) == latin {
			return p, isName, false // US, IT, WHO
		}
		if p.person == 0 {
			return p, isPair, true
		}
		return p, isPronoun, true
	}
	if p, ok = form(key(m.ws)); ok && p.person == 0 {
		return p, isPair, true
	}
	if len(m.ws) > 3 {
		return p, isName, false
	}
	// "both of them", "both sides", "они оба", "هر دو کشور": a pair unless it names somebody.
	pair := false
	for _, w := range m.ws {
		q, known := form(w)
		pair = pair || known && q.person == 0
		if !known && w != "of" && !x.has(x.lex.plurals, w, m.q.lang) {
			return p, isName, false
		}
	}
	if !pair {
		return p, isName, false
	}
	return pronoun{plural: true}, isPair, true
}

// capitalised tells whether each word of a name longer than three letters begins with a
// capital; false for scripts without capitals.
func capitalised(s string) bool {
	some := false
	for _, w := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "'’\"«“(-"))
		if unicode.IsUpper(r) {
			some = true
		} else if utf8.RuneCountInString(w) > 3 {
			return false
		}
	}
	return some
}
