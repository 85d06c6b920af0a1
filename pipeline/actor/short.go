package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// minMiddle bounds, in letters, the words that may be the first of two surnames.
const minMiddle = 4

// lookMiddle gives the only person whose name has these words in the middle: Spanish names end
// in two surnames, of which the first stands for both.
func (n *nameIndex) lookMiddle(m *mention) (int, bool) {
	e := -1
	variants(m.ws, m.q.lang, func(v []string) bool {
		if es := n.middle[stemKey(v)]; len(es) == 1 && utf8.RuneCountInString(key(v)) >= minMiddle {
			e = es[0]
		}
		return e >= 0
	})
	return e, e >= 0
}

// partName gives the body that a name of several words names in short: the beginning of its
// full name where heads come first ("Corte Andina" of "Corte Andina de Justicia"), else the end;
// -1 where none or several are so named.
func (a *article) partName(i int) int {
	m := &a.ms[i]
	if len(m.ws) < 2 || script(m.ws[0]) == han || a.x.cueType(m.ws, m.q.lang) != Body {
		return -1
	}
	found := -1
	for j := range a.ms {
		o := &a.ms[j]
		if o.ent < 0 || o.kind != isName || o.ent == found || len(o.ws) <= len(m.ws) || a.ents[o.ent].kind != Body {
			continue
		}
		part := o.ws[:len(m.ws)]
		if headLast(m.q.lang) {
			part = o.ws[len(o.ws)-len(m.ws):]
		}
		if stemKey(part) != stemKey(m.ws) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = o.ent
	}
	return found
}

// nearSpeech bounds, in runes, how far from a name a verb of speech makes a person of it.
const nearSpeech = 25

// surelyPerson tells that a name is somebody's by more than its shape. Scripts without
// capitals write «علی رضایی» and «استان کرمان» alike: there a title must stand beside it, or
// it must be who speaks.
func (a *article) surelyPerson(i int) bool {
	m := &a.ms[i]
	if len(m.ws) == 0 || m.kind != isName && m.kind != isRole {
		return false
	}
	switch script(m.ws[0]) {
	case latin, cyrillic:
		if startsBig(m.text) || m.kind == isRole {
			return true
		}
	case han:
		return m.q.lang == "zh"
	}
	return m.titled.class != "" || m.honorific || m.gender != 0 || a.speaks(i)
}

// speaks tells that a verb of speech stands by a mention, or in a sentence that begins with it.
func (a *article) speaks(i int) bool {
	m := &a.ms[i]
	if m.sent < 0 || a.quotedAt(m.start) >= 0 || a.isOblique(i) {
		return false
	}
	v := a.view(m.sent)
	for _, list := range [][]int{v.verbs, v.acts} {
		for _, at := range list {
			if at < m.start && m.start-at <= nearSpeech && !verbLater(m.q.lang) || at >= m.end && (at-m.end <= nearSpeech || a.isSubject(i)) {
				return true
			}
		}
	}
	return false
}

// verbLater tells the languages in which the verb never stands before its subject.
func verbLater(lang string) bool {
	switch lang {
	case "fa", "prs", "ps", "ur", "tr", "zh":
		return true
	}
	return false
}

// nearColon bounds, in runes, a verb of speech and the colon that begins what is said.
const nearColon = 12

// inReport tells that a mention belongs to what somebody else says in its sentence: a verb of
// speech stands before it, with a subject of its own or a colon.
func (a *article) inReport(j int) bool {
	m := &a.ms[j]
	if m.sent < 0 {
		return false
	}
	verbs := a.view(m.sent).verbs
	for _, at := range verbs {
		if at >= m.start {
			break
		}
		if strings.ContainsAny(string(a.text[at:min(m.start, at+nearColon)]), ":：") {
			return true
		}
		for k := j - 1; k >= 0 && a.ms[k].sent == m.sent; k-- {
			if o := &a.ms[k]; o.end <= at || o.start > at && o.end <= m.start && m.q.lang == "ar" {
				return true
			}
		}
	}
	return false
}

// headWord gives the word of a body's name that says what it is: the last in languages that
// build names so, the first in the others. Russian and Ukrainian do both.
func (m *mention) headWord() string {
	first, last := m.ws[0], m.ws[len(m.ws)-1]
	switch m.q.lang {
	case "ru", "uk":
		if isAdjectival(first) {
			return last
		}
		return first
	case "fr", "es":
		if isArticle(first) && len(m.ws) > 2 {
			return m.ws[1]
		}
		return first
	}
	if headLast(m.q.lang) {
		for i, w := range m.ws {
			// "Council of Elders", "Bank for Settlements".
			if i > 0 && m.q.lang == "en" && (w == "of" || w == "for" || w == "on" || w == "to" || w == "in") {
				return m.ws[i-1]
			}
		}
		return last
	}
	return first
}

