package actor

import (
	"strings"
	"unicode"
)

// hardWrapped tells whether the text's lines end at a width rather than with paragraphs: more
// of its single line breaks lie within sentences than between them.
func (a *article) hardWrapped() bool {
	within, between, last := 0, 0, 0
	for _, s := range a.doc.Sentences {
		lo := min(max(s.Start, last), len(a.text))
		hi := min(max(s.End, lo), len(a.text))
		between += singleBreaks(a.text, last, lo)
		within += singleBreaks(a.text, lo, hi)
		last = hi
	}
	return within > between
}

// minLines bounds the sentences of a text of which sentenceALine can tell something.
const minLines = 4

// sentenceALine tells a text that gives each sentence a line of its own: its line breaks say
// nothing about paragraphs.
func (a *article) sentenceALine() bool {
	ss := a.doc.Sentences
	if len(ss) < minLines {
		return false
	}
	for i := 1; i < len(ss); i++ {
		if lo, hi := ss[i-1].End, ss[i].Start; lo < 0 || hi != lo+1 || hi > len(a.text) || a.text[lo] != '\n' {
			return false
		}
	}
	return true
}

// singleBreaks counts the line breaks in [lo, hi) that have no blank line beside them.
func singleBreaks(text []rune, lo, hi int) int {
	n := 0
	for i := lo; i < hi; i++ {
		if text[i] == '\n' && !paragraphEnds(text, i, true) && (i == 0 || text[i-1] != '\n') {
			n++
		}
	}
	return n
}

// paragraphEnds tells whether the line break at i ends a paragraph: each one does, in text
// with wrapped lines only one before a blank line.
func paragraphEnds(text []rune, i int, wrapped bool) bool {
	if !wrapped {
		return true
	}
	for i++; i < len(text) && unicode.IsSpace(text[i]); i++ {
		if text[i] == '\n' {
			return true
		}
	}
	return i >= len(text)
}

// maxInset bounds, in runes, the words that say who speaks in the middle of a quotation.
const maxInset = 120

// insetVerb bounds, in words, how far into an inset its verb stands: "a-t-il ajouté".
const insetVerb = 4

// cutInsets cuts out of quotations the words that say who speaks: Russian, Ukrainian, Spanish
// and French do not close the marks for them: «Мы ждём, — сказал он. — Дверь открыта».
func (a *article) cutInsets(quotes []span) []span {
	out := make([]span, 0, len(quotes))
	for _, q := range quotes {
		lang := a.lang(a.sentenceOf(-1, q.start))
		if lang != "ru" && lang != "uk" && lang != "es" && lang != "fr" {
			out = append(out, q)
			continue
		}
		for at := q.start + 1; at < q.end; at++ {
			end := a.insetAt(at, q.end, lang)
			if end < 0 {
				continue
			}
			out = append(out, span{start: q.start, end: at, goesOn: q.goesOn})
			q.start, q.goesOn, at = end, true, end
		}
		if q.start < q.end {
			out = append(out, q)
		}
	}
	return out
}

// insetAt gives where the inset ends that begins at a position inside of a quotation, -1
// where none begins. Its mark, a dash or a French comma, stands before a verb of speech.
func (a *article) insetAt(at, end int, lang string) int {
	dash := isDash(a.text[at])
	if !dash && (a.text[at] != ',' || lang != "fr") || dash && lang != "es" && !a.afterPause(at) {
		return -1
	}
	stop, spoken, words, from := min(end-1, at+maxInset), false, 0, at+1
	for i := at + 1; i <= stop; i++ {
		r := a.text[i]
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			continue
		}
		if from < i {
			words++
			spoken = spoken || words <= insetVerb && a.x.has(a.x.lex.speech, key(wordsOf(a.text[from:i])), lang)
		}
		from = i + 1
		switch {
		case !spoken:
			if words >= insetVerb || strings.ContainsRune(",;:.!?…", r) || isDash(r) && !inCompound(a.text, i) {
				return -1
			}
		case i == end-1:
			return i
		case dash && isDash(r) && !inCompound(a.text, i):
			return i + 1
		case !dash && strings.ContainsRune(",;:.!?…", r):
			return i
		}
	}
	return -1
}

func wordsOf(rs []rune) []string { return words(string(rs)) }

func isDash(r rune) bool { return r == '—' || r == '–' || r == '-' }

// inCompound tells a hyphen between letters.
func inCompound(text []rune, i int) bool {
	return i > 0 && i+1 < len(text) && unicode.IsLetter(text[i-1]) && unicode.IsLetter(text[i+1])
}

// afterPause tells whether a mark of pause stands before a position, spaces left out.
func (a *article) afterPause(at int) bool {
	for at--; at >= 0; at-- {
		if !unicode.IsSpace(a.text[at]) {
			return strings.ContainsRune(",.!?…", a.text[at])
		}
	}
	return false
}
