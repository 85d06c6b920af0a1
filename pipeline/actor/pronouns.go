package actor

import (
	"strings"
	"unicode"
)

// pronounReach bounds, in sentences, how far back a pronoun may point.
const pronounReach = 3

// Weights of the choice of an antecedent. A sentence further back outweighs what the
// others give together, except a wrong sort of actor.
const (
	perSentence   = 6.0 // lost a sentence back
	perMention    = 1.0 // lost for each mention between
	forSubject    = 0.9 // first of its sentence
	forSubjectYet = 1.5 // more of it where that sentence is an earlier one
	forOblique    = 3.0 // lost by one that a preposition or a possessive ending marks
	perUse        = 0.1 // for each mention of the actor so far, up to five
	wrongSort     = 1.0 // lost by a state for "he", a person for "they"
	unsureSort    = 3.0 // lost by an actor of unknown type
	doubtfulSort  = 8.0 // lost by one that may be no person for a pronoun that only persons have
	rareSort      = 5.0 // lost by a state for "they"
	otherVoice    = 5.0 // lost where one stands in a quotation and the other does not
	beingQuoted   = 7.0 // more of it for "he said" after a quotation that names somebody
	forSpeaker    = 3.0 // who speaks in an earlier sentence, for one who speaks
	forFronted    = 3.0 // lost besides by one that a preposition marks in the same sentence
	sameClause    = 6.0 // lost by the subject of the clause that an object pronoun stands in
	agreesInGram  = 1.0 // grammatical gender
	maxUseCounted = 5
)

// linkPronouns links third-person pronouns: those outside quotations, or given who speaks in
// each quotation those inside. Who speaks says "I", so "he" is somebody else.
func (a *article) linkPronouns(ofQuote []int) {
	uses := make([]int, len(a.ents))
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent >= 0 {
			uses[m.ent]++
			continue
		}
		q, speaker := a.quotedAt(m.start), -1
		if (q >= 0) != (ofQuote != nil) {
			continue
		}
		switch {
		case q >= 0:
			speaker = ofQuote[q]
		case a.turnOf(m) == answered:
			speaker = a.talk.answerer
		}
		switch {
		case m.kind == isPronoun && m.pron.person == 3:
			if e := a.antecedent(i, uses, speaker); e >= 0 {
				a.join(i, e)
				uses[e]++
			}
		case m.kind == isPair:
			if e := a.pair(i); e >= 0 {
				a.join(i, e)
				uses = append(uses, make([]int, len(a.ents)-len(uses))...)
				uses[e]++
			}
		}
	}
}

// antecedent chooses the actor that a pronoun stands for, -1 where none suits. It is not speaker.
func (a *article) antecedent(i int, uses []int, speaker int) int {
	m := &a.ms[i]
	best, top := -1, 0.0
	between := 0
	quote := a.quotedAt(m.start)
	spoken := quote < 0 && !m.pron.object && a.speaks(i)
	for j := i - 1; j >= 0; j-- {
		o := &a.ms[j]
		back := m.sent - o.sent
		if back > pronounReach {
			break
		}
		if o.ent < 0 || len(o.ws) == 0 || o.ent == speaker || o.kind == isPair || back < 0 || o.end > m.start {
			continue
		}
		fit, ok := a.suits(m, o)
		if !ok {
			if !m.pron.animate {
				between++
			}
			continue
		}
		score := fit - perSentence*float64(back) - perMention*float64(between) + perUse*float64(min(uses[o.ent], maxUseCounted))
		switch {
		case a.isOblique(j):
			score -= forOblique
			if back == 0 && m.pron.animate && !m.pron.object {
				score -= forFronted
			}
		case a.isSubject(j):
			score += forSubject
			if back > 0 {
				score += forSubjectYet
			}
		}
		if a.quotedAt(o.start) != quote {
			score -= otherVoice
			if spoken && back == 0 {
				score -= beingQuoted
			}
		}
		if spoken && back > 0 {
			switch {
			case a.inReport(j):
				score -= otherVoice
			case a.speaks(j):
				score += forSpeaker
			}
		}
		if m.pron.object && back == 0 && !a.clauseEnds(o.end, m.start) {
			score -= sameClause
		}
		if best < 0 || score > top {
			best, top = o.ent, score
		}
		between++
	}
	return best
}

