package sentence

// ends says whether a sentence ends at st.
func (sp *splitter) ends(st stop) bool {
	t := sp.t
	next := st.end
	for next < sp.end && flags(t[next])&(fSpace|fMark) != 0 {
		next++
	}
	if next == sp.end {
		return true
	}
	if st.at < sp.guard && st.end <= sp.guard {
		return false
	}
	wide := isWide(t[st.last])
	if next == st.end && !wide && !sp.lostSpace(st) {
		return false
	}
	if flags(t[next])&fComma != 0 {
		return false
	}
	if isDash(t[next]) {
		if st.closed && sp.spoken(next+1) {
			return false
		}
		next++
		if next == sp.end {
			return false
		}
	}
	first := sp.firstWord(next)
	if first == sp.end {
		return true
	}
	f := flags(t[first])
	if f&fLower != 0 && !nameArticle(t, first, sp.end) {
		return false
	}
	caseless := uncased(t[first])
	if st.at < sp.guard && caseless {
		return false // "(?)" inside a sentence of a script that shows no new start
	}
	if st.closed && (t[st.last] != '.' || caseless) {
		if sp.spoken(next) {
			return false
		}
		if caseless && !isPeriod(t[st.last]) && sp.midQuote(st.quoted) {
			return false
		}
	}
	switch {
	case st.dots:
		return sp.dotsEnd(st, first)
	case t[st.last] == '.' && st.at == st.last:
		return sp.period(st, first)
	case t[st.last] == '۔' && st.at == st.last:
		return !letterNames[hashOf(t[sp.lettersBefore(st.at):st.at])] || sp.words(st.at) > 2 && !letterNames[sp.wordAt(first)]
	}
	return true
}

// isWide says that a stop needs no space behind it.
func isWide(r rune) bool {
	return r == '。' || r == '！' || r == '？' || r == '｡' || r == '．'
}

// isPeriod says that a stop is a plain full stop, which closes even a quoted sentence.
func isPeriod(r rune) bool { return r == '.' || r == '。' || r == '۔' || r == '｡' }

// firstWord returns the first letter or digit from i on, the block's end where none is.
func (sp *splitter) firstWord(i int) int {
	for i < sp.end && !isWord(sp.t[i]) {
		i++
	}
	return i
}

// nameArticle says that a lower-case word is an Arabic article before a name, as in
// "al-Hadidi", which may begin a sentence.
func nameArticle(t []rune, i, end int) bool {
	return i+3 < end && t[i+1] == 'l' && (t[i] == 'a' || t[i] == 'e') && isDash(t[i+2]) && flags(t[i+3])&fUpper != 0
}

// wordAt hashes the letters from i on.
func (sp *splitter) wordAt(i int) word {
	return hashOf(sp.t[i:sp.lettersAfter(i)])
}

func (sp *splitter) lettersAfter(i int) int {
	for i < sp.end && flags(sp.t[i])&(fLetter|fMark) != 0 && sp.t[i] != '\u200c' {
		i++
	}
	return i
}

func (sp *splitter) lettersBefore(i int) int {
	for i > sp.start && flags(sp.t[i-1])&(fLetter|fMark) != 0 && sp.t[i-1] != '\u200c' {
		i--
	}
	return i
}

// words counts the words from the sentence's start to i.
func (sp *splitter) words(i int) int {
	n, in := 0, false
	for _, r := range sp.t[sp.start:i] {
		w := isWord(r)
		if w && !in {
			n++
		}
		in = w || in && !isSpace(r)
	}
	return n
}

// midQuote says that the quote opened at q stands inside the sentence being read as one
// of its words, not as speech after a colon or comma.
func (sp *splitter) midQuote(q int) bool {
	if q <= sp.start || sp.atStart(q) {
		return false
	}
	i := q - 1
	for i > sp.start && isSpace(sp.t[i]) {
		i--
	}
	return flags(sp.t[i])&fComma == 0
}

// lostSpace says that a stop ends a sentence although no space follows it.
func (sp *splitter) lostSpace(st stop) bool {
	t, i := sp.t, st.end
	r := t[i]
	f := flags(r)
	switch {
	case t[st.last] == '۔' && st.at == st.last:
		return f&(fLetter|fOpen|fStraight) != 0
	case st.closed:
		return f&(fUpper|fOpen|fBullet) != 0 || isDash(r) || uncased(r)
	case f&(fOpen|fBullet|fDigit) != 0 || isDash(r):
		return f&(fOpen|fBullet) != 0
	case f&fLetter == 0 || sp.inAddress(st.at):
		return false
	case t[st.last] != '.':
		return f&fUpper != 0 && i+1 < sp.end && flags(t[i+1])&fLower != 0 || uncased(r)
	case st.at != st.last:
		return f&fUpper != 0
	}
	return sp.gluedPeriod(st.at, i)
}

// gluedPeriod says that the full stop at i, with a letter behind it at j, ends a
// sentence: "talks.The minister", but not "U.S", "example.com" or "Gen.Saberi".
func (sp *splitter) gluedPeriod(i, j int) bool {
	t := sp.t
	b, e := sp.lettersBefore(i), sp.lettersAfter(j)
	if abbrevBefore(t, sp.start, i) != abbrevNone {
		return false
	}
	if uncased(t[j]) {
		// One-letter parts are an abbreviation: ه.ش, ا.ف.ب.
		return e-j >= 2 && (i-b >= 2 || b == i && i > sp.start && flags(t[i-1])&(fDigit|fUnbrack|fClose|fStraight) != 0)
	}
	low := i-b >= 3 && flags(t[i-1])&fLower != 0
	if flags(t[j])&fUpper == 0 || domains[sp.wordAt(j)] || e < sp.end && t[e] == '.' && e+1 < sp.end && flags(t[e+1])&fLower != 0 {
		return false
	}
	switch {
	case b == i: // a year or a closing mark before it
		return i > sp.start && flags(t[i-1])&(fDigit|fUnbrack|fClose|fStraight) != 0 && e-j >= 2 && flags(t[j+1])&fLower != 0
	case i-b < 2:
		return false
	case e-j == 1:
		return (t[j] == 'A' || t[j] == 'I' || low && oneLetter[lower(t[j])]) && e < sp.end && isSpace(t[e])
	case flags(t[j+1])&fUpper != 0: // "ended.NATO said", but not "Node.JS"
		return low && e-j >= minAcronym && e < sp.end && !isWord(t[e]) && t[e] != '.'
	}
	return flags(t[j+1])&fLower != 0
}

// minAcronym is the length from which capitals behind a lost space are a name: what is
// shorter may be the end of a file's or a product's.
const minAcronym = 3

// oneLetter holds the words of one letter that sentences begin with.
var oneLetter = map[rune]bool{'у': true, 'в': true, 'к': true, 'с': true, 'о': true, 'а': true, 'и': true, 'і': true, 'я': true, 'з': true, 'є': true, 'à': true, 'y': true, 'o': true}

// inAddress says that the token around i is a URL or an e-mail address.
func (sp *splitter) inAddress(i int) bool {
	t := sp.t
	b := i
	for b > sp.start && i-b < 200 && !isSpace(t[b-1]) {
		b--
	}
	for j := b; j < min(sp.end, i+80) && !isSpace(t[j]); j++ {
		switch {
		case t[j] == '@' && j > b:
			return true
		case t[j] == ':' && j+2 < sp.end && t[j+1] == '/' && t[j+2] == '/':
			return true
		case t[j] == 'w' && j+3 < sp.end && t[j+1] == 'w' && t[j+2] == 'w' && t[j+3] == '.':
			return true
		}
	}
	return false
}
