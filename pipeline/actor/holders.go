package actor

import (
	"strings"
	"unicode"
)

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
			e := -1
			if a.counted(m) {
				continue
			}
			if m.generic == State {
				switch a.possessiveOf(m) {
				case 1:
					if a.quotedAt(m.start) >= 0 {
						continue // see linkFirstPersons
					}
				case 3:
					e = a.ownCountry(i)
				default:
					if e = a.pointedBack(i, State, ""); e < 0 || a.lastOf(i, e) != m.sent {
						if own := a.ownCountry(i); own >= 0 {
							e = own
						}
					}
				}
			}
			if e < 0 {
				e = a.generic(i)
			}
			if e >= 0 {
				a.join(i, e)
			}
			continue
		case isRole:
		default:
			continue
		}
		if e := a.newHolder(i); e >= 0 {
			a.join(i, e)
			continue
		}
		if e := a.holderOf(i); e >= 0 {
			a.join(i, e)
			continue
		}
		if e := a.described(i); e >= 0 {
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
	// The head of some agency is not any head: "chief executive", "nuclear chief".
	if more := a.wordsBeside(m); r.owner < 0 && more > 0 || r.class == "chief" && more > 1 {
		return -1
	}
	after := -1
	for j := len(a.holders) - 1; j >= 0; j-- {
		h := a.holders[j]
		if !sameOffice(r.class, h.role.class) || !a.ownersAgree(r, h) {
			continue
		}
		if h.at < i {
			if e := a.lastSubject(i, r); r.owner < 0 && e >= 0 {
				return e
			}
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
			if r.owner < 0 {
				return a.lastSubject(i, r)
			}
			return -1
		}
		found = e
	}
	return found
}

// subjectReach bounds, in sentences, how far back the subject of a sentence stays the one whom
// an office alone calls to mind.
const subjectReach = 4

// lastSubject gives the last subject of a sentence before mention i who holds an office, by
// the article or the registry: two presidents meet, and "the president" is who spoke last.
func (a *article) lastSubject(i int, r role) int {
	for j := i - 1; j >= 0 && a.ms[i].sent-a.ms[j].sent <= subjectReach; j-- {
		o := &a.ms[j]
		if o.ent < 0 || o.sent == a.ms[i].sent || a.ents[o.ent].kind != Person || !a.isSubject(j) || a.isOblique(j) || a.quotedAt(o.start) >= 0 {
			continue
		}
		if act := a.ents[o.ent].actor; act >= 0 && a.x.holds(act, r, o.q) {
			return o.ent
		}
		for _, h := range a.holders {
			if h.ent == o.ent && sameOffice(r.class, h.role.class) {
				return o.ent
			}
		}
	}
	return -1
}

// wordsBeside counts the words of a phrase beside its office that may say which one it is.
func (a *article) wordsBeside(m *mention) int {
	n := 0
	for i, p := range pieces(m.ws) {
		if (i < m.role.start || i >= m.role.end) && !a.x.has(a.x.lex.links, p, m.q.lang) && !a.x.has(a.x.lex.deputies, p, m.q.lang) &&
			!a.x.has(a.x.lex.formers, p, m.q.lang) {
			n++
		}
	}
	return n
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
	if m.generic == Body || m.generic == Party {
		if e := a.lookHead(m); e >= 0 {
			return e
		}
	}
	return a.pointedBack(i, m.generic, k)
}

// counted tells that a number stands before a mention: "these 5 countries" is none of them.
func (a *article) counted(m *mention) bool {
	before := words(string(a.text[max(0, m.start-8):m.start]))
	if len(before) == 0 {
		return false
	}
	w := before[len(before)-1]
	return a.x.lex.numbers[w] || unicode.IsDigit([]rune(w)[0])
}

// lastOf gives the sentence of the last mention of an entity before mention i.
func (a *article) lastOf(i, e int) int {
	for i--; i >= 0; i-- {
		if a.ms[i].ent == e {
			return a.ms[i].sent
		}
	}
	return -1
}

// pointedBack gives the nearest actor of a sort before mention i, whose name must have the
// word k unless it is a state or an armed group; -1 where none is near.
func (a *article) pointedBack(i int, kind, k string) int {
	for j := i - 1; j >= 0 && a.ms[i].sent-a.ms[j].sent <= genericReach; j-- {
		o := &a.ms[j]
		if o.ent < 0 || a.ents[o.ent].kind != kind {
			continue
		}
		if kind == State || kind == ArmedGroup {
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
