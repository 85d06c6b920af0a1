package sentence

import "strings"

// Bounds of a dateline's parts.
const (
	maxPlaceWords  = 3
	maxAgencyWords = 4
	maxHanHead     = 14 // Chinese characters in 【...】
	maxHanReporter = 30 // in the brackets behind it
)

// agencyColon says that a paragraph's head before a colon is only an agency's name, or a
// place or desk and an agency: "خبرگزاری فارس: ...", "بغداد - وكالة ...: ...". Speakers
// before a colon stay.
func agencyColon(t []rune, sp span) bool {
	var f folded
	sp = trim(t, sp)
	if !f.fold(t, sp) || words(f.s) > 2*maxAgencyWords {
		return false
	}
	head, tail, dashed := strings.Cut(f.s, " - ")
	if dashed && words(head) <= maxPlaceWords && words(tail) <= maxAgencyWords && pressName(tail) && (uncased(t[sp.s]) || readHead(t, sp).small == 0) {
		return true
	}
	if words(f.s) > maxAgencyWords {
		return false
	}
	for _, p := range []string{"خبرگزاری ", "به گزارش خبرگزاری "} {
		if strings.HasPrefix(f.s, p) {
			return true
		}
	}
	h := readHead(t, sp)
	return h.agency && h.words <= 4 && (strings.ContainsAny(f.s, "(/,-،") || t[sp.e-1] == ')')
}

// pressName says that a folded name has a word that only agencies and papers bear.
func pressName(s string) bool {
	for _, w := range strings.Fields(s) {
		if h := hashOf([]rune(w)); pressWords[h] || agencies[h] {
			return true
		}
	}
	return false
}

// pressWords are in the names of agencies that no list holds.
var pressWords = wordSet(
	"press news newswire haber ajansı ajans presse agence agencia agenzia noticias prensa пресс новости информ агентство агенція прес новини инфо",
	"برس بريس نيوز وكالة الإخبارية الاخبارية خبرگزاری پرس نیوز پایگاه آژانس סוכנות חדשות اژانس نیوزایجنسی",
)

// bracketDateline says that sp, up to the end of its bracket, is a dateline as papers in
// Urdu and Arabic write it, without a dash: a place and who writes from there.
func bracketDateline(t []rune, sp span, end int) bool {
	open := sp.s
	for open < sp.e && flags(t[open])&fBracket == 0 {
		open++
	}
	next := sp.e
	for next < end && isSpace(t[next]) {
		next++
	}
	if next == sp.e || next >= end || !isWord(t[next]) || open == sp.e || postpositions[hashOf(t[next:wordEnd(t, next, end)])] {
		return false
	}
	place := readHead(t, span{sp.s, open})
	if place.words == 0 || place.words > maxPlaceWords || place.small > 0 || !place.shouted && !uncased(t[sp.s]) {
		return false
	}
	var f folded
	if f.fold(t, span{sp.s, open}) && pressName(f.s) {
		return false // "the agency (its short name) reported"
	}
	if !f.fold(t, span{open, sp.e}) || words(f.s) > maxAgencyWords+2 {
		return false
	}
	for _, w := range strings.FieldsFunc(f.s, func(r rune) bool { return !isWord(r) && flags(r)&fMark == 0 }) {
		if reporters[hashOf([]rune(w))] {
			return true
		}
	}
	return bracketAgencies[f.s]
}

// reporters are words for who sends a report.
var reporters = wordSet("reporter correspondent desk newsdesk webdesk monitoring نمائندہ نمائندگان نامہ رپورٹر ڈیسک مانیٹرنگ")

// postpositions behind a bracket make an Urdu name of it: "the party (its short name) of".
var postpositions = wordSet("نے کے کا کی کو سے میں پر")

// bracketAgencies are agencies that sign behind a place without a dash. A party may have
// such a name too, so only these count.
var bracketAgencies = foldSet("اے پی پی|این این آئی|آئی این پی|اے ایف پی|رائٹرز|آن لائن|ثناء نیوز|ایجنسیاں|نیوز ایجنسیاں|أ ف ب|د ب أ|وكالات|رويترز|reuters|ap|afp|app|nni|inp|agencies")

// hanDateline returns the end of "新华社德黑兰11月3日电（记者 某某）" or "【某报讯】（记者
// 某某 某地报道）", b.s where there is none.
func hanDateline(t []rune, b span) int {
	if t[b.s] == '【' || t[b.s] == '［' || t[b.s] == '[' {
		return hanHead(t, b)
	}
	if !isHan(t[b.s]) {
		return b.s
	}
	digits := 0
	for i := b.s; i < min(b.e, b.s+maxHanReporter); i++ {
		switch {
		case flags(t[i])&fDigit != 0:
			digits++
		case i == b.s+2 && t[i] == '讯' && t[b.s] == '本' && hanMedia[t[b.s+1]]: // 本报讯
			return hanReporter(t, i+1, b.e)
		case t[i] == '电' && digits > 0 && (t[i-1] == '日' || t[i-1] == '讯' || t[i-1] == '专'):
			return hanReporter(t, i+1, b.e)
		case flags(t[i])&(fStop|fComma) != 0:
			return b.s
		}
	}
	return b.s
}

// hanMedia are what a medium calls itself by.
var hanMedia = map[rune]bool{'报': true, '网': true, '台': true, '社': true, '刊': true}

// hanHead returns the end of a head in brackets that names its paper, b.s where it names
// something else.
func hanHead(t []rune, b span) int {
	for i := b.s + 1; i < min(b.e, b.s+maxHanHead); i++ {
		if flags(t[i])&fUnbrack == 0 {
			continue
		}
		if r := t[i-1]; r == '讯' || r == '电' || r == '道' && t[i-2] == '报' || r == '息' && t[i-2] == '消' {
			return hanReporter(t, i+1, b.e)
		}
		break
	}
	return b.s
}

// hanReporter returns the end of the reporter in brackets at i, i where none is there.
func hanReporter(t []rune, i, e int) int {
	if i >= e || t[i] != '（' && t[i] != '(' {
		return i
	}
	for j := i; j < min(e, i+maxHanReporter); j++ {
		if t[j] == '）' || t[j] == ')' {
			return j + 1
		}
	}
	return i
}