// isAdjectival tells Cyrillic words with the ending of an adjective.
func isAdjectival(w string) bool {
	for _, e := range []string{"ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им", "ых", "их", "ую",
		"ої", "ій", "ому", "ою", "ські", "цькі", "ська", "цька", "ське", "цьке"} {
		if strings.HasSuffix(w, e) && utf8.RuneCountInString(w) > 4 {
			return true
		}
	}
	return false
}

// addHead notes by which word a body, party or group may be called later.
func (n *nameIndex) addHead(m *mention, e int) {
	heads := []string{m.headWord()}
	switch {
	case m.q.lang == "tr":
		heads = append(heads, turkishBare(heads[0])...)
	case script(m.ws[0]) == cyrillic && len(m.ws) == 2: // an adjective is hard to tell
		heads = m.ws
	case script(m.ws[0]) == cyrillic: // "Национальный комитет обороны": neither first nor last
		heads = append(heads, n.bodyWords(m)...)
	default:
		heads = append(heads, bareHead(heads[0], m.q.lang))
	}
	for _, h := range heads {
		k := stem(h)
		n.head[k] = appendOnce(n.head[k], e)
	}
}

// endsWith gives the only actor, no person, whose Chinese name ends with a word of two or more
// characters; -1 where none or several do.
func (n *nameIndex) endsWith(a *article, w string) int {
	found := -1
	if utf8.RuneCountInString(w) < 2 {
		return -1
	}
	for i := range a.ms {
		m := &a.ms[i]
		if m.ent < 0 || m.ent == found || m.kind != isName || a.ents[m.ent].kind == Person || a.ents[m.ent].kind == State {
			continue
		}
		if k := key(m.ws); len(k) <= len(w) || !strings.HasSuffix(k, w) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.ent
	}
	return found
}

// withArticle tells a single word with its Romance article.
func (m *mention) withArticle() bool { return len(m.ws) == 2 && isArticle(m.ws[0]) }

// turkishBare cuts the ending of a noun that belongs to the one before it: birliği, partisi.
// Meclisi may end in -i or in -si, so both count.
func turkishBare(w string) []string {
	var out []string
	for _, e := range [][2]string{{"gi", "k"}, {"gu", "k"}, {"si", ""}, {"su", ""}, {"i", ""}, {"u", ""}} {
		if r, ok := strings.CutSuffix(w, e[0]); ok && utf8.RuneCountInString(r) >= 3 {
			out = append(out, r+e[1])
		}
	}
	return out
}

// lookHead gives the only actor of the article that a single word stands for as the head of
// its name: "the Council" after "Northern Water Council". The word must be definite, by an
// article or its capital; -1 where it is not. Persian, Pashto, Urdu and Chinese do not show
// that: there only the phrases of the word lists are short forms.
func (a *article) lookHead(m *mention) int {
	n := len(m.ws)
	if n == 0 || n > 1 && !m.withArticle() || len(m.exact) > 0 || a.x.adjective(m.ws[n-1], m.q) >= 0 {
		return -1
	}
	e := -1
	variants(m.ws, m.q.lang, func(v []string) bool {
		w := v[len(v)-1]
		k := stem(w)
		switch {
		case m.q.lang == "ar" || m.q.lang == "he":
			if k = bareHead(w, m.q.lang); k == w {
				return false
			}
		case script(w) == arabic: // nothing shows that the word is definite: only nouns for bodies
			if a.x.class(a.x.lex.cues, v, m.q.lang) != Body {
				return false
			}
		case script(w) == han:
			e = a.names.endsWith(a, w)
			return e >= 0
		case script(w) != latin && script(w) != cyrillic, !startsBig(m.text) && !a.definite(m):
			return false
		}
		if es := a.names.head[k]; len(es) == 1 {
			e = es[0]
		}
		return e >= 0
	})
	return e
}

// bareHead cuts from a noun the Arabic or Hebrew article, and the ending that shows in Hebrew
// that it belongs to what follows.
func bareHead(w, lang string) string {
	switch lang {
	case "ar":
		if r, ok := strings.CutPrefix(w, "ال"); ok && utf8.RuneCountInString(r) >= 3 {
			return r
		}
	case "he":
		if r, ok := strings.CutPrefix(w, "ה"); ok && utf8.RuneCountInString(r) >= 3 {
			w = r
		}
		if r, ok := strings.CutPrefix(w, "וו"); ok { // הוועד, ועד
			w = "ו" + r
		}
		if r, ok := strings.CutSuffix(w, "ת"); ok && utf8.RuneCountInString(r) >= 3 { // מועצת, מועצה
			return r + "ה"
		}
	}
	return w
}

func startsBig(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'’\"«“(-"))
	return unicode.IsUpper(r)
}

// definite tells that an article stands in a mention or before it.
func (a *article) definite(m *mention) bool {
	if ws := words(m.text); len(ws) > 1 && isArticle(ws[0]) {
		return true
	}
	before := words(string(a.text[max(0, m.start-8):m.start]))
	if len(before) == 0 {
		return false
	}
	switch w := before[len(before)-1]; w {
	case "l", "du", "au", "del", "al":
		return true
	default:
		return isArticle(w)
	}
}
