package actor

import (
	"strings"
	"unicode"
)

// speakers says who speaks: an entity for each quotation, -1 where unknown, and for each
// sentence that only goes on with a quotation.
type speakers struct {
	ofQuote    []int
	bySentence map[int]int
}

// Shares of a sentence's letters and lengths that the rules for speakers go by.
const (
	mostlyQuoted     = 0.8 // share of letters in quotation marks
	nearVerb         = 60  // runes between a speaker and the verb
	shortAttribution = 90  // runes of a sentence that only says who spoke: "X added on Monday."
)

// sentenceView is what the rules for speakers know of a sentence.
type sentenceView struct {
	quoted  float64 // share of letters inside quotations
	verbs   []int   // positions of verbs of speech outside quotations
	acts    []int   // of verbs of what is done by speaking
	outside []int   // mentions outside quotations
	first   int     // first quotation that touches the sentence, -1: none
	last    int
	speaker int // entity that speaks by the sentence's own words, -1
}

func (a *article) findSpeakers() speakers {
	sp := speakers{ofQuote: make([]int, len(a.quotes)), bySentence: map[int]int{}}
	for k := range sp.ofQuote {
		sp.ofQuote[k] = -1
	}
	if len(a.quotes) == 0 {
		return sp
	}
	views := a.views()
	spans := make([][2]int, len(a.quotes)) // sentences that a quotation touches: [first, last]
	for k := range spans {
		spans[k] = [2]int{-1, -1}
	}
	for s := range views {
		for k := views[s].first; k >= 0 && k <= views[s].last; k++ {
			if spans[k][0] < 0 {
				spans[k][0] = s
			}
			spans[k][1] = s
			if sp.ofQuote[k] < 0 {
				sp.ofQuote[k] = views[s].speaker
			}
		}
	}
	for k := range a.quotes {
		if sp.ofQuote[k] < 0 && spans[k][0] >= 0 {
			sp.ofQuote[k] = a.speakerNearby(k, spans[k], views, sp)
		}
	}
	for k := len(a.quotes) - 2; k >= 0; k-- { // "A." "B," said X: A too
		if s, n := spans[k], spans[k+1]; sp.ofQuote[k] < 0 && s[1] >= 0 && n[0] >= 0 && n[0]-s[1] <= 1 && a.sameParagraph(s[1], n[0]) {
			sp.ofQuote[k] = sp.ofQuote[k+1]
		}
	}
	for s, v := range views {
		if v.quoted >= mostlyQuoted && v.first >= 0 && v.speaker < 0 && sp.ofQuote[v.first] >= 0 {
			if a.quotes[v.first].slip && s > spans[v.first][0] {
				continue
			}
			sp.bySentence[s] = sp.ofQuote[v.first]
		}
	}
	return sp
}

// speakerNearby looks for the speaker of a quotation in the sentences around it: [0] and [1]
// of touches are the first and last that it touches.
func (a *article) speakerNearby(k int, touches [2]int, views []sentenceView, sp speakers) int {
	if a.quotes[k].goesOn && k > 0 {
		return sp.ofQuote[k-1]
	}
	// "China said: …", where nothing marks who that is. Most other languages say "added: …" of
	// the speaker before.
	if v, lang := views[touches[0]], a.lang(touches[0]); (lang == "en" || lang == "fr") && len(v.outside) == 0 && len(v.verbs) > 0 && v.verbs[0] < a.quotes[k].start {
		return -1
	}
	// "… ." X added on Monday.
	if n := touches[1] + 1; n < len(views) && a.sameParagraph(touches[1], n) {
		s := a.doc.Sentences[n]
		if v := views[n]; v.first < 0 && s.End-s.Start <= shortAttribution && len(v.verbs) > 0 && v.speaker >= 0 {
			return v.speaker
		}
	}
	p := touches[0] - 1
	if p < 0 {
		return -1
	}
	v := views[p]
	// A paragraph that is a quotation and nothing else goes on with that of the one before.
	if !a.sameParagraph(p, touches[0]) && !a.endsWithColon(p) && (v.first < 0 || views[touches[0]].quoted < mostlyQuoted) {
		return -1
	}
	if v.speaker >= 0 && len(v.verbs) > 0 {
		return v.speaker
	}
	if v.last >= 0 && v.quoted >= mostlyQuoted {
		return sp.ofQuote[v.last]
	}
	// "X thanked Turkey." and then a quotation that stands alone.
	if v.first < 0 && len(v.acts) > 0 && views[touches[0]].quoted >= mostlyQuoted {
		return a.subjectOf(v.outside)
	}
	return -1
}

// subjectOf gives the entity of the first of some mentions that may be a subject, -1 where none.
func (a *article) subjectOf(ms []int) int {
	for _, i := range ms {
		m := &a.ms[i]
		if m.ent >= 0 && m.kind != isPair && !m.pron.object && !a.isOblique(i) {
			return m.ent
		}
	}
	return -1
}

func (a *article) endsWithColon(s int) bool {
	t := strings.TrimSpace(a.doc.Sentences[s].Text)
	return strings.HasSuffix(t, ":") || strings.HasSuffix(t, "：")
}

