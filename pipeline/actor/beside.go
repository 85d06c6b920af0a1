package actor

import (
	"strings"
)

// windowRunes bounds how far from a name its title or apposition may reach.
const windowRunes = 80

// maxGap bounds the words between an office and the name of its holder.
const maxGap = 4

// lookAround reads the office, title and gender that the text beside a name gives.
func (a *article) lookAround(i int) {
	m := &a.ms[i]
	if m.kind != isName || len(m.ws) == 0 || len(m.exact) > 0 && len(a.x.persons(m.exact)) == 0 {
		return
	}
	if len(m.exact) == 0 && len(m.family) == 0 && !a.mayBePerson(m) {
		return
	}
	lo, hi := 0, len(a.text)
	if m.sent >= 0 {
		s := a.doc.Sentences[m.sent]
		lo, hi = min(max(s.Start, 0), m.start), max(min(s.End, hi), m.end)
	}
	before := a.text[max(lo, m.start-windowRunes):m.start]
	if m.titled.class == "" {
		m.titled = a.titleBefore(before, m)
	}
	if m.titled.class == "" {
		m.titled = a.titleAfter(i, hi)
	}
	a.setGender(m, before)
}

// mayBePerson tells names from phrases that a title beside them does not make a person's:
// "president of the transitional council".
func (a *article) mayBePerson(m *mention) bool {
	switch script(m.ws[0]) {
	case latin, cyrillic:
		if !capitalised(m.text) {
			return false
		}
	}
	return a.x.cueType(pieces(m.ws), m.q.lang) == ""
}

// titleBefore reads "Foreign Minister X" and «وزیر خارجه ایران، X»: the office must end at
// the name but for words that say whose it is.
func (a *article) titleBefore(before []rune, m *mention) role {
	s := strings.TrimRight(string(before), " \u00a0\u200c")
	t := strings.TrimRight(s, ",،，:")
	comma := t != s
	if i := strings.LastIndexAny(t, ",،，、;؛:。\n\"«»“”()"); i >= 0 {
		t = t[i:]
	}
	ps := pieces(words(t))
	for n := len(ps); n > 0 && a.x.has(a.x.lex.titles, ps[n-1], m.q.lang); n = len(ps) {
		ps, m.honorific = ps[:n-1], true
	}
	keep := 9
	if script(first(ps)) == han {
		keep = 14
	}
	if len(ps) > keep {
		ps = ps[len(ps)-keep:]
	}
	r := a.x.roleIn(ps, query{lang: holderOrder(m.q.lang), date: m.q.date})
	if r.class == "" || r.plural || len(ps)-r.end > maxGap && script(first(ps)) != han {
		return role{owner: -1}
	}
	if gap := ps[r.end:]; len(gap) > 0 && (!a.ownerGap(gap, m.q) || !comma && a.x.lex.links[gap[len(gap)-1]]) {
		return role{owner: -1}
	}
	// "مشاور X" is X's adviser, "adviser X" is X.
	if r.relational() && !comma && (!headLast(m.q.lang) || len(ps) > r.end) {
		return role{owner: -1}
	}
	r.owner, _, _ = a.x.owner(ps, r.start, r.end, m.q)
	return r
}

// holderOrder makes roleIn take the office that is nearest to the name behind it; "en" would
// stop at a preposition.
func holderOrder(lang string) string {
	if lang == "en" {
		return "tr"
	}
	return lang
}

// ownerGap tells whether words between an office and a name only say whose office it is.
func (a *article) ownerGap(gap []string, q query) bool {
	for i := 0; i < len(gap); {
		if a.x.lex.links[gap[i]] || a.x.class(a.x.lex.cues, gap[i:i+1], q.lang) != "" {
			i++
			continue
		}
		o, s, e := a.x.owner(gap[i:], 0, 0, q)
		if o < 0 || s != 0 || a.x.actors[o].Type == Person {
			return false
		}
		i += e
	}
	return true
}

