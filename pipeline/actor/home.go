package actor

import (
	"slices"
	"strings"
)

// homeReach bounds, in sentences, how far before an official's name his state may stand.
const homeReach = 4

// stateOffice tells offices that only a state or its government has.
func stateOffice(class string) bool {
	switch strings.TrimPrefix(class, "deputy ") {
	case "president", "prime_minister", "minister", "vice_president", "chancellor", "king", "queen", "ambassador", "diplomat":
		return true
	}
	return strings.HasSuffix(class, "_minister")
}

// home gives the state that an office in mention i belongs to where nobody says it: a state
// named before it in its sentence, else the last subject of the sentences before, else the
// state that the article is about; -1 where it names none.
func (a *article) home(i int) int {
	for j := i - 1; j >= 0 && a.ms[j].sent == a.ms[i].sent; j-- {
		if a.isState(j) {
			return a.ms[j].ent
		}
	}
	for j := i - 1; j >= 0 && a.ms[i].sent-a.ms[j].sent <= homeReach; j-- {
		if a.isState(j) && a.isSubject(j) && !a.isOblique(j) {
			return a.ms[j].ent
		}
	}
	if top := a.mainStates(); len(top) > 0 {
		return top[0]
	}
	return -1
}

// isState tells a mention that names a state.
func (a *article) isState(j int) bool {
	m := &a.ms[j]
	return m.ent >= 0 && m.kind == isName && a.ents[m.ent].kind == State
}

// mainStates gives the states that the article names, most often named ones first. A state
// that only an adjective beside an office gives counts by half.
func (a *article) mainStates() []int {
	if a.mains != nil {
		return a.mains
	}
	count := map[int]int{}
	a.mains, a.weight = []int{}, count
	see := func(e, n int) {
		if count[e] == 0 {
			a.mains = append(a.mains, e)
		}
		count[e] += n
	}
	for i := range a.ms {
		m := &a.ms[i]
		if a.isState(i) {
			see(m.ent, 2)
		}
		r := m.titled
		if m.kind == isRole {
			r = m.role
		}
		if r.class != "" && r.owner >= 0 && a.x.actors[r.owner].Type == State {
			see(a.registered(r.owner), 1)
		}
	}
	slices.SortStableFunc(a.mains, func(e, f int) int { return count[f] - count[e] })
	return a.mains
}

// isBareGovernment tells "the government" without a word that says whose.
func (a *article) isBareGovernment(m *mention) bool {
	if m.kind == isPronoun || len(m.ws) == 0 || len(m.ws) > 2 || m.role.class != "" || m.role.plural {
		return false
	}
	if len(m.ws) == 2 && !isArticle(m.ws[0]) {
		return false
	}
	return a.x.has(a.x.lex.government, m.ws[len(m.ws)-1], m.q.lang)
}

// linkGovernments links bare governments to the state that the article is about: the one it
// names twice as often as any other, else the nearest subject before. All that this leaves
// open are one government.
func (a *article) linkGovernments() {
	rest := -1
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent >= 0 && a.ents[m.ent].actor >= 0 || !a.isBareGovernment(m) {
			continue
		}
		e := a.governed(i)
		if e < 0 && rest < 0 {
			rest = a.newEntity(entity{kind: Government, name: m.displayName(), ws: m.ws})
		}
		if e < 0 {
			e = rest
		}
		a.join(i, e)
	}
}

// often is what a state must count, two a mention, for an article to be about it.
const often = 4

// governed gives the state whose government mention i is, -1 where the article is about none.
func (a *article) governed(i int) int {
	top := a.mainStates()
	if len(top) == 0 || a.weight[top[0]] < often {
		return -1
	}
	if len(top) == 1 || a.weight[top[0]] >= 2*a.weight[top[1]] {
		return top[0]
	}
	return a.home(i)
}

// officeOr gives what officeParty finds, looked for once, else the speaker himself.
func (a *article) officeOr(e int) int {
	if a.parties == nil {
		a.parties = map[int]int{}
	}
	p, ok := a.parties[e]
	if !ok {
		if p = a.officeParty(e); p < 0 {
			p = e
		}
		a.parties[e] = p
	}
	return p
}

// officeParty gives the party of somebody whom the article, not the registry, gives an office:
// the state for an office of state, else the body named beside him; -1 where neither is.
func (a *article) officeParty(e int) int {
	class, at := "", -1
	for _, h := range a.holders {
		if h.ent == e {
			class, at = h.role.class, h.at
			break
		}
	}
	if at >= 0 && stateOffice(class) {
		return a.home(at)
	}
	for i := 0; at < 0 && i < len(a.ms); i++ {
		if m := &a.ms[i]; m.ent == e && (m.kind == isName || m.kind == isRole) {
			at = i
			if m.kind == isRole && stateOffice(m.role.class) {
				return a.home(at)
			}
		}
	}
	if at < 0 {
		return -1
	}
	m := &a.ms[at] // "oil minister X": an office that the lists have in part
	if before := words(lastClause(string(a.text[max(0, m.start-windowRunes, a.sentenceStart(m)):m.start]))); len(before) > 0 {
		if r := a.x.roleIn(pieces(before), query{lang: holderOrder(m.q.lang), date: m.q.date}); !r.plural && stateOffice(r.class) {
			return a.home(at)
		}
	}
	return a.bodyNear(at, class != "")
}

// bodyNear gives the body, party or armed group named right before mention i in its sentence,
// else, for one with an office, the last one of the sentence before; -1 where there is none.
// What stands after the name is as often his opponent.
func (a *article) bodyNear(i int, office bool) int {
	m := &a.ms[i]
	for j := i - 1; j >= 0 && m.sent-a.ms[j].sent <= 1; j-- {
		o := &a.ms[j]
		if o.ent < 0 || o.kind == isPair || o.kind == isPronoun {
			continue
		}
		if o.sent == m.sent && m.start-o.end > partyReach || o.sent != m.sent && !office {
			return -1
		}
		switch a.ents[o.ent].kind {
		case Body, Party, ArmedGroup:
			return o.ent
		}
	}
	return -1
}
