package actor

import (
	"strings"
	"unicode/utf8"
)

// describeReach bounds, in runes, how far from a person's name a word for what he is stands.
const describeReach = 45

// described gives the person beside whose name the article has used the noun of mention i:
// "the consul" after "X, the British consul", whatever the word is; -1 where there is none. The
// nearest one before counts, so that a new holder takes over, else the only one after.
func (a *article) described(i int) int {
	m := &a.ms[i]
	w := a.noun(m)
	if w == "" {
		return -1
	}
	a.readDescriptors()
	after, several := -1, false
	best := -1
	list := a.descs[w]
	if m.kind == isName { // no word for an office that we know: it must stand where such words do
		list = a.heads[w]
	}
	for _, d := range list {
		o := &a.ms[d]
		switch {
		case o.ent < 0 || m.gender != 0 && a.ents[o.ent].gender != 0 && m.gender != a.ents[o.ent].gender:
		case d < i && o.sent <= m.sent:
			best = o.ent
		case after < 0:
			after = o.ent
		case after != o.ent:
			several = true
		}
	}
	if best < 0 && !several {
		best = after
	}
	return best
}

// noun gives the stem of the only word of a phrase for one person that can be a noun, without
// article, particles and words such as "new"; empty where it is a name, a crowd or a body.
func (a *article) noun(m *mention) string {
	if m.kind != isRole && m.kind != isName || m.role.plural || len(m.ws) == 0 || len(m.ws) > 3 || m.honorific || m.titled.class != "" {
		return ""
	}
	if s := script(m.ws[0]); (s == latin || s == cyrillic) && m.kind == isName && startsBig(m.text) && !a.opensSentence(m) {
		return ""
	}
	if a.x.cueType(pieces(m.ws), m.q.lang) != "" || a.isBareGovernment(m) {
		return ""
	}
	var left []string
	for _, w := range m.ws {
		if !isArticle(w) && !a.x.has(a.x.lex.formers, w, m.q.lang) && !a.x.has(a.x.lex.news, w, m.q.lang) {
			left = append(left, w)
		}
	}
	if len(left) != 1 {
		return ""
	}
	return a.nounKey(left[0], m.q.lang)
}

// nounKey is what descriptors are compared by. Two letters could be anything.
func (a *article) nounKey(w, lang string) string {
	if script(w) == han {
		if utf8.RuneCountInString(w) < 2 {
			return ""
		}
		return w
	}
	k := bareNoun(w, lang)
	if utf8.RuneCountInString(k) < 3 {
		return ""
	}
	return k
}

// bareNoun cuts article, joined particles and endings of case as far as they show.
func bareNoun(w, lang string) string {
	switch script(w) {
	case arabic:
		if lang == "ar" {
			for _, p := range []string{"وال", "بال", "فال", "کال", "لل", "ال"} {
				if r, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(r) >= 3 {
					w = r
					break
				}
			}
			return strings.TrimSuffix(strings.TrimSuffix(w, "ا"), "ه")
		}
		return strings.TrimSuffix(w, "ی")
	case hebrew:
		for _, p := range []string{"וה", "שה", "מה", "כשה", "ה"} {
			if r, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(r) >= 3 {
				w = r
				break
			}
		}
		for _, s := range []string{"ת", "ה"} {
			if r, ok := strings.CutSuffix(w, s); ok && utf8.RuneCountInString(r) >= 3 {
				return r
			}
		}
		return w
	case latin:
		if lang == "tr" {
			return turkishStem(stem(w))
		}
	}
	return stem(w)
}

// turkishStem cuts the commoner endings of a noun, possessive and case, down to four letters.
func turkishStem(w string) string {
	for again := true; again; {
		again = false
		for _, e := range turkishEndings {
			if r, ok := strings.CutSuffix(w, e); ok && len(r) >= 4 {
				w, again = r, true
				break
			}
		}
	}
	return w
}

// opensSentence tells a mention with which its sentence begins: its capital says nothing.
func (a *article) opensSentence(m *mention) bool {
	return m.sent >= 0 && m.start-a.doc.Sentences[m.sent].Start <= 4
}

// readDescriptors notes the words beside the names of persons that belong to no mention.
func (a *article) readDescriptors() {
	if a.descs != nil {
		return
	}
	a.descs, a.heads = map[string][]int{}, map[string][]int{}
	for i := range a.ms {
		m := &a.ms[i]
		if m.kind != isName || m.ent < 0 || m.sent < 0 || !a.isPersonal(i) {
			continue
		}
		s := a.doc.Sentences[m.sent]
		lo, hi := max(s.Start, m.start-describeReach, 0), min(s.End, m.end+describeReach, len(a.text))
		if i > 0 {
			lo = max(lo, min(a.ms[i-1].end, m.start))
		}
		if i+1 < len(a.ms) {
			hi = min(hi, max(a.ms[i+1].start, m.end))
		}
		a.noteDescriptors(i, lastClause(string(a.text[lo:m.start])), true)
		if m.end < hi {
			a.noteDescriptors(i, string(a.text[m.end:hi]), false)
		}
	}
}

