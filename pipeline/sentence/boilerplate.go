package sentence

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mode says what may follow a phrase for its line to be boilerplate.
type mode uint8

const (
	whole    mode = iota // nothing but marks and a count
	label                // a mark (: | / -) and then a name
	brief                // the same of two words: "Source: Reuters", not "Source: Iran agrees"
	linked               // a mark and then anything: the title of another article
	lead                 // anything: the phrase begins no sentence of an article
	dated                // a date
	named                // a name, no mark needed: "By Ann Example"
	few                  // the phrase stands anywhere in a line of few words
	within               // the phrase stands anywhere in a short line
	counted              // a number before it and nothing behind: "4 min read"
	sourced              // an office that gives out pictures: "Photo from the archive of ..."
	reported             // writers with places and roles: "Reporting by Ann Example in Rome"
	amount               // a mark and a number, with its unit or without: "Views: 1,284"
	number               // a number and nothing else: "Code 4071"
	owned                // a year and a name: "Copyright 1990 Example Agency"
)

// phrase is one entry of the table of phrases.
type phrase struct {
	text   string
	reason string
	mode   mode
}

// Words that may follow a phrase, by mode; the limits keep sentences out.
const (
	maxName        = 6
	maxCasedName   = 9 // where capitals show that all of it is names
	maxPlainName   = 3 // in scripts without capitals
	maxPlainCredit = 4
	maxBrief       = 2
	maxHanName     = 8 // Chinese characters
	maxLead        = 24
	maxWithin      = 30
	maxFew         = 7
	maxDateWords   = 3 // words in a date that are none of a date
	maxUnit        = 1 // words behind a number
	maxOwner       = 8
	maxPlainOwner  = 5 // in scripts without capitals
)

// classify says why a line is boilerplate, "" where it is not. t holds the line at sp.
func (f *folded) classify(t []rune, sp span) string {
	if r := f.whole(t, sp); r != "" || len(f.r) == 0 {
		return r
	}
	return f.partsReason(t, sp)
}

// whole is classify of a line that is one piece.
func (f *folded) whole(t []rune, sp span) string {
	f.r = f.r[:0]
	if r := symbolic(t, sp); r != "" {
		return r
	}
	if !f.fold(t, sp) {
		return ""
	}
	if r := f.shape(t); r != "" {
		return r
	}
	if strings.Contains(f.s, "/") && f.signs(t, sp) {
		return ReasonCredit
	}
	key := keyOf(f.s)
	for _, p := range phraseIndex[key] {
		if p.mode != counted && strings.HasPrefix(f.s, p.text) && f.follows(t, sp, p) {
			return p.reason
		}
	}
	if rest := strings.TrimLeft(f.s, "0123456789+,. "); len(rest) < len(f.s) && rest != "" {
		for _, p := range phraseIndex[keyOf(rest)] {
			if p.mode == counted && strings.TrimRight(rest, " .") == p.text {
				return p.reason
			}
		}
	}
	if reason := f.asking(key); reason != "" {
		return reason
	}
	if words(f.s) > maxWithin {
		return ""
	}
	return f.inside()
}

// inside looks for phrases that may stand anywhere in the line.
func (f *folded) inside() string {
	start := 0
	for i, r := range f.s {
		if isHan(r) {
			if reason := contained(f.s, string(r)); reason != "" {
				return reason
			}
			continue
		}
		if r == ' ' {
			if reason := contained(f.s, f.s[start:i]); reason != "" {
				return reason
			}
			start = i + 1
		}
	}
	return ""
}

// contained looks in s for the phrases that begin with a word.
func contained(s, first string) string {
	for _, p := range anywhere[first] {
		if strings.Contains(s, p.text) && (p.mode == within || words(s) <= maxFew) {
			return p.reason
		}
	}
	return ""
}