// titleAfter reads "X, the foreign minister of Iran," and "X外长".
func (a *article) titleAfter(i, hi int) role {
	m := &a.ms[i]
	none := role{owner: -1}
	end := min(hi, m.end+windowRunes)
	rest := a.text[m.end:end]
	k := 0
	for k < len(rest) && (rest[k] == ' ' || rest[k] == '»' || rest[k] == '\'') {
		k++
	}
	if k >= len(rest) {
		return none
	}
	direct := false
	switch {
	case strings.ContainsRune(",،，(（—–", rest[k]):
		k++
	case m.q.lang == "zh" && k == 0:
		direct = true
	default:
		return none
	}
	stop := k
	for stop < len(rest) && !strings.ContainsRune(",،，;؛.。)）—–:\n\"«»“”", rest[stop]) {
		stop++
	}
	if i+1 < len(a.ms) && a.ms[i+1].start < m.end+stop && a.ms[i+1].kind == isName && len(a.x.persons(a.ms[i+1].exact)) > 0 {
		return none // another name begins before the comma: a list
	}
	ps := pieces(words(string(rest[k:stop])))
	if len(ps) > 10 {
		ps = ps[:10]
	}
	r := a.x.roleIn(ps, m.q)
	if r.class == "" || r.plural || direct && r.start > 0 {
		return none
	}
	if lead := ps[:r.start]; len(lead) > 0 && !a.ownerGap(trimModifiers(a.x, lead, m.q.lang), m.q) {
		return none
	}
	r.owner, _, _ = a.x.owner(ps, r.start, r.end, m.q)
	return r
}

// trimModifiers leaves out "former" and "deputy".
func trimModifiers(x *index, ps []string, lang string) []string {
	out := ps[:0:0]
	for _, p := range ps {
		if !x.has(x.lex.formers, p, lang) && !x.has(x.lex.deputies, p, lang) {
			out = append(out, p)
		}
	}
	return out
}

// setGender reads the gender from the title before a name, else from the first name.
func (a *article) setGender(m *mention, before []rune) {
	ws := words(string(before[max(0, len(before)-30):]))
	look := func(w string) {
		switch {
		case m.gender != 0:
		case a.x.has(a.x.lex.feminine, w, m.q.lang):
			m.gender = 'f'
		case a.x.has(a.x.lex.masculine, w, m.q.lang):
			m.gender = 'm'
		}
	}
	if n := len(ws); n > 0 {
		look(ws[n-1])
	}
	if len(m.ws) > 1 {
		look(m.ws[0])
		last := m.ws[len(m.ws)-1]
		if strings.HasSuffix(last, "ская") || strings.HasSuffix(last, "ська") {
			m.gender = 'f'
		}
	}
}

// holder says that the article, or the registry, gives somebody an office.
type holder struct {
	role role
	ent  int
	at   int // index into article.ms
}

// describe collects who holds which office by the article's own words.
func (a *article) describe() {
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent < 0 || m.titled.class == "" || m.kind != isName {
			continue
		}
		if e := &a.ents[m.ent]; e.kind == Unknown {
			e.kind = Person
		}
		a.holders = append(a.holders, holder{m.titled, m.ent, i})
	}
}

// linkRoles links role phrases to their holders, and generic ones ("the group") to the
// nearest actor of that sort. Phrases that stay unknown are actors by their own words.
func (a *article) linkRoles() {
	byPhrase := map[string]int{}
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent >= 0 {
			continue
		}
		switch m.kind {
		case isGeneric:
			if e := a.generic(i); e >= 0 {
				a.join(i, e)
			}
			continue
		case isRole:
		default:
			continue
		}
		if e := a.holderOf(i); e >= 0 {
			a.join(i, e)
			continue
		}
		k := stemKey(m.ws)
		e, ok := byPhrase[k]
		if !ok {
			e, ok = a.earlierPhrase(i)
		}
		if !ok {
			e = a.newEntity(entity{kind: a.x.unknownType(m), name: m.displayName(), ws: m.ws, plural: m.role.plural})
			byPhrase[k] = e
		}
		a.join(i, e)
	}
}

// earlierPhrase links a bare office ("the president") to the nearest phrase before it that
// says more of the same one ("the president of Chile").
func (a *article) earlierPhrase(i int) (int, bool) {
	m := &a.ms[i]
	if r := m.role; r.plural || r.class == "" || r.end-r.start != len(pieces(m.ws)) {
		return -1, false
	}
	for j := i - 1; j >= 0; j-- {
		if o := &a.ms[j]; o.kind == isRole && o.ent >= 0 && !o.role.plural && sameOffice(m.role.class, o.role.class) {
			return o.ent, true
		}
	}
	return -1, false
}

