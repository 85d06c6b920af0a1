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
	if len(m.exact) == 1 && m.titled.owner >= 0 {
		if own := a.x.speaksFor(m.exact[0], m.q); own != m.exact[0] && own != m.titled.owner && a.x.actors[own].Type == State && a.x.actors[m.titled.owner].Type == State {
			m.titled = role{owner: -1} // another state's
		}
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

// holderOrder makes roleIn take the office that is nearest to the name behind it, where the
// language itself would stop at a preposition.
func holderOrder(lang string) string {
	switch lang {
	case "en":
		return "tr"
	case "fr", "es":
		return "und"
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
	// "after a call with X, the foreign minister said": the next clause's subject.
	if m.q.lang == "en" && r.end < len(ps) && !complementAfter(ps[r.end], "en") && ps[r.end] != "and" && ps[r.end] != "who" {
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