// suits weighs an actor's sort, number and gender against a pronoun's; ok is false where
// they exclude each other.
func (a *article) suits(m, o *mention) (weight float64, ok bool) {
	e := &a.ents[o.ent]
	p := m.pron
	if p.gender != 0 && e.gender != 0 && p.gender != e.gender {
		return 0, false
	}
	person := e.kind == Person && e.sure || e.kind == Official
	many := e.plural || e.kind == Group
	switch {
	case p.plural:
		switch {
		case many:
			return 2, true
		case (e.kind == Unknown || e.kind == Person) && e.singular:
			return 0, false
		case person || e.kind == Person:
			return -wrongSort, m.q.lang == "ur"
		case e.kind == State:
			return -rareSort, true
		}
		return 0, true
	case p.thing:
		if person || e.kind == Person {
			return 0, false
		}
		if e.kind == Unknown {
			return -unsureSort, true
		}
		return 0, !many || e.kind == Group && !e.plural
	case person:
		return 0, true
	case many && e.plural:
		return 0, false
	case p.animate:
		last := o.ws[len(o.ws)-1]
		many := strings.HasSuffix(last, "ها") || strings.HasSuffix(last, "های")
		return -doubtfulSort, e.kind == Person || e.kind == Unknown && !many && !(o.q.capitals && len(o.ws) == 1)
	case e.kind == Unknown || e.kind == Person:
		return -unsureSort, true
	}
	g := grammaticalGender(o.ws, m.q.lang)
	if p.gender != 0 && g != 0 && g != p.gender {
		return 0, false
	}
	if g != 0 && g == p.gender {
		return agreesInGram - wrongSort/2, true
	}
	return -wrongSort, true
}

// grammaticalGender guesses the gender of the name of a state or body by its ending where
// the language has gender; 0 where it cannot tell.
func grammaticalGender(ws []string, lang string) byte {
	if len(ws) == 0 {
		return 0
	}
	w := ws[len(ws)-1]
	ends := func(s ...string) bool {
		for _, e := range s {
			if strings.HasSuffix(w, e) {
				return true
			}
		}
		return false
	}
	fem := func(is bool) byte {
		if is {
			return 'f'
		}
		return 'm'
	}
	switch lang {
	case "ru", "uk":
		if len(ws) > 1 || len([]rune(w)) < 4 {
			return 0
		}
		return fem(ends("а", "я"))
	case "he":
		return 'f'
	case "ar":
		return fem(!ends("عراق", "لبنان", "اردن", "مغرب", "سودان", "یمن", "مجلس", "حزب", "جیش", "اتحاد", "برلمان"))
	case "fr":
		return fem(ends("e"))
	case "es":
		return fem(ends("a"))
	}
	return 0
}

// isOblique tells a mention that is no subject: a preposition stands before it, or a
// possessive ending after it.
func (a *article) isOblique(j int) bool {
	m := &a.ms[j]
	if m.oblique == 0 {
		m.oblique = -1
		if a.readOblique(m) {
			m.oblique = 1
		}
	}
	return m.oblique > 0
}

// sentenceStart gives where a mention's sentence begins, at most where the mention does.
func (a *article) sentenceStart(m *mention) int {
	if m.sent < 0 {
		return 0
	}
	return min(a.doc.Sentences[m.sent].Start, m.start)
}

