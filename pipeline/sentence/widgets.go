package sentence

import "strings"

// isCount says that what stands behind a phrase is a number: bare, or behind a mark and with
// its unit. "Views: 1,284", "Listen to article (5 min)", but not "Visits 12 envoys made".
func isCount(rest string, p phrase, marked bool) bool {
	marked = marked || strings.Contains(rest, "(") || p.reason == ReasonTimestamp
	body := strings.TrimLeft(rest, " :|/->»›=،,.(~≈")
	unit := strings.TrimLeft(body, "0123456789,.:٬٫+- ")
	if unit == body || body[0] < '0' || body[0] > '9' {
		return false
	}
	unit = strings.Trim(unit, " .)")
	return unit == "" || p.mode == amount && marked && words(unit) <= maxUnit && !strings.ContainsAny(unit, "!?؟")
}

// owner says that sp is a year and whom something belongs to from then on: names only.
func owner(t []rune, sp span) bool {
	i := sp.s
	for i < sp.e && flags(t[i])&fLetter == 0 && t[i] != 'ⓒ' {
		i++
	}
	digits := 0
	for _, r := range t[sp.s:i] {
		if flags(r)&fDigit != 0 {
			digits++
		}
	}
	if digits != 4 && digits != 8 {
		return false // a span of years has eight
	}
	for sp.e > i && (flags(t[sp.e-1])&(fStop|fSpace|fUnbrack) != 0) {
		sp.e--
	}
	name := readName(t, span{i, sp.e})
	return name.ok && name.words > 0 && name.han <= 2*maxHanName && (name.caps > 0 && name.words <= maxOwner || name.words <= maxPlainOwner)
}

// letterSizes says that a line holds the buttons for the size of its letters, with their
// label or without: "A- A A+", "Font size: A A A".
func letterSizes(s string) bool {
	labelled := false
	for _, l := range sizeLabels {
		if rest, ok := strings.CutPrefix(s, l); ok {
			s, labelled = strings.TrimLeft(rest, " :"), true
			break
		}
	}
	tokens := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '|' || r == '/' })
	signs := 0
	var letter rune
	for _, token := range tokens {
		for _, r := range token {
			switch {
			case r == '+' || r == '-' || r == '=':
				signs++
			case flags(r)&fLetter == 0 || letter != 0 && r != letter:
				return labelled && len(tokens) <= 4 && allOf(s, sizeWords) || (signs > 0 || labelled) && shareBar(s[strings.Index(s, token):])
			default:
				letter = r
			}
		}
		if len([]rune(token)) > 3 {
			return false
		}
	}
	return labelled || letter != 0 && (len(tokens) > 2 || len(tokens) == 2 && signs > 0)
}

var sizeLabels = foldList("font size|text size|letter size|yazı boyutu|yazı tipi boyutu|metin boyutu|taille du texte|taille de police|tamaño de letra|tamaño del texto|tamaño de fuente|размер шрифта|размер текста|розмір шрифту|розмір тексту|اندازه قلم|اندازه فونت|اندازه متن|حجم الخط|גודל גופן|גודל טקסט|د لیک کچه|فونٹ سائز|تحریر کا سائز|字号|字体大小|字体")

var sizeWords = wordSet("small medium normal large bigger smaller reset küçük orta büyük petit moyen grand pequeño mediano grande мелкий средний крупный дрібний середній великий کوچک متوسط بزرگ معمولی صغير كبير عادي קטן בינוני גדול چھوٹا بڑا 小 中 大 特大 a + -")
