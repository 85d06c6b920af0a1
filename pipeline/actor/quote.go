package actor

import (
	"strings"
	"unicode"
)

// span is a quotation: runes of the text, [start, end), marks included.
type span struct {
	start, end int
	goesOn     bool // takes up the quotation before it, which its paragraph did not close
	slip       bool // nothing closes it and nothing takes it up: where it ends is not known
}

// closing gives the mark that closes an opening one; 0 where r opens nothing.
func closing(r rune) rune {
	switch r {
	case '“', '„', '”': // Urdu opens with what others close with
		return '”'
	case '«':
		return '»'
	case '「':
		return '」'
	case '『':
		return '』'
	case '"', '″', '״':
		return '"'
	}
	return 0
}

// closes tells whether r closes a quotation that waits for want. „…“ and “…“ occur too.
func closes(r, want rune) bool {
	switch want {
	case '”':
		return r == '”' || r == '“' || isStraight(r) // “… " occurs as well
	case '"':
		return isStraight(r) || r == '”'
	}
	return r == want
}

// quotations finds the outermost quotations of a text. One that its paragraph does not close
// goes on where the next paragraph opens with a mark again, or another mark opens inside of it
// (pages lose their line breaks); else it is taken for a slip and ends with its paragraph.
func quotations(text []rune, wrapped bool) []span {
	var out []span
	open, want, goesOn := -1, rune(0), false
	inner := false // a straight mark has opened inside of “ ”
	for i, r := range text {
		if doubled(text, i) {
			r = '"'
		}
		switch {
		case r == '\n' && open >= 0 && paragraphEnds(text, i, wrapped):
			next := nextOpens(text, i)
			out = append(out, span{open, i, goesOn, !next})
			open, goesOn = -1, next
		case open >= 0 && reopens(text, i, want):
			out = append(out, span{open, i, goesOn, false})
			open, goesOn = i, true
		case open >= 0 && want == '”' && isStraight(r) && (inner || opensHere(text, i)):
			inner = !inner
		case open >= 0 && closes(r, want) && !inWord(text, i):
			out = append(out, span{open, i + 1, goesOn, false})
			open, goesOn = -1, false
		case open < 0 && closing(r) != 0 && (!isStraight(r) && r != '”' || opensHere(text, i)) && !inWord(text, i):
			open, want, inner = i, closing(r), false
		}
	}
	if open >= 0 {
		out = append(out, span{open, len(text), goesOn, true})
	}
	return out
}

// reopens tells whether the mark at i opens a paragraph of a quotation that waits for want: it
// stands between the end of a sentence and a letter.
func reopens(text []rune, i int, want rune) bool {
	if closing(text[i]) != want || i+1 >= len(text) || !unicode.IsLetter(text[i+1]) {
		return false
	}
	j := i - 1
	for j >= 0 && unicode.IsSpace(text[j]) {
		j--
	}
	return j >= 0 && j < i-1 && strings.ContainsRune(".!?…۔؟", text[j])
}

// doubled tells the second of two apostrophes that stand for one quotation mark, as Urdu
// pages write it.
func doubled(text []rune, i int) bool {
	at := func(j int) bool { return j >= 0 && j < len(text) && isApostrophe(text[j]) }
	return at(i) && at(i-1) && !at(i-2) && !at(i+1)
}

func nextOpens(text []rune, i int) bool {
	j := nextStart(text, i)
	return j < len(text) && closing(text[j]) != 0
}

// nextStart gives the first position from i on that is no white space.
func nextStart(text []rune, i int) int {
	for i < len(text) && unicode.IsSpace(text[i]) {
		i++
	}
	return i
}

func isStraight(r rune) bool { return r == '"' || r == '″' || r == '״' }

// opensHere tells whether a straight mark at i opens: nothing, a space, a bracket or a short
// Hebrew particle stands before it and a word after it.
func opensHere(text []rune, i int) bool {
	if i+1 >= len(text) || unicode.IsSpace(text[i+1]) {
		return false
	}
	if doubled(text, i) {
		i--
	}
	if i == 0 {
		return true
	}
	p := text[i-1]
	return unicode.IsSpace(p) || unicode.In(p, unicode.Ps, unicode.Pd, unicode.Pi) || p == ':' || p == '،' || unicode.Is(unicode.Hebrew, p) ||
		unicode.Is(unicode.Han, p) || p == '：' || p == '，'
}

// inWord tells whether a mark is the gershayim of a Hebrew acronym: a letter before it and
// exactly one after it, as in צה"ל; a particle before a quotation has more letters after it.
func inWord(text []rune, i int) bool {
	if !isStraight(text[i]) && text[i] != '”' || i == 0 || i+1 >= len(text) {
		return false
	}
	he := func(j int) bool { return j >= 0 && j < len(text) && unicode.Is(unicode.Hebrew, text[j]) }
	if !he(i-1) || !he(i+1) {
		return false
	}
	if !he(i + 2) {
		return true
	}
	return he(i-2) && he(i-3) // longer than any run of particles: not an opening mark
}

// quotedAt gives the quotation that holds a position, -1 where none does.
func (a *article) quotedAt(at int) int {
	lo, hi := 0, len(a.quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; a.quotes[mid].end <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(a.quotes) && a.quotes[lo].start <= at {
		return lo
	}
	return -1
}