func (a *article) readOblique(m *mention) bool {
	if m.q.lang == "en" && m.end+1 < len(a.text) && isApostrophe(a.text[m.end]) {
		return true
	}
	s := string(a.text[max(0, m.start-12, a.sentenceStart(m)):m.start])
	if strings.TrimRight(s, " ") == s && m.q.lang != "zh" {
		return false
	}
	ws := pieces(words(s))
	for n := len(ws); n > 0 && (ws[n-1] == "the" || a.x.lex.titles[ws[n-1]]); n = len(ws) {
		ws = ws[:n-1]
	}
	return len(ws) > 0 && a.x.lex.obliques[ws[len(ws)-1]]
}

// isSubject takes the first mention of a sentence for its subject.
func (a *article) isSubject(j int) bool {
	m := &a.ms[j]
	for k := j - 1; k >= 0 && a.ms[k].sent == m.sent; k-- {
		if a.ms[k].ent >= 0 && a.ms[k].kind != isGeneric {
			return false
		}
	}
	return true
}

// clauseEnds tells whether a comma or a conjunction parts [from, to).
func (a *article) clauseEnds(from, to int) bool {
	if from >= to {
		return false
	}
	s := " " + string(a.text[from:to]) + " "
	if strings.ContainsAny(s, ",،，;؛:—") {
		return true
	}
	for _, w := range []string{" that ", " who ", " and ", " said ", " که ", " что ", " що ", " que ", " qui ", " أن ", " إن ", " کہ ", " چې ", " ki ", " و ", " и ", " і ", " et ", " y ", " ve ", " ש"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// pair makes an actor of the two that "both" stands for: the last two actors before it in
// the same sentence, else in the one before; -1 where there are not exactly two of a sort.
func (a *article) pair(i int) int {
	m := &a.ms[i]
	if a.x.isSides(m.ws, m.q) || len(m.ws) == 1 && a.x.lex.sides[m.q.lang+":"+m.ws[0]] {
		return a.bothSides(i)
	}
	var two []int
	for j := i - 1; j >= 0 && m.sent-a.ms[j].sent <= 1; j-- {
		o := &a.ms[j]
		if len(two) == 2 && o.sent != m.sent {
			break
		}
		if o.kind == isPair && o.ent >= 0 && len(two) == 0 {
			return o.ent
		}
		if o.ent >= 0 && o.kind != isPair {
			two = appendOnce(two, o.ent)
		}
	}
	if len(two) != 2 {
		return -1
	}
	return a.pairOf(two[1], two[0])
}

// linkFirstPersons links "I" to the speaker of the quotation it stands in and "we" to the
// party he speaks for. Outside quotations the sentence must say who speaks before it.
func (a *article) linkFirstPersons(sp speakers) {
	for i := range a.ms {
		m := &a.ms[i]
		own := m.kind == isGeneric && m.generic == State && a.possessiveOf(m) == 1
		asked := m.kind == isPronoun && m.pron.person == 2 && a.turnOf(m) == asked
		if m.ent >= 0 || !own && !asked && (m.kind != isPronoun || m.pron.person != 1) {
			continue
		}
		e := -1
		if q := a.quotedAt(m.start); q >= 0 {
			e = sp.ofQuote[q]
		} else if asked || a.turnOf(m) == answered {
			e = a.talk.answerer
		} else if m.sent >= 0 {
			e = a.reported(i)
		}
		switch {
		case own && e >= 0:
			e = a.stateOf(e, m.q)
		case e >= 0 && m.pron.plural:
			speaker := e
			e = a.partyOf(e, m.q)
			if top := a.mainStates(); e == speaker && a.turnOf(m) != narrated && len(top) > 0 && a.weight[top[0]] >= often {
				e = top[0] // an expert of whom the article says no party
			}
		}
		if own && e < 0 {
			e = a.generic(i)
		}
		if e < 0 {
			continue
		}
		a.join(i, e)
	}
}

// partyOf gives the party that a speaker speaks for: by the registry, else whose official the
// article says he is; himself where neither tells.
func (a *article) partyOf(e int, q query) int {
	en := &a.ents[e]
	switch {
	case en.actor >= 0 && en.kind == Person:
		return a.registered(a.x.speaksFor(en.actor, q))
	case en.actor < 0 && en.hasParty:
		return a.registered(en.party)
	case en.actor < 0 && en.kind == Person:
		if en.group == 0 {
			for _, h := range a.holders {
				if h.ent == e && en.group == 0 {
					en.group = a.partyBeside(h.at) + 1
				}
			}
			if en.group == 0 {
				en.group = -1
			}
		}
		if en.group > 0 {
			return en.group - 1
		}
		return a.officeOr(e)
	case en.actor < 0 && en.kind == Official:
		return a.officeOr(e)
	}
	return e
}

// partyReach bounds, in runes, the words of an office beside its holder's name.
const partyReach = 60

// partyBeside gives the party or body that the office beside the name of mention i belongs to:
// named beside it ("X, the chairman of the Water Council") or pointed back to ("the leader of
// the movement"); -1 where the text does not say.
func (a *article) partyBeside(i int) int {
	m := &a.ms[i]
	office := func(from, to int) bool {
		if from > to || to-from > partyReach || strings.ContainsAny(string(a.text[from:to]), ".;:؛。；\n") {
			return false
		}
		ps := pieces(words(string(a.text[from:to])))
		return a.x.roleIn(ps, query{lang: holderOrder(m.q.lang), date: m.q.date}).class != ""
	}
	is := func(e int) bool {
		return e >= 0 && (a.ents[e].kind == Body || a.ents[e].kind == Party || a.ents[e].kind == ArmedGroup)
	}
	if i > 0 && a.ms[i-1].sent == m.sent && is(a.ms[i-1].ent) && office(a.ms[i-1].end, m.start) {
		return a.ms[i-1].ent
	}
	if i+1 < len(a.ms) && a.ms[i+1].sent == m.sent && is(a.ms[i+1].ent) && office(m.end, a.ms[i+1].start) {
		return a.ms[i+1].ent
	}
	const marks = ",،，.؛;:()\n"
	before, after := string(a.text[max(0, m.start-partyReach):m.start]), string(a.text[m.end:min(len(a.text), m.end+partyReach)])
	before = strings.TrimRight(before, " ,،，")
	if k := strings.LastIndexAny(before, marks); k >= 0 {
		before = before[k:]
	}
	after = strings.TrimLeft(after, " ,،，")
	if k := strings.IndexAny(after, marks); k >= 0 {
		after = after[:k]
	}
	for _, clause := range []string{before, after} {
		ps := words(clause)
		if a.x.roleIn(ps, query{lang: holderOrder(m.q.lang), date: m.q.date}).class == "" {
			continue
		}
		for j, w := range ps {
			if kind := a.x.class(a.x.lex.generics, ps[j:j+1], m.q.lang); kind == ArmedGroup || kind == Party {
				return a.pointedBack(i, kind, stem(w))
			}
		}
	}
	return -1
}

// reported gives who is said to speak in the sentence before mention i: "X said that we".
func (a *article) reported(i int) int {
	m := &a.ms[i]
	v := *a.view(m.sent)
	before := v.verbs[:0:0]
	for _, at := range v.verbs {
		end := at
		for end < m.start && unicode.IsLetter(a.text[end]) {
			end++
		}
		if at < m.start && !(m.q.lang == "en" && a.between(end, m.start, "")) { // "told us" has a hearer
			before = append(before, at)
		}
	}
	if len(before) == 0 {
		return -1
	}
	v.verbs = before
	for j := range a.ms[:i] {
		if a.ms[j].sent == m.sent && a.quotedAt(a.ms[j].start) < 0 {
			v.outside = append(v.outside, j)
		}
	}
	return a.attributed(&v)
}