// follows says that what stands behind p on the folded line fits its mode.
func (f *folded) follows(t []rune, sp span, p phrase) bool {
	n := utf8.RuneCountInString(p.text)
	rest := f.s[len(p.text):]
	if last := f.r[n-1]; rest != "" && isWord(last) && isWord(f.r[n]) && !isHan(last) {
		return false // "photo" does not begin "photography"
	}
	switch {
	case p.mode == lead:
		return words(rest) <= maxLead
	case p.reason == ReasonAd && p.mode == whole && rest != "" && (rest[0] == ']' || strings.HasPrefix(rest, "】")):
		return true // "[Ad] Flake ice, day and night"
	}
	body := strings.TrimLeft(rest, " :|/->»›=،,.*؟")
	// A hyphen is a mark only between spaces: "Watch - ...", not "watch-list".
	marked := strings.ContainsAny(rest[:len(rest)-len(body)], ":|/>»›=") || strings.HasPrefix(rest, " - ")
	switch p.mode {
	case whole:
		if marked && (isURL(body) || isMail(body) || strings.HasPrefix(body, "@") && words(body) == 1) {
			return true // "Short link: https://..."
		}
		return strings.Trim(body, "0123456789()[]:.!…؟?,+۔。！ \"") == ""
	case linked:
		return body == "" || marked
	case amount, number:
		return isCount(rest, p, marked)
	case dated:
		if marked {
			return dateLike(body, maxDateWords)
		}
		return dateLike(body, 1)
	}
	if body == "" {
		return p.mode != owned
	}
	if p.reason == ReasonAgency && strings.ContainsAny(rest[:1], ")]") {
		body, marked = strings.TrimLeft(rest, ")] "), true // "(End) R.S."
	}
	if !marked && p.mode != named && p.mode != reported && p.mode != owned && p.mode != sourced {
		return false
	}
	from := f.src[len(f.r)-utf8.RuneCountInString(body)]
	tail := trim(t, span{from, f.src[len(f.src)-1] + 1})
	switch {
	case p.mode == reported:
		return writers(t, tail, maxReporters)
	case p.mode == owned:
		return owner(t, tail)
	case p.mode == named && p.reason == ReasonByline && writers(t, tail, maxWriters):
		return true
	case p.reason == ReasonCredit && (p.mode == label || p.mode == sourced) && sources[hashOf([]rune(body[:len(keyOf(body))]))] && words(body) <= maxName:
		return !endsInStop(t, tail) // "Photo: press service of the ministry"
	case p.reason == ReasonCredit && p.mode == label && strings.Contains(body, " / ") && words(body) <= maxName && flags(t[tail.s])&fUpper != 0:
		return !endsInStop(t, tail) // "Фото: Степные вести / архив"
	case p.reason == ReasonCredit && p.mode == label && signed(t, tail):
		return true // "عکس: مارتا لوپس / آرشیو پارک ملی"
	}
	name := readName(t, tail)
	switch {
	case !name.ok || p.mode == sourced:
		return false
	case p.mode == named:
		return name.caps >= 2 && name.words <= maxName || name.caps == 0 && name.words <= maxBrief && p.reason == ReasonCredit
	case p.mode == brief:
		return name.words <= maxBrief && name.han <= maxHanName
	case name.caps > 0:
		return name.words <= maxCasedName
	case p.reason == ReasonCredit:
		return name.words <= maxPlainCredit && name.han <= maxHanName
	case p.reason == ReasonByline:
		return name.words <= maxPlainName*joined(t, tail) && name.words <= maxCasedName && name.han <= maxHanName
	}
	return name.words <= maxPlainName && name.han <= maxHanName
}

// nameShape counts what a stretch that should be names is made of.
type nameShape struct {
	ok               bool // no sentence: no stop inside, no small word that is not part of names
	words, caps, han int
}

// readName looks at sp as names of people, agencies and places.
func readName(t []rune, sp span) nameShape {
	x := nameShape{ok: true}
	in := false
	for i := sp.s; i < sp.e; i++ {
		f := flags(t[i])
		if isHan(t[i]) {
			x.han++
		}
		if f&fStop != 0 && (i+1 == sp.e || isSpace(t[i+1]) || isWide(t[i])) && (t[i] != '.' || abbrevBefore(t, sp.s, i) == abbrevNone) {
			x.ok = false
		}
		if f&fLetter != 0 && !in {
			x.words++
			if f&fUpper != 0 {
				x.caps++
			}
			if f&fLower != 0 && !particles[hashOf(t[i:wordEnd(t, i, sp.e)])] {
				x.ok = false
			}
		}
		in = f&(fLetter|fMark|fDigit) != 0 || in && (t[i] == '\'' || t[i] == '’' || isDash(t[i]))
	}
	return x
}

func wordEnd(t []rune, i, e int) int {
	for i < e && flags(t[i])&(fLetter|fMark) != 0 {
		i++
	}
	return i
}

// particles are small words inside names and credits.
var particles = wordSet("and of for by via the von van de del der di la le el al ibn bin ben bint da du des y et ve и та для via pour para photo foto фото ван фон де ле ибн бин аль пресс служба staff com archive archives handout pool stringer file archivo arşiv архив архів")

// sources are offices that give out pictures, as the first word behind "Photo:".
var sources = wordSet("press archive archives archivo arşiv архив архива архів архіву آرشیو ارشیو آرشیف ارشیف أرشيف ارشیف ארכיון office handout courtesy service basın presse prensa gabinete пресслужба пресс прес пресслужби управление министерство ведомство міністерство управління دفتر روابط عمومی مكتب المكتب إعلام דוברות דובר לשכת")

// words counts the words of a folded line.
func words(s string) int {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0
	}
	return strings.Count(s, " ") + 1
}

// keyOf returns what phrases are found by: a folded line's first word, without its
// marks, or its first character where that is Chinese.
func keyOf(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if isHan(r) {
		return s[:n]
	}
	for i, r := range s {
		if !isWord(r) && r != '\'' && r != '"' && i > 0 {
			return s[:i]
		}
	}
	return s
}

// phraseIndex holds the phrases by keyOf, anywhere those that may stand in mid-line.
var phraseIndex, anywhere = func() (index, free map[string][]phrase) {
	index, free = map[string][]phrase{}, map[string][]phrase{}
	for _, group := range [][]phraseGroup{latinPhrases, otherPhrases, notePhrases} {
		for _, g := range group {
			for _, s := range strings.Split(g.list, "|") {
				p := phrase{foldString(s), g.reason, g.mode}
				switch {
				case p.text == "":
				case g.mode == within || g.mode == few:
					k := keyOf(p.text)
					if r, _ := utf8.DecodeRuneInString(k); !isHan(r) {
						k, _, _ = strings.Cut(p.text, " ") // as inside takes the line apart
					}
					free[k] = append(free[k], p)
				default:
					index[keyOf(p.text)] = append(index[keyOf(p.text)], p)
				}
			}
		}
	}
	// The longest phrase speaks first: it says the most about its line.
	for _, ps := range index {
		slices.SortStableFunc(ps, func(a, b phrase) int { return len(b.text) - len(a.text) })
	}
	return index, free
}()

// phraseGroup is a list of phrases, "|" between them, with one reason and mode.
type phraseGroup struct {
	reason string
	mode   mode
	list   string
}
