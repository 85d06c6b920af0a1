package sentence

// Words in a line of writers: behind "By", and behind what can be nothing else, as in
// "(Reporting by ... in ... and ... in ...)".
const (
	maxWriters   = 14
	maxReporters = 30
)

// writers says that sp, behind "By" or the like, holds nothing but writers: names joined
// by commas and "and", each with the place or the role he writes from: "Ann Holm in
// Geneva and Jon Vale, our special correspondent".
func writers(t []rune, sp span, limit int) bool {
	words, caps, named := 0, 0, false
	place := false // a place must follow
	for i := sp.s; i < sp.e; i++ {
		f := flags(t[i])
		switch {
		case f&fDigit != 0 || f&(fOpen|fStraight) != 0 && t[i] != '\'' && t[i] != '‘':
			return false
		case f&fStop != 0 && i+1 < sp.e && (t[i] != '.' || isSpace(t[i+1]) && abbrevBefore(t, sp.s, i) == abbrevNone):
			return false
		case f&fLetter == 0:
			continue
		}
		e := i
		for e < sp.e && (flags(t[e])&(fLetter|fMark) != 0 || t[e] == '\'' || t[e] == '’' || isDash(t[e])) {
			e++
		}
		w := hashOf(t[i:e])
		words++
		switch {
		case f&fUpper != 0:
			caps++
			named = named || caps > 1
			place = false
		case place || !named:
			if !particles[w] {
				return false
			}
		case placeWords[w]:
			place = true
		case !particles[w] && !roles[w]:
			return false
		}
		i = e - 1
	}
	return named && !place && words <= limit
}

// placeWords stand between a writer and his place.
var placeWords = wordSet("in from at à a en au aux depuis desde в из у із з")

// roles are what writers call themselves in their bylines, and their joining words.
var roles = wordSet(
	"correspondent correspondents reporter reporters editor editors writer writers special our chief senior diplomatic political foreign staff agencies bureau additional reporting editing writing by with",
	"envoyé envoyée envoyés envoyées spécial spéciale spéciaux correspondant correspondante correspondants permanent permanente journaliste notre avec agences édité par rédaction",
	"enviado enviada enviados especial especiales corresponsal corresponsales redactor redactora periodista nuestro nuestra con agencias editado por información",
	"muhabiri muhabir özel temsilcisi editörü haberi",
)

// joined counts the writers of a byline in a script without capitals, as far as commas
// and the words for "and" tell them apart.
func joined(t []rune, sp span) int {
	n := 1
	for i := sp.s; i < sp.e; i++ {
		switch f := flags(t[i]); {
		case f&fComma != 0:
			n++
		case f&fLetter != 0:
			e := wordEnd(t, i, sp.e)
			// Hebrew and Arabic write "and" as the first letter of the next word.
			if i > sp.s && isSpace(t[i-1]) && (ands[hashOf(t[i:e])] || e-i > 2 && t[i] == 'ו' || e-i > 4 && t[i] == 'و') {
				n++
			}
			i = e - 1
		}
	}
	return n
}

var ands = wordSet("و او اور")
