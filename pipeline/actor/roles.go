package actor

import (
	"strings"
	"unicode/utf8"
)

// role is what a phrase says of an office: which, and whose.
type role struct {
	class  string // as in roleWords, with "deputy " or "former " before it where the phrase says so; empty where none
	owner  int32  // actor whose official it is, -1 where the phrase does not say
	plural bool
	start  int // pieces of the phrase that name the office: [start, end)
	end    int
}

// relational tells an office in relation to somebody else: the name beside it need not be its holder's.
func (r role) relational() bool { return strings.Contains(r.class, "~") }

// headLast tells the languages whose phrases end in the word that counts.
func headLast(lang string) bool {
	switch lang {
	case "en", "tr", "zh", "ur", "ps":
		return true
	}
	return false
}

// roleIn finds the office that a phrase names. ps are its pieces.
func (x *index) roleIn(ps []string, q query) role {
	r := role{owner: -1}
	head := len(ps)
	for i := 1; i < len(ps); i++ { // what follows a preposition is a complement: "head of the ministry"
		if complementAfter(ps[i], q.lang) {
			head = min(head, i)
		}
	}
	best := 0
	for n := min(x.lex.longest, len(ps)); n > 0; n-- {
		for i := 0; i+n <= len(ps); i++ {
			// A longer phrase may reach over the preposition: "minister of foreign affairs".
			if i >= head || n == 1 && i+n > head {
				continue
			}
			class := x.class(x.lex.roles, ps[i:i+n], q.lang)
			if class == "" {
				continue
			}
			if best == 0 || better(r, i, i+n, q.lang) {
				r.class, r.start, r.end, best = class, i, i+n, n
			}
		}
	}
	for i, p := range ps {
		if x.has(x.lex.plurals, p, q.lang) {
			r.plural = true
			if best == 0 {
				r.start, r.end = i, i+1
			}
		}
	}
	if r.class == "" {
		return r
	}
	for _, p := range ps[r.start:r.end] {
		r.plural = r.plural || x.cyrillicPlural(p)
	}
	for i, p := range ps {
		if i >= r.start && i < r.end {
			continue
		}
		switch {
		case x.has(x.lex.formers, p, q.lang):
			r.class = "former " + r.class
		case i == r.start-1 && x.has(x.lex.deputies, p, q.lang):
			r.class = "deputy " + r.class
		}
	}
	return r
}

// complementAfter tells prepositions behind which a phrase of the language has no head.
func complementAfter(w, lang string) bool {
	switch lang {
	case "en":
		switch w {
		case "of", "to", "for", "in", "from", "at", "with":
			return true
		}
	case "fr":
		switch w {
		case "de", "du", "des", "pour", "au", "aux", "en", "sur", "contre":
			return true
		}
	case "es":
		switch w {
		case "de", "del", "para", "por", "en", "sobre", "contra":
			return true
		}
	}
	return false
}

// better tells whether an office at [i, j) is nearer to the head of the phrase than r, which
// is at least as long: only one that does not lie within r can be.
func better(r role, i, j int, lang string) bool {
	if headLast(lang) {
		return j > r.end && i >= r.end
	}
	return j <= r.start
}

// readRole finds the office of a mention's words and whose it is.
func (x *index) readRole(ws []string, q query) role {
	ps := pieces(ws)
	r := x.roleIn(ps, q)
	if r.class != "" {
		r.owner, _, _ = x.owner(ps, r.start, r.end, q)
		if r.owner >= 0 && x.actors[r.owner].Type == Person && !r.relational() {
			r.owner = x.speaksFor(r.owner, q)
		}
	}
	return r
}

// sameOffice tells whether a holder of have may be called want: "the minister" is any minister.
func sameOffice(want, have string) bool {
	return want == have || want == "minister" && strings.HasSuffix(have, "_minister") && have != "prime_minister" ||
		want == "leader" && have == "supreme_leader" || want == "mp" && have == "speaker"
}

// offices gives the classes of the registry's roles of an actor at the date, and whose they are.
func (x *index) offices(a int32, q query) []role {
	var out []role
	for _, t := range x.terms[a] {
		if !t.period.holds(q.date) {
			continue
		}
		owner := int32(-1)
		if o, ok := x.byID[t.speaksFor]; ok {
			owner = o
		}
		for _, al := range t.roles {
			ws := words(al.text)
			if r := x.roleIn(pieces(ws), query{lang: al.lang, date: q.date}); r.class != "" {
				out = append(out, role{class: r.class, owner: owner})
			}
		}
	}
	return out
}

// isGovernment tells whether a phrase names a government and nothing within one: "the
// Iranian government", not "government officials" or "government council".
func (x *index) isGovernment(ps []string, r role, q query) (at int, ok bool) {
	if r.plural {
		return 0, false
	}
	at = -1
	for i := range ps {
		if x.has(x.lex.formers, ps[i], q.lang) { // the next government is not this one
			return 0, false
		}
		for n := min(2, len(ps)-i); n > 0; n-- {
			if at < 0 && variants(ps[i:i+n], q.lang, func(v []string) bool {
				return x.readings(v, func(k string) bool { return x.lex.government[k] })
			}) {
				at = i
			}
		}
		if utf8.RuneCountInString(ps[i]) > 1 && x.class(x.lex.cues, ps[i:i+1], q.lang) == Body {
			return 0, false
		}
	}
	for i := 0; i < at; i++ { // "delegations from the Iranian government"
		if complementAfter(ps[i], q.lang) {
			return 0, false
		}
	}
	// "President Karimov's government" has an office in it, but not at its head.
	if r.class != "" && at >= 0 && (headLast(q.lang) && at < r.end || !headLast(q.lang) && at >= r.start) {
		return 0, false
	}
	return at, at >= 0
}

// cyrillicPlural tells whether a word is a plural case of a masculine noun of the word lists:
// чиновники, министров.
func (x *index) cyrillicPlural(w string) bool {
	for _, l := range x.lemmas[w] {
		r, _ := utf8.DecodeLastRuneInString(l)
		if r != 'ь' && !strings.ContainsRune(cyrillicConsonants, r) {
			continue
		}
		for _, e := range []string{"ы", "и", "ов", "ев", "ів", "їв", "ей", "ам", "ям", "ами", "ями", "ах", "ях"} {
			if strings.HasSuffix(w, e) && w != l {
				return true
			}
		}
	}
	return false
}