// lastClause cuts what stands before the last mark of pause, unless nothing follows it.
func lastClause(s string) string {
	const marks = ",،，、;؛:。.«»“”\"—"
	t := strings.TrimRight(s, " "+marks)
	if k := strings.LastIndexAny(t, marks); k >= 0 {
		return t[k:]
	}
	return t
}

// headWords bounds how many words of a phrase before or after a name may be its head.
const headWords = 2

// noteDescriptors notes the words of a phrase beside the name of mention i. Its head is the
// word right before the name, or among the first of the phrase where heads come first.
func (a *article) noteDescriptors(i int, part string, before bool) {
	lang := a.ms[i].q.lang
	ws := words(part)
	for n, w := range ws {
		if script(w) == han {
			rs := []rune(w)
			for n := 2; n <= 4; n++ {
				for j := 0; j+n <= len(rs); j++ {
					k := string(rs[j : j+n])
					a.descs[k] = append(a.descs[k], i)
					if before && j+n == len(rs) {
						a.heads[k] = append(a.heads[k], i)
					}
				}
			}
			continue
		}
		k := a.nounKey(w, lang)
		if k == "" || a.x.lex.links[w] || a.x.lex.obliques[w] {
			continue
		}
		a.descs[k] = append(a.descs[k], i)
		if before && (n == len(ws)-1 || n < headWords && !headLast(lang)) || !before && (n < headWords || lang == "en" && n < headWords+2) {
			a.heads[k] = append(a.heads[k], i)
		}
	}
}

// isPersonal tells a mention that names somebody who may be a person.
func (a *article) isPersonal(i int) bool {
	m := &a.ms[i]
	e := &a.ents[m.ent]
	if e.kind == Person {
		return true
	}
	plural := (m.q.lang == "ar" || m.q.lang == "he") && describes(e.ws)
	return e.kind == Unknown && e.actor < 0 && len(e.ws) > 1 && len(e.ws) <= 4 && !plural && !a.x.lex.areas[first(e.ws)] && a.x.namesNoPlace(pieces(e.ws), m.q)
}

// newHolder gives the person whom the sentence before a phrase such as "the new minister"
// names last: that one has just been given the office. -1 where the phrase says no such thing.
func (a *article) newHolder(i int) int {
	m := &a.ms[i]
	if m.role.plural || !a.isNew(m) {
		return -1
	}
	w := ""
	if r := pieces(m.ws); len(r) > 0 {
		w = a.nounKey(r[len(r)-1], m.q.lang)
		if !headLast(m.q.lang) && a.x.has(a.x.lex.news, r[len(r)-1], m.q.lang) {
			w = a.nounKey(r[0], m.q.lang)
		}
	}
	maybe := -1
	for j := i - 1; j >= 0 && m.sent-a.ms[j].sent <= 2; j-- {
		o := &a.ms[j]
		if o.ent < 0 || o.sent == m.sent || o.kind != isName || !a.isPersonal(j) {
			continue
		}
		if g := a.ents[o.ent].gender; m.gender != 0 && g != 0 && m.gender != g {
			continue
		}
		if a.besideWord(j, w) { // "made X consul. The new consul"
			return o.ent
		}
		if e := &a.ents[o.ent]; maybe < 0 || a.ents[maybe].kind != Person && e.kind == Person {
			maybe = o.ent
		}
	}
	return maybe
}

// besideWord tells whether a noun stands near mention j in its sentence.
func (a *article) besideWord(j int, w string) bool {
	m := &a.ms[j]
	if w == "" || m.sent < 0 {
		return false
	}
	s := a.doc.Sentences[m.sent]
	lo, hi := max(s.Start, m.start-describeReach, 0), min(s.End, m.end+describeReach, len(a.text))
	if lo >= hi {
		return false
	}
	for _, v := range words(string(a.text[lo:hi])) {
		if a.nounKey(v, m.q.lang) == w || script(v) == han && strings.Contains(v, w) {
			return true
		}
	}
	return false
}

// isNew tells a phrase with a word for "new".
func (a *article) isNew(m *mention) bool {
	for _, w := range pieces(m.ws) {
		if a.x.has(a.x.lex.news, w, m.q.lang) {
			return true
		}
	}
	return script(first(m.ws)) == han && (strings.HasPrefix(key(m.ws), "新") || strings.HasPrefix(key(m.ws), "代理"))
}
