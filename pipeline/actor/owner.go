package actor

import (
	"strings"
	"unicode/utf8"
)

// adjectiveKeys gives the keys of an adjective: number and gender endings are cut.
func (x *index) adjectiveKeys(ws []string) []string {
	if len(ws) == 0 {
		return nil
	}
	x.addLemmas(ws)
	k := key(ws)
	if a := adjectiveKey(k); a != k && script(k) != cyrillic {
		return []string{k, a}
	}
	return []string{k}
}

// adjectiveKey cuts what an adjective shows of number, gender and article, down to three
// letters: iraniennes and iranien meet, so do الإيرانية and إيراني, האיראנית and איראני.
func adjectiveKey(k string) string {
	switch script(k) {
	case latin:
		for len(k) > 3 {
			switch c := k[len(k)-1]; {
			case strings.IndexByte("seao", c) >= 0, c == 'n' && k[len(k)-2] == 'n':
				k = k[:len(k)-1]
			default:
				return k
			}
		}
	case arabic:
		k = strings.TrimPrefix(k, "ال")
		for _, s := range []string{"ون", "ین", "ات", "ه", "وں", "ان"} {
			if r, ok := strings.CutSuffix(k, s); ok && utf8.RuneCountInString(r) >= 3 && strings.HasSuffix(r, "ی") {
				return r
			}
		}
	case hebrew:
		k = strings.TrimPrefix(k, "ה")
		for _, s := range []string{"יימ", "ימ", "יות", "ית"} {
			if r, ok := strings.CutSuffix(k, s); ok && utf8.RuneCountInString(r) >= 3 {
				return r + "י"
			}
		}
	}
	return k
}

// adjective gives the state that an adjective stands for, -1 where none or several.
func (x *index) adjective(w string, q query) int32 {
	out := x.find(x.adjectives, []string{w}, q)
	if len(out) == 0 {
		if es := x.adjectives[adjectiveKey(strings.ReplaceAll(w, "'", ""))]; len(es) > 0 {
			out = choose(es, q)
		}
	}
	if len(out) != 1 {
		return -1
	}
	return out[0]
}

// maxOwnerWords bounds the words of a state's name inside a phrase.
const maxOwnerWords = 5

// owner finds whose official, government or army a phrase is about: the first state or
// person named by the words outside of [from, to), by name or adjective; -1 where none. It
// also gives the stretch of words that names it.
func (x *index) owner(ws []string, from, to int, q query) (actor int32, start, end int) {
	for i := 0; i < len(ws); i++ {
		if i >= from && i < to || x.has(x.lex.news, ws[i], q.lang) { // החדש is no party here
			continue
		}
		limit := len(ws)
		if i < from {
			limit = from
		}
		n := maxOwnerWords
		if script(ws[i]) == han {
			n = 8
		}
		for j := min(limit, i+n); j > i; j-- {
			if got := x.find(x.names, ws[i:j], q); len(got) == 1 {
				if k := x.actors[got[0]].Type; k == State || k == Government || k == Person || k == Party || k == ArmedGroup || j-i > 1 {
					return got[0], i, j
				}
			}
		}
		if a := x.adjective(ws[i], q); a >= 0 {
			return a, i, i + 1
		}
		// A leader's surname stands for his government: "the Biden administration".
		if got := x.find(x.surnames, ws[i:i+1], q); len(got) == 1 && utf8.RuneCountInString(ws[i]) >= 4 {
			return got[0], i, i + 1
		}
	}
	return -1, 0, 0
}

// pieces cuts Chinese words into characters, so that phrases can be looked for inside them.
func pieces(ws []string) []string {
	han1 := false
	for _, w := range ws {
		han1 = han1 || script(w) == han && utf8.RuneCountInString(w) > 1
	}
	if !han1 {
		return ws
	}
	var out []string
	for _, w := range ws {
		if script(w) != han {
			out = append(out, w)
			continue
		}
		for _, r := range w {
			out = append(out, string(r))
		}
	}
	return out
}
