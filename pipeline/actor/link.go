package actor

// Linker links the mentions of articles. It is safe for concurrent use.
type Linker struct{ x *index }

// NewLinker makes a Linker of the registry as it is now; what is added later it does not see.
func NewLinker(r *Registry) *Linker { return &Linker{newIndex(r)} }

// Link says who the mentions of an article are and who speaks in its quotations. It reads
// the document only; the same document gives the same links.
func (l *Linker) Link(doc Document) Links {
	a := &article{x: l.x, doc: &doc, text: []rune(doc.Text), byActor: map[int32]int{}, date: query{lang: doc.Lang, date: doc.Date}}
	a.read()
	a.wrapped = a.hardWrapped() || a.sentenceALine()
	a.quotes = a.cutInsets(quotations(a.text, a.wrapped))
	a.linkRegistered()
	a.linkNames()
	a.describe()
	a.linkGovernments()
	a.linkRoles()
	a.findInterview()
	// Who "he" is decides who speaks; who speaks decides who "I" is.
	a.linkPronouns(nil)
	sp := a.findSpeakers()
	a.answerSpeakers(&sp)
	a.linkPronouns(sp.ofQuote)
	a.linkOthers(sp)
	a.linkFirstPersons(sp)
	return a.links(sp)
}

// entity is one actor of an article.
type entity struct {
	actor    int32 // in the index, -1 where the registry does not know it
	kind     string
	name     string   // longest name in the article
	ws       []string // its words
	id       string   // of an actor that is no name: a pair
	gender   byte     // m, f or 0
	plural   bool
	sure     bool // a person not by the shape of his name alone
	singular bool // a singular pronoun has been linked to it
	mentions int
	party    int32 // whose official the article says this is
	hasParty bool
	group    int // 1 + the entity that partyBeside found, -1 for none, 0 while not looked for
}

// newEntity adds an entity that the registry does not know.
func (a *article) newEntity(e entity) int {
	e.actor = -1
	a.ents = append(a.ents, e)
	return len(a.ents) - 1
}

// registered gives the entity of a registry actor.
func (a *article) registered(act int32) int {
	if e, ok := a.byActor[act]; ok {
		return e
	}
	r := a.x.actors[act]
	a.ents = append(a.ents, entity{actor: act, kind: r.Type, name: r.Name, ws: words(r.Name), sure: true})
	a.byActor[act] = len(a.ents) - 1
	return len(a.ents) - 1
}

// join makes mention i one of entity e.
func (a *article) join(i, e int) {
	m, en := &a.ms[i], &a.ents[e]
	m.ent = e
	en.mentions++
	if m.kind == isPronoun || m.kind == isPair || m.kind == isGeneric {
		en.singular = en.singular || m.kind == isPronoun && m.pron.person == 3 && !m.pron.plural
		return
	}
	en.sure = en.sure || a.surelyPerson(i)
	office := m.titled
	if m.kind == isRole {
		office = m.role
	}
	if office.class != "" && office.owner >= 0 && !en.hasParty {
		en.party, en.hasParty = office.owner, true
	}
	if en.gender == 0 {
		en.gender = m.gender
	}
	if en.actor < 0 && m.kind == isName && longerName(m.ws, en.ws) {
		en.name, en.ws = m.displayName(), m.ws
	}
}

func first(ws []string) string {
	if len(ws) == 0 {
		return ""
	}
	return ws[0]
}

// longerName tells whether a has more words than b or, with as many, fewer letters: the
// nominative is mostly the shortest case.
func longerName(a, b []string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return len(key(a)) < len(key(b))
}

// links writes out what was found.
func (a *article) links(sp speakers) Links {
	out := Links{Mentions: make([]Link, len(a.ms)), Speakers: map[int]Actor{}}
	for i := range a.ms {
		m := &a.ms[i]
		pro := m.kind == isPronoun || m.kind == isPair && m.pron.plural
		out.Mentions[m.at] = Link{Actor: a.actorOf(m), Pronoun: pro}
	}
	for s, e := range sp.bySentence {
		out.Speakers[s] = a.actor(e)
	}
	// "I" in the sentence names its speaker already.
	for i := range a.ms {
		m := &a.ms[i]
		if e, ok := sp.bySentence[m.sent]; ok && m.ent == e {
			delete(out.Speakers, m.sent)
		}
	}
	return out
}

func (a *article) actorOf(m *mention) Actor {
	switch {
	case m.ent >= 0:
		return a.actor(m.ent)
	case m.kind == isPronoun || m.kind == isPair:
		form := key(m.ws)
		return Actor{ID: PronounPrefix + form, Name: m.displayName(), Type: Unknown}
	}
	// A phrase that stands alone: a generic one that nothing explains, or no word at all.
	return Actor{ID: stableID(m.ws, m.text), Name: m.displayName(), Type: a.x.unknownType(m)}
}

func (a *article) actor(e int) Actor {
	en := &a.ents[e]
	if en.actor >= 0 {
		return a.x.actors[en.actor]
	}
	id := en.id
	if id == "" {
		id = stableID(en.ws, en.name)
	}
	return Actor{ID: id, Name: en.name, Type: en.kind}
}
