package sentence

// maxDateline is the length, in runes, of the longest dateline.
const maxDateline = 70

// dateline returns where the dateline at the start of a paragraph ends, its mark
// included; b.s where there is none. A dateline names place, day and agency, no actor of
// the sentence, so it is left out. first marks the section's first paragraph: only there
// is a bare place enough ("TEHRAN – The minister").
func dateline(t []rune, b span, first bool) int {
	if n := hanDateline(t, b); n > b.s {
		return n
	}
	limit := min(b.e, b.s+maxDateline)
	depth := 0
	for i := b.s; i < limit; i++ {
		f := flags(t[i])
		switch {
		case f&fBracket != 0:
			depth++
		case f&fUnbrack != 0:
			if depth--; depth == 0 && bracketDateline(t, span{b.s, i + 1}, b.e) {
				return i + 1
			}
		case depth > 0:
		case isDash(t[i]) && i > b.s && (t[i] != '-' || isSpace(t[i-1]) || i+1 < b.e && isSpace(t[i+1])):
			if isDateline(t, span{b.s, i}, dashEnd(t, i, b.e), b.e, first) {
				return agencyAfter(t, dashEnd(t, i, b.e), b.e)
			}
		case t[i] == '/' && i > b.s:
			if n := slashAgency(t, b.s, i, b.e); n > i {
				return n
			}
		case (t[i] == ':' || t[i] == '：') && i+1 < b.e && flags(t[i+1])&fDigit == 0:
			if agencyColon(t, span{b.s, i}) {
				return i + 1
			}
			return b.s
		case f&fStop != 0 && f&fLetter == 0 && isWide(t[i]):
			return b.s
		}
	}
	return b.s
}

// dashEnd returns where the text goes on behind the dash (or dashes) at i.
func dashEnd(t []rune, i, e int) int {
	for i < e && (isDash(t[i]) || isSpace(t[i])) {
		i++
	}
	return i
}

// agencyAfter passes over an agency's name that stands behind the dash as a sentence of
// its own: "МОСКВА, 3 ноя — РИА Новости. ..."
func agencyAfter(t []rune, i, e int) int {
	known := false
	for j := i; j < min(e, i+25); j++ {
		switch f := flags(t[j]); {
		case f&fLetter != 0:
			k := wordEnd(t, j, e)
			known = known || agencies[hashOf(t[j:k])]
			if !known {
				return i
			}
			j = k - 1
		case t[j] == '.' && known && j+1 < e && isSpace(t[j+1]):
			return j + 1
		case !isSpace(t[j]) && t[j] != '-':
			return i
		}
	}
	return i
}

// slashAgency returns the end of "ТЕГЕРАН, 3 ноября. /ТАСС/." with its first slash at i,
// i where that is not what stands there.
func slashAgency(t []rune, s, i, e int) int {
	j := i + 1
	for j < min(e, i+24) && t[j] != '/' {
		j++
	}
	if j >= e || t[j] != '/' || !readHead(t, span{s, j}).agency || readHead(t, span{s, i}).small > 0 {
		return i
	}
	for j++; j < e && (t[j] == '.' || t[j] == ',' || isDash(t[j]) || isSpace(t[j])); j++ {
	}
	return j
}

// isDateline says that head, followed by a dash, is a dateline. next is where the text
// goes on.
func isDateline(t []rune, head span, next, end int, first bool) bool {
	head = trim(t, head)
	if next >= end || head.s == head.e || flags(t[next])&fLower != 0 {
		return false // "NATO – the alliance" is no dateline
	}
	p := readHead(t, head)
	switch {
	case p.small > 0 || p.words == 0 || p.words > 9:
		return false
	case p.agency: // "KYIV, Nov 3 (Reuters)", "طهران - (د ب أ)"
		return p.words > 1 || p.parts > 0
	case p.dated && p.place && (p.shouted || p.parts > 0):
		return true
	}
	return first && p.place && p.shouted && p.words <= 3 && p.letters > 2 && !notPlace[p.firstWord]
}

// head is what a dateline may be made of.
type head struct {
	words, small   int
	letters, parts int // parts: brackets, commas, slashes and dashes, which set place and agency apart
	agency, dated  bool
	place, shouted bool // begins with a name; all of it in capitals
	firstWord      word
}

func readHead(t []rune, sp span) head {
	h := head{shouted: true}
	depth := 0
	for i := sp.s; i < sp.e; i++ {
		f := flags(t[i])
		switch {
		case f&fBracket != 0:
			depth++
			h.parts++
		case f&fUnbrack != 0:
			depth--
		case f&fComma != 0 || t[i] == '/' || isDash(t[i]):
			h.parts++
		case f&fDigit != 0:
			h.dated = h.dated || h.words > 0
		case f&fLetter != 0:
			e := wordEnd(t, i, sp.e)
			w := hashOf(t[i:e])
			if h.words == 0 {
				h.firstWord, h.place = w, f&fLower == 0
			}
			h.words++
			h.letters += e - i
			switch {
			case agencies[w]:
				// Without capitals "فارس" may be the Gulf: ask for a mark before it.
				h.agency = h.agency || h.parts > 0 || !uncased(t[i])
			case depth > 0 && e-i == 1:
				h.agency = true // (د ب أ)
			case depth > 0 || dateWords[w] || particles[w]:
			case f&fLower != 0 || uncased(t[i]) && h.words > 4:
				h.small++
			}
			for j := i; j < e && depth == 0; j++ {
				if flags(t[j])&fUpper == 0 && flags(t[j])&fLetter != 0 {
					h.shouted = false
				}
			}
			i = e - 1
		}
	}
	return h
}

// agencies are news agencies as datelines name them.
var agencies = wordSet(
	"reuters ap afp efe tass ria interfax itar-tass xinhua upi dpa ansa anadolu aa iha dha mna irna isna mehr fars tasnim bakhtar pajhwok ukrinform unian unn app wafa sana spa kuna qna wam petra bbc agency agencies staff",
	"agencias agences ajansı тасс риа интерфакс рейтер укринформ новости агентство укрінформ уніан інтерфакс унн рбк",
	"ایرنا ایسنا فارس مهر تسنیم رویترز باختر پژواک آوا رويترز أ.ف.ب بترا سانا واس وفا سبوتنيك وكالات الأناضول الاناضول رائٹرز خبرگزاری",
	"רויטרס סוכנויות",
)

// notPlace holds what is written in capitals and is no place: an actor may stand there.
var notPlace = wordSet("nato iaea un usa us uk eu uae opec who imf plo idf irgc cia fbi unicef unhcr osce brics g7 g20 isis ira pkk нато сша оон ес мид мвд фсб обсе ссср рф єс обсє мзс abd ab nato bm pkk mit otan onu ue ee.uu eeuu breaking exclusive update analysis opinion video live watch")
