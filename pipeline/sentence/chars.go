package sentence

import (
	"strings"
	"unicode"
)

// flag says what a rune can be to the splitter.
type flag uint16

const (
	fSpace flag = 1 << iota
	fLetter
	fUpper
	fLower
	fDigit
	fMark    // combining or invisible: never stands alone
	fStop    // may end a sentence
	fOpen    // opening quote
	fClose   // closing quote
	fBracket // opening bracket
	fUnbrack // closing bracket
	fStraight
	fBullet
	fComma // comma, semicolon or colon of any script

	fSpecial = fStop | fOpen | fClose | fBracket | fUnbrack | fStraight | fBullet
)

// tableSize covers all scripts here but Han, full-width forms and emoji.
const tableSize = 0x3100

var table = func() (t [tableSize]flag) {
	for r := range rune(tableSize) {
		t[r] = slowFlags(r)
	}
	return t
}()

func flags(r rune) flag {
	if uint32(r) < tableSize {
		return table[r]
	}
	if r >= 0x3400 && r <= 0x9fff || r >= 0xac00 && r <= 0xd7a3 {
		return fLetter
	}
	return slowFlags(r)
}

func slowFlags(r rune) flag {
	switch r {
	case '.', '!', '?', '؟', '۔', '…', '。', '！', '？', '｡', '．', '‼', '⁇', '⁈', '⁉', '।':
		return fStop
	case '«', '“', '„', '‟', '‘', '‚', '‹', '「', '『', '〝':
		return fOpen
	case '»', '”', '’', '›', '」', '』', '〞', '″':
		return fClose
	case '(', '[', '{', '（', '［', '【', '《', '〈', '〔':
		return fBracket
	case ')', ']', '}', '）', '］', '】', '》', '〉', '〕':
		return fUnbrack
	case '"', '＂', '״', '\'':
		return fStraight
	case ',', ';', ':', '،', '؛', '，', '；', '：', '、':
		return fComma
	case '•', '‣', '⁃', '◦', '∙':
		return fBullet
	}
	var f flag
	switch {
	case unicode.IsSpace(r):
		return fSpace
	case unicode.IsLetter(r):
		f = fLetter
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			f |= fUpper
		} else if unicode.IsLower(r) {
			f |= fLower
		}
	case unicode.IsDigit(r) || unicode.IsNumber(r):
		f = fDigit
	case unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me, unicode.Cf) || r >= 0x1f3fb && r <= 0x1f3ff:
		f = fMark
	case r >= 0x2190 && r <= 0x21ff || r >= 0x2500 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff || r >= 0x1f000 && r <= 0x1faff:
		f = fBullet // arrows, shapes, emoji: what posts use as bullets
	}
	return f
}

func isSpace(r rune) bool { return flags(r)&fSpace != 0 }
func isWord(r rune) bool  { return flags(r)&(fLetter|fDigit) != 0 }
func isDash(r rune) bool {
	return r == '-' || r == '–' || r == '—' || r == '―' || r == '‑' || r == '−'
}
func isHan(r rune) bool {
	return r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x323af
}
func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v' || r == '\f'
}

// uncased says that r is a letter of a script without capitals.
func uncased(r rune) bool { return flags(r)&(fLetter|fUpper|fLower) == fLetter }

// trim takes the white space off both ends of sp.
func trim(t []rune, sp span) span {
	for sp.s < sp.e && isSpace(t[sp.s]) {
		sp.s++
	}
	for sp.e > sp.s && isSpace(t[sp.e-1]) {
		sp.e--
	}
	return sp
}

func hasWord(t []rune, sp span) bool {
	for _, r := range t[sp.s:sp.e] {
		if isWord(r) {
			return true
		}
	}
	return false
}

// bulletEnd returns where the bullets at the start of sp end, sp.s where there is none.
func bulletEnd(t []rune, sp span, lineStart bool) int {
	i, seen := sp.s, false
	for i < sp.e {
		f := flags(t[i])
		switch {
		case f&fBullet != 0:
			seen = true
		case seen && f&(fSpace|fMark) != 0:
		case lineStart && i+1 < sp.e && isSpace(t[i+1]) && (isDash(t[i]) || t[i] == '*' || t[i] == '·' || t[i] == '>' || t[i] == 'ـ'):
			seen = true
		default:
			if !seen {
				return sp.s
			}
			return i
		}
		i++
	}
	return sp.s
}

// lower folds case and the Arabic letters that Persian, Urdu and Arabic keyboards write
// differently, so that one spelling in a word list matches them all.
func lower(r rune) rune {
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	switch r {
	case 'ي', 'ى':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'İ':
		return 'i'
	case 'ۀ', 'ة':
		return 'ه'
	case '’', '‘', 'ʼ', '׳', '`', '´':
		return '\''
	}
	if flags(r)&fUpper != 0 {
		return unicode.ToLower(r)
	}
	return r
}

// word is the hash of a folded word: word lists are looked up without making strings.
type word uint64

const noWord word = 14695981039346656037 // FNV-1a offset basis, the hash of nothing

func (w word) add(r rune) word { return (w ^ word(lower(r))) * 1099511628211 }

func hashOf(t []rune) word {
	w := noWord
	for i := range t {
		if flags(t[i])&fMark == 0 {
			w = w.add(composed(t, i))
		}
	}
	return w
}

// wordSet makes a set of the space-separated words of its lists.
func wordSet(lists ...string) map[word]bool {
	m := map[word]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			m[hashOf([]rune(w))] = true
		}
	}
	return m
}
