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
	otherVoice    = 5.0 // lost where one stands in a quotation and the other does not
	sameClause    = 6.0 // lost by the subject of the clause that an object pronoun stands in
	agreesInGram  = 1.0 // grammatical gender
	maxUseCounted = 5
)

// linkPronouns links third-person pronouns, those in quotations or those outside.
func (a *article) linkPronouns(inQuotes bool) {
	uses := make([]int, len(a.ents))
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent >= 0 {
			uses[m.ent]++
			continue
		}
		if q := a.quotedAt(m.start); (q >= 0) != inQuotes {
			continue
		}
		switch {
		case m.kind == isPronoun && m.pron.person == 3:
			if e := a.antecedent(i, uses); e >= 0 {
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

// antecedent chooses the actor that a pronoun stands for, -1 where none suits.
func (a *article) antecedent(i int, uses []int) int {
	m := &a.ms[i]
	best, top := -1, 0.0
	between := 0
	quote := a.quotedAt(m.start)
	for j := i - 1; j >= 0; j-- {
		o := &a.ms[j]
		back := m.sent - o.sent
		if back > pronounReach {
			break
		}
		if o.ent < 0 || o.kind == isPair || back < 0 || o.end > m.start {
			continue
		}
		fit, ok := a.suits(m, o)
		if !ok {
			between++
			continue
		}
		score := fit - perSentence*float64(back) - perMention*float64(between) + perUse*float64(min(uses[o.ent], maxUseCounted))
		switch {
		case a.isOblique(j):
			score -= forOblique
		case a.isSubject(j):
			score += forSubject
			if back > 0 {
				score += forSubjectYet
			}
		}
		if a.quotedAt(o.start) != quote {
			score -= otherVoice
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
	person := e.kind == Person || e.kind == Official
	many := e.plural || e.kind == Group
	switch {
	case p.plural:
		switch {
		case many:
			return 2, true
		case e.kind == Unknown && e.singular:
			return 0, false
		case person:
			return -wrongSort, m.q.lang == "ur" || m.q.lang == "fa" || m.q.lang == "prs"
		}
		return 0, true
	case p.thing:
		if person {
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
	case e.kind == Unknown:
		return -unsureSort, true
	case p.animate:
		return 0, false
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
	if m.q.lang == "en" && m.end+1 < len(a.text) && isApostrophe(a.text[m.end]) {
		return true
	}
	s := string(a.text[max(0, m.start-12):m.start])
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
	x, y := a.actor(two[1]), a.actor(two[0])
	if x.ID > y.ID { // the same pair whichever is named first
		x, y = y, x
	}
	id := stableID(nil, "both:"+x.ID+"+"+y.ID)
	for e := range a.ents {
		if a.ents[e].id == id {
			return e
		}
	}
	return a.newEntity(entity{kind: Group, name: x.Name + " and " + y.Name, id: id, plural: true})
}

// linkFirstPersons links "I" to the speaker of the quotation it stands in and "we" to the
// party he speaks for. Outside quotations the sentence must say who speaks before it.
func (a *article) linkFirstPersons(sp speakers) {
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent >= 0 || m.kind != isPronoun || m.pron.person != 1 {
			continue
		}
		e := -1
		if q := a.quotedAt(m.start); q >= 0 {
			e = sp.ofQuote[q]
		} else if m.sent >= 0 {
			e = a.reported(i)
		}
		if e < 0 {
			continue
		}
		if m.pron.plural {
			e = a.partyOf(e, m.q)
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
	}
	return e
}

// reported gives who is said to speak in the sentence before mention i: "X said that we".
func (a *article) reported(i int) int {
	m := &a.ms[i]
	v := a.view(m.sent)
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
