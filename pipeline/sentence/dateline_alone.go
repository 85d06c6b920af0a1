package sentence

import "strings"

// Bounds of a line that is a dateline and nothing else.
const (
	maxAlone      = 110 // runes
	maxAloneParts = 7
	maxPlainPlace = 2 // words, in scripts without capitals
	maxHanPlace   = 6 // Chinese characters
	maxPressWords = 6
)

// datelineAlone says that a line names a place or an agency and a date, and nothing else:
// "ROSSO, Senegal River, 16 June 1990 (Riverine News Agency)". Each of its parts, between
// commas, brackets and dashes, must be one of the three.
func (f *folded) datelineAlone(t []rune, sp span) bool {
	if sp.e-sp.s > maxAlone || endsInStop(t, sp) {
		return false
	}
	dates, names, parts := 0, 0, 0
	start := sp.s
	for i := sp.s; i <= sp.e; i++ {
		if i < sp.e && !partsDateline(t, sp, i) {
			continue
		}
		part := trim(t, span{start, i})
		start = i + 1
		if !hasWord(t, part) {
			continue
		}
		parts++
		switch {
		case parts > maxAloneParts:
			return false
		case f.datePart(t, part):
			if fullDate(f.s) {
				dates++
			}
		case f.placePart(t, part):
			names++
		default:
			return false
		}
	}
	return dates > 0 && names > 0
}

// partsDateline says that the rune at i sets parts of a dateline apart.
func partsDateline(t []rune, sp span, i int) bool {
	r := t[i]
	switch {
	case r == ',' || r == '،' || r == '，' || r == '、' || r == '|' || r == '·':
		return true
	case flags(r)&(fBracket|fUnbrack) != 0:
		return true
	case r == '/' || r == '.':
		// Not in "2026/05/03".
		return r == '/' && !(i > sp.s && i+1 < sp.e && flags(t[i-1])&fDigit != 0 && flags(t[i+1])&fDigit != 0)
	case isDash(r):
		return r == '—' || i > sp.s && i+1 < sp.e && isSpace(t[i-1]) && isSpace(t[i+1])
	}
	return false
}

// datePart says that a part is a date, a year or a day of the week.
func (f *folded) datePart(t []rune, sp span) bool {
	if !f.fold(t, sp) {
		return false
	}
	if strings.Contains(f.s, "%") {
		return false
	}
	if bareDate(f.s) || len(f.s) == 4 && allFlags(f.s, fDigit) {
		return true
	}
	for i := 0; i < len(f.r); i++ {
		if flags(f.r[i])&fLetter != 0 {
			e := wordEnd(f.r, i, len(f.r))
			if !dateWords[hashOf(f.r[i:e])] {
				return false
			}
			i = e
		} else if f.r[i] != ' ' {
			return false
		}
	}
	return true
}

// fullDate says that a folded date has a day and a month in words, or all of it in figures.
func fullDate(s string) bool {
	digits, marks := 0, 0
	for _, r := range s {
		switch {
		case flags(r)&fDigit != 0:
			digits++
		case flags(r)&fLetter != 0:
			return strings.ContainsAny(s, "0123456789")
		case r == '/' || r == '.' || r == '-':
			marks++
		}
	}
	return digits >= 5 && marks >= 2
}

// placePart says that a part is a place's name or that of who reports from it.
func (f *folded) placePart(t []rune, sp span) bool {
	name := readName(t, sp)
	if !name.ok || name.words == 0 || !f.fold(t, sp) || strings.ContainsAny(f.s, "0123456789") {
		return false
	}
	if name.words <= maxPressWords && (pressName(f.s) || reporters[hashOf(f.r[:wordEnd(f.r, 0, len(f.r))])]) {
		return true
	}
	if name.caps > 0 {
		return name.words <= maxPlaceWords
	}
	return name.words <= maxPlainPlace && name.han <= maxHanPlace
}