// sameParagraph tells whether no paragraph ends between two sentences, s before t.
func (a *article) sameParagraph(s, t int) bool {
	lo, hi := a.doc.Sentences[s].End, a.doc.Sentences[t].Start
	if lo < 0 || hi > len(a.text) || lo > hi {
		return lo >= 0 && hi <= len(a.text) && hi >= 0
	}
	for i := lo; i < hi; i++ {
		if a.text[i] == '\n' && paragraphEnds(a.text, i, a.wrapped) {
			return false
		}
	}
	return true
}

// views looks at every sentence once.
func (a *article) views() []sentenceView {
	out := make([]sentenceView, len(a.doc.Sentences))
	for s := range out {
		out[s] = *a.view(s)
	}
	for i := range a.ms {
		if m := &a.ms[i]; m.sent >= 0 && a.quotedAt(m.start) < 0 {
			out[m.sent].outside = append(out[m.sent].outside, i)
		}
	}
	for s := range out {
		out[s].speaker = a.attributed(&out[s])
	}
	return out
}

// view gives what the text of a sentence shows; it is read once.
func (a *article) view(s int) *sentenceView {
	if a.seen == nil {
		a.seen = make([]*sentenceView, len(a.doc.Sentences))
	}
	if a.seen[s] == nil {
		a.seen[s] = a.newView(s)
	}
	return a.seen[s]
}

func (a *article) newView(s int) *sentenceView {
	v := &sentenceView{first: -1, last: -1, speaker: -1}
	st := a.doc.Sentences[s]
	lo := min(max(st.Start, 0), len(a.text))
	hi := min(max(st.End, lo), len(a.text))
	letters, inside, word := 0, 0, lo
	for i := lo; i <= hi; i++ {
		letter := i < hi && (unicode.IsLetter(a.text[i]) || unicode.Is(unicode.Mn, a.text[i]) || a.text[i] == '\u200c')
		if !letter {
			if word < i && a.quotedAt(word) < 0 {
				v.addVerbs(a, a.text[word:i], word, st.Lang)
			}
			word = i + 1
			continue
		}
		letters++
		if k := a.quotedAt(i); k >= 0 {
			inside++
			if v.first < 0 {
				v.first = k
			}
			v.last = k
		}
	}
	if letters > 0 {
		v.quoted = float64(inside) / float64(letters)
	}
	return v
}

// addVerbs notes the verbs of speech in a run of letters: the run itself, or in Chinese
// every one inside it.
func (v *sentenceView) addVerbs(a *article, run []rune, at int, lang string) {
	if !unicode.Is(unicode.Han, run[0]) {
		if len(run) > 20 {
			return
		}
		switch w := key(words(string(run))); {
		case a.x.has(a.x.lex.speech, w, lang):
			v.verbs = append(v.verbs, at)
		case a.x.has(a.x.lex.acts, w, lang):
			v.acts = append(v.acts, at)
		}
		return
	}
	for i := range run {
		if a.x.lex.speech[string(run[i])] || i+1 < len(run) && a.x.lex.speech[string(run[i:i+2])] {
			v.verbs = append(v.verbs, at+i)
		}
		if i+1 < len(run) && a.x.lex.acts[string(run[i:i+2])] {
			v.acts = append(v.acts, at+i)
		}
	}
}

// firstSpeaker gives the first person before the last verb of speech that no preposition
// marks, in languages whose verb ends the clause: who stands nearest to it is seldom the
// subject. -1 where there is none.
func (a *article) firstSpeaker(v *sentenceView) int {
	if len(v.verbs) == 0 {
		return -1
	}
	for _, i := range v.outside {
		m := &a.ms[i]
		if m.end > v.verbs[len(v.verbs)-1] || !verbLater(m.q.lang) || m.q.lang == "zh" {
			return -1
		}
		if m.ent >= 0 && m.kind != isPair && !m.pron.object && !a.isOblique(i) && (a.ents[m.ent].kind == Person && a.ents[m.ent].sure || a.ents[m.ent].kind == Official) {
			return m.ent
		}
	}
	return -1
}

// attributed gives who speaks by a sentence's own words outside quotations: the mention
// nearest to a verb of speech, or the only one. -1 where that is not certain.
func (a *article) attributed(v *sentenceView) int {
	only, best, dist := -1, -1, nearVerb+1
	several := false
	if e := a.firstSpeaker(v); e >= 0 {
		return e
	}
	for _, i := range v.outside {
		m := &a.ms[i]
		if m.ent < 0 || m.kind == isPair || m.kind == isPronoun && (m.pron.object || m.pron.thing) {
			continue
		}
		several = several || only >= 0 && only != m.ent
		only = m.ent
		for _, at := range v.verbs {
			d := at - m.end
			if at < m.start {
				d = m.start - at
			}
			// A person speaks rather than the country in his title.
			if k := a.ents[m.ent].kind; k != Person && k != Official {
				d += 8
			}
			if d < dist {
				best, dist = m.ent, d
			}
		}
	}
	switch {
	case best >= 0:
		return best
	case several || only < 0 || v.first < 0 && len(v.verbs) == 0:
		return -1
	}
	return only
}
