package actor

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// stableID is the id of an actor that no registry knows: a hash of its normalised name, so
// that articles agree on it. text serves where the name has no word.
func stableID(ws []string, text string) string {
	k := stemKey(ws)
	if k == "" {
		k = text
	}
	h := sha256.Sum256([]byte(k))
	return "x." + hex.EncodeToString(h[:6])
}

// stemKey joins the words of a name that no registry knows. Cyrillic case endings are cut
// again and again, down to three letters, so that all cases of a name have one key; what
// follows a Turkish apostrophe goes too.
func stemKey(ws []string) string {
	var b strings.Builder
	for _, w := range ws {
		b.WriteString(stem(w))
	}
	return b.String()
}

func stem(w string) string {
	switch script(w) {
	case latin:
		if i := strings.IndexByte(w, '\''); i > 2 && len(w)-i <= 5 && !strings.HasSuffix(w, "'i") {
			w = w[:i]
		}
		return strings.ReplaceAll(w, "'", "")
	case cyrillic:
		for again := true; again; {
			again = false
			for _, e := range cyrillicEndings {
				if r, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(r) >= 3 {
					w, again = r, true
					break
				}
			}
		}
		return dropFleeting(w)
	}
	return w
}

// dropFleeting cuts the vowel that other cases of a stem lack: Павел, Павла.
func dropFleeting(w string) string {
	rs := []rune(w)
	n := len(rs)
	if n >= 5 && (rs[n-2] == 'е' || rs[n-2] == 'о') && strings.ContainsRune("лкц", rs[n-1]) {
		return string(rs[:n-2]) + string(rs[n-1])
	}
	return w
}

// displayName is the mention's text without a possessive ending and line breaks.
func (m *mention) displayName() string {
	s := strings.Join(strings.Fields(m.text), " ")
	for _, p := range []string{"'s", "’s", "'", "’"} {
		if r, ok := strings.CutSuffix(s, p); ok {
			return r
		}
	}
	return s
}

// unknownType guesses the type of an actor that no registry knows from the words of its
// name: an office, a crowd, a ministry, a party; a person where two to four capitalised
// words show nothing else or a title stands before it.
func (x *index) unknownType(m *mention) string {
	if m.kind == isPronoun || m.kind == isPair {
		return Unknown
	}
	if m.kind == isGeneric {
		return m.generic
	}
	if m.kind == isRole {
		if m.role.plural {
			return Group
		}
		return Official
	}
	ps := pieces(m.ws)
	if t := x.cueType(ps, m.q.lang); t != "" && m.titled.class == "" {
		return t
	}
	if m.titled.class != "" || m.honorific {
		return Person
	}
	if n := len(m.ws); n >= 2 && n <= 4 && !strings.ContainsAny(m.text, ",،、;/") {
		switch script(m.ws[0]) {
		case latin, cyrillic:
			if startsBig(m.text) && capitalised(m.text) && !hasDigit(m.text) {
				return Person
			}
		default:
			// "سالم الهدباني" and "رجال الأمن" look alike: without a title, unknown.
			if n <= 3 && !strings.HasPrefix(m.ws[n-1], "ال") && !describes(m.ws) && x.namesNoPlace(ps, m.q) {
				return Person
			}
		}
	}
	if len(m.ws) == 1 && x.adjective(m.ws[0], m.q) >= 0 { // the Iranians
		return Group
	}
	if script(first(m.ws)) == han && strings.ContainsAny(m.text, "·•・") {
		return Person
	}
	return Unknown
}

// cueType looks for a word that shows the type: the head of the phrase decides, so the first
// one in languages that begin with it, else the last.
func (x *index) cueType(ps []string, lang string) string {
	out := ""
	for n := min(4, len(ps)); n > 0 && out == ""; n-- {
		if n > 2 && script(first(ps)) != han {
			continue
		}
		for i := 0; i+n <= len(ps); i++ {
			if t := x.class(x.lex.cues, ps[i:i+n], lang); t != "" {
				out = t
				if !headLast(lang) {
					break
				}
			}
		}
	}
	return out
}

// namesNoPlace tells that no word of a phrase names a state: «آموزگاران ایران» is no person.
func (x *index) namesNoPlace(ps []string, q query) bool {
	o, _, _ := x.owner(ps, 0, 0, q)
	return o < 0 || x.actors[o].Type == Person
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// describes tells phrases in scripts without capitals that are no person's name: with an
// article before a noun that is not the last, a plural, or a word for "and".
func describes(ws []string) bool {
	for i, w := range ws {
		if w == "و" || w == "من" || w == "از" || w == "های" {
			return true
		}
		for _, s := range []string{"ימ", "ות", "ها", "های", "ون", "ین", "وں", "گان"} {
			if strings.HasSuffix(w, s) && utf8.RuneCountInString(w) > 5 {
				return true
			}
		}
		if i > 0 && script(w) == hebrew && strings.HasPrefix(w, "ה") || i == 0 && strings.HasPrefix(w, "ال") {
			return true
		}
	}
	return false
}