// holderOf gives the entity that a role phrase stands for, -1 where that is not certain.
func (a *article) holderOf(i int) int {
	m := &a.ms[i]
	r := m.role
	if r.plural || r.class == "" {
		return -1
	}
	if r.owner < 0 {
		r.owner = a.possessor(m)
	}
	if e := a.apposed(i); e >= 0 {
		return e
	}
	if r.owner < 0 && a.saysMore(m) {
		return -1
	}
	after := -1
	for j := len(a.holders) - 1; j >= 0; j-- {
		h := a.holders[j]
		if !sameOffice(r.class, h.role.class) || !a.ownersAgree(r, h) {
			continue
		}
		if h.at < i {
			return h.ent
		}
		after = h.ent
	}
	if after >= 0 {
		return after
	}
	found := -1
	for e := range a.ents {
		en := &a.ents[e]
		if en.actor < 0 || en.kind != Person || !a.x.holds(en.actor, r, m.q) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// saysMore tells that a phrase has words beside its office that the registry does not know:
// the head of some agency need not be the head that the article names.
func (a *article) saysMore(m *mention) bool {
	for i, p := range pieces(m.ws) {
		if (i < m.role.start || i >= m.role.end) && !a.x.has(a.x.lex.links, p, m.q.lang) && !a.x.has(a.x.lex.deputies, p, m.q.lang) &&
			!a.x.has(a.x.lex.formers, p, m.q.lang) {
			return true
		}
	}
	return false
}

// ownersAgree tells whether the owner of a phrase may be that of a holder's office.
func (a *article) ownersAgree(r role, h holder) bool {
	own := h.role.owner
	if act := a.ents[h.ent].actor; own < 0 && act >= 0 {
		if s := a.x.speaksFor(act, a.date); s != act {
			own = s
		}
	}
	return r.owner < 0 || own < 0 || r.owner == own
}

// possessor reads whose official a phrase is from the possessive before it: "Iran's".
func (a *article) possessor(m *mention) int32 {
	s := strings.TrimRight(string(a.text[max(0, m.start-25):m.start]), " ")
	if !strings.HasSuffix(s, "'s") && !strings.HasSuffix(s, "’s") && !strings.HasSuffix(s, "s'") && !strings.HasSuffix(s, "s’") {
		return -1
	}
	ws := words(s)
	for n := min(3, len(ws)); n > 0; n-- {
		if got := a.x.find(a.x.names, ws[len(ws)-n:], m.q); len(got) == 1 {
			return got[0]
		}
	}
	return -1
}

// apposed gives the person whose name stands right beside a role phrase: "the foreign
// minister, X" or "X, the foreign minister".
func (a *article) apposed(i int) int {
	m := &a.ms[i]
	if i+1 < len(a.ms) {
		if n := &a.ms[i+1]; n.ent >= 0 && n.kind == isName && a.ents[n.ent].kind == Person && a.between(m.end, n.start, ",،，") &&
			(a.ents[n.ent].actor >= 0 || strings.ContainsAny(string(a.text[m.end:n.start]), ",،，")) {
			return n.ent
		}
	}
	return -1
}

// between tells whether nothing but spaces and the given marks stands in [from, to).
func (a *article) between(from, to int, marks string) bool {
	if from > to {
		return false
	}
	for _, r := range a.text[from:to] {
		if r != ' ' && r != '\u200c' && !strings.ContainsRune(marks, r) {
			return false
		}
	}
	return true
}

// genericReach bounds, in sentences, how far back "the group" may point.
const genericReach = 3

// generic gives the entity that a phrase such as "the group" or "the country" points back to.
// "The council" needs a name with that word in it; groups and countries only their type.
func (a *article) generic(i int) int {
	m := &a.ms[i]
	k := stem(m.ws[len(m.ws)-1])
	for j := i - 1; j >= 0 && m.sent-a.ms[j].sent <= genericReach; j-- {
		o := &a.ms[j]
		if o.ent < 0 || a.ents[o.ent].kind != m.generic {
			continue
		}
		if m.generic == State || m.generic == ArmedGroup {
			return o.ent
		}
		for _, w := range append(append([]string(nil), o.ws...), a.ents[o.ent].ws...) {
			if stem(w) == k {
				return o.ent
			}
		}
	}
	return -1
}
