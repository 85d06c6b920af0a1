package actor

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold maps one letter to the form that matching compares; 0 drops it. It sees NFKC text.
// Cyrillic й and ї stay letters of their own: declension depends on them.
func fold(r rune) rune {
	switch r {
	case 'İ', 'ı':
		return 'i'
	case 'ё', 'Ё':
		return 'е'
	case 'ø', 'Ø':
		return 'o'
	case 'ł', 'Ł':
		return 'l'
	case 'đ', 'Đ':
		return 'd'
	case 'ə', 'Ə':
		return 'e'
	case 'أ', 'إ', 'آ', 'ٱ':
		return 'ا'
	case 'ؤ':
		return 'و'
	case 'ي', 'ى', 'ئ', 'ے', 'ۍ', 'ې', 'ۓ':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ګ':
		return 'گ'
	case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۂ', 'ۃ':
		return 'ه'
	case 'ء', 'ـ':
		return 0
	case 'ך':
		return 'כ'
	case 'ם':
		return 'מ'
	case 'ן':
		return 'נ'
	case 'ף':
		return 'פ'
	case 'ץ':
		return 'צ'
	}
	return unicode.ToLower(r)
}

// isApostrophe tells the signs that stand for an apostrophe inside a word.
func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', '′', '＇':
		return true
	}
	return false
}

// isGershayim tells the signs that a Hebrew acronym has before its last letter.
func isGershayim(r rune) bool { return r == '"' || r == '״' || r == '׳' || r == '”' || r == '“' }

// words cuts a name into folded words. Hyphens and punctuation part words, dots and
// invisible signs vanish ("U.S." is "us"), an apostrophe inside a word stays (Turkish
// suffixes follow it), and a possessive ending or a French elision before the word is cut.
func words(s string) []string {
	rs := []rune(norm.NFKC.String(s))
	var out []string
	var b []rune
	flush := func() {
		if w := trimWord(b); w != "" {
			out = append(out, w)
		}
		b = b[:0]
	}
	for i, r := range rs {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= '0' && r <= '9'):
			b = append(b, r)
		case r == '.' || r == 0x640 || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r):
		case isApostrophe(r):
			b = append(b, '\'')
		case isGershayim(r):
			if i == 0 || i+1 == len(rs) || !unicode.Is(unicode.Hebrew, rs[i-1]) || !unicode.Is(unicode.Hebrew, rs[i+1]) {
				flush()
			}
		case unicode.IsLetter(r):
			b = foldInto(b, r)
		case unicode.IsDigit(r) || r == '+' || r == '&' || r == '@':
			b = append(b, r)
		default:
			flush()
		}
	}
	flush()
	return out
}

// foldInto adds the folded form of a letter to b. Only Latin letters lose their accents.
func foldInto(b []rune, r rune) []rune {
	switch r {
	case 'ß', 'ẞ':
		return append(b, 's', 's')
	case 'æ', 'Æ':
		return append(b, 'a', 'e')
	case 'œ', 'Œ':
		return append(b, 'o', 'e')
	}
	f := fold(r)
	if f == 0 {
		return b
	}
	if f >= 0xC0 && unicode.Is(unicode.Latin, f) {
		for _, d := range norm.NFD.String(string(f)) {
			if !unicode.Is(unicode.Mn, d) {
				b = append(b, d)
			}
		}
		return b
	}
	return append(b, f)
}

// trimWord cuts apostrophes at the edges, a possessive ending and a French elision.
func trimWord(rs []rune) string {
	w := strings.Trim(string(rs), "'")
	w = strings.TrimSuffix(w, "'s")
	if p, rest, ok := strings.Cut(w, "'"); ok && len(rest) > 2 && (p == "l" || p == "d" || p == "qu") {
		return rest
	}
	return w
}

// key joins words to what the index looks up: without spaces and apostrophes, so that lost
// half-spaces, hyphens and "Khamene'i" do not matter.
func key(ws []string) string {
	s := strings.Join(ws, "")
	if strings.Contains(s, "'") {
		s = strings.ReplaceAll(s, "'", "")
	}
	return s
}

// isArticle tells words that may lead a name without belonging to it.
func isArticle(w string) bool {
	switch w {
	case "the", "la", "le", "les", "el", "los", "las":
		return true
	}
	return false
}

// dropThe cuts a leading English article: no name needs it. The Romance ones are cut only
// where the full form is unknown ("La Paz").
func dropThe(ws []string) []string {
	if len(ws) > 1 && ws[0] == "the" {
		return ws[1:]
	}
	return ws
}

// script tells the writing of a word by its first letter.
func script(w string) scriptKind {
	for _, r := range w {
		switch {
		case r < 0x250:
			return latin
		case r >= 0x400 && r < 0x530:
			return cyrillic
		case r >= 0x590 && r < 0x600:
			return hebrew
		case r >= 0x600 && r < 0x780:
			return arabic
		case r >= 0x2E80:
			return han
		}
	}
	return latin
}

type scriptKind uint8

const (
	latin scriptKind = iota
	cyrillic
	hebrew
	arabic
	han
)

// isAcronym tells a name written in two to five capitals: it matches capitals only, so that
// "us", "it" and "who" stay pronouns.
func isAcronym(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case r == '.':
		case r >= 'A' && r <= 'Z':
			n++
		default:
			return false
		}
	}
	return n >= 2 && n <= 5
}

// hasTwoCapitals tells whether a mention could be an acronym.
func hasTwoCapitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}
