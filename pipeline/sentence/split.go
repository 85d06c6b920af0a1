package sentence

// splitter walks one block. Offsets are runes of t.
type splitter struct {
	t      []rune
	start  int // of the sentence being read
	end    int // of the block
	lang   string
	quotes []int // where the quotes that are open now were opened
	guard  int   // no sentence ends before this offset: inside a bracket
}

// maxBracket is the longest bracket, in runes, that keeps its sentence together. A
// bracket that is not closed by then is taken for a stray one.
const maxBracket = 300

// split cuts the block [s, e) into sentences. lang is the language of the article, ""
// where unknown; it decides only what the letters leave open (Turkish ordinals).
func split(t []rune, s, e int, lang string) []span {
	sp := splitter{t: t, start: s, end: e, lang: lang}
	var out []span
	emit := func(at int) {
		if x := trim(t, span{sp.start, at}); x.s < x.e {
			out = append(out, x)
		}
		sp.start = at
	}
	for i := s; i < e; {
		f := flags(t[i])
		if f&fSpecial == 0 {
			i++
			continue
		}
		switch {
		case f&fStop != 0:
			st := sp.stop(i)
			if sp.ends(st) {
				emit(st.end)
			}
			i = st.end
			continue
		case f&fBullet != 0:
			// A real bullet begins an item; an emoji inside a sentence does not.
			if t[i] < 0x3000 && i > sp.start && isSpace(t[i-1]) && i+1 < e && isSpace(t[i+1]) && !isArrow(t[i]) {
				emit(i)
			}
		case f&fBracket != 0:
			if sp.atStart(i) && t[i] != '《' && t[i] != '〈' {
				break
			}
			sp.guard = max(sp.guard, sp.closing(i))
		default:
			sp.quote(i)
		}
		i++
	}
	emit(e)
	return out
}

func isArrow(r rune) bool { return r >= 0x2190 && r <= 0x21ff }

// atStart says that only opening marks stand between the sentence's start and i.
func (sp *splitter) atStart(i int) bool {
	for j := sp.start; j < i; j++ {
		if isWord(sp.t[j]) {
			return false
		}
	}
	return true
}

// closing returns where the bracket opened at i is closed, i where it is not.
func (sp *splitter) closing(i int) int {
	depth := 0
	for j := i; j < min(sp.end, i+maxBracket); j++ {
		switch f := flags(sp.t[j]); {
		case f&fBracket != 0:
			depth++
		case f&fUnbrack != 0:
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return i
}

// stop is a run of stops with all that closes behind it.
type stop struct {
	at     int  // first stop
	last   int  // last stop
	end    int  // behind the closing marks
	dots   bool // an ellipsis
	quoted int  // where the outermost quote closed behind the stop was opened, -1 where none was
	closed bool // a quote was closed, its opening seen or not
}

// stop reads the run of stops at i and the closing quotes and brackets behind it.
func (sp *splitter) stop(i int) stop {
	t := sp.t
	st := stop{at: i, last: i, end: i + 1, quoted: -1, dots: t[i] == '…'}
	for st.end < sp.end {
		j := st.end
		r := t[j]
		f := flags(r)
		switch {
		case f&fStop != 0:
			st.dots = st.dots || r == '…' || r == '.' && t[st.last] == '.'
			st.last = j
		case f&fMark != 0 || f&fUnbrack != 0:
		case f&fClose != 0 || (f&fStraight != 0 || r == '‘' || r == '“') && sp.closes(j):
			st.closed = true
			if q := sp.pop(); q >= 0 {
				st.quoted = q
			}
		case isSpace(r) && !isBreak(r) && j+1 < sp.end && (t[j+1] == '»' || t[j+1] == '›') && len(sp.quotes) > 0:
			// French puts a space before its closing quote.
		case r == '[' && j+2 < sp.end && flags(t[j+1])&fDigit != 0 && j-st.at < 12:
			// A note's number, "[12]", stays with the sentence it follows.
			c := sp.closing(j)
			if c == j || c > j+4 {
				return st
			}
			st.end = c
		default:
			return st
		}
		st.end++
	}
	return st
}

// quote keeps count of the quotes that are open.
func (sp *splitter) quote(i int) {
	f := flags(sp.t[i])
	switch {
	case f&fOpen != 0:
		if sp.t[i] == '“' && sp.closes(i) {
			sp.pop()
			return
		}
		sp.quotes = append(sp.quotes, i)
	case f&fClose != 0:
		if sp.t[i] != '’' || sp.closes(i) {
			sp.pop()
		}
	case f&fStraight != 0:
		if sp.closes(i) {
			sp.pop()
		} else if sp.t[i] != '\'' && !sp.between(i) {
			sp.quotes = append(sp.quotes, i)
		}
	}
}

// between says that letters stand on both sides of i: an apostrophe or gershayim.
func (sp *splitter) between(i int) bool {
	return i > sp.start && i+1 < sp.end && flags(sp.t[i-1])&fLetter != 0 && flags(sp.t[i+1])&fLetter != 0
}

// closes says that the mark at i, which can open or close, closes.
func (sp *splitter) closes(i int) bool {
	t := sp.t
	if sp.between(i) || i == sp.start || isSpace(t[i-1]) {
		return false
	}
	switch t[i] {
	case '“': // closes „German and Slavic quotes“
		return len(sp.quotes) > 0 && t[sp.quotes[len(sp.quotes)-1]] == '„'
	case '‘':
		return len(sp.quotes) > 0 && t[sp.quotes[len(sp.quotes)-1]] == '‚'
	}
	return i+1 == sp.end || flags(t[i+1])&fLetter == 0 || len(sp.quotes) > 0 && t[sp.quotes[len(sp.quotes)-1]] == t[i]
}

func (sp *splitter) pop() int {
	n := len(sp.quotes)
	if n == 0 {
		return -1
	}
	q := sp.quotes[n-1]
	sp.quotes = sp.quotes[:n-1]
	return q
}

// mergeWordless joins stretches without any letter or digit (a lost closing quote, stray
// stops) to the sentence before them, or to the one behind at the start of a block.
func mergeWordless(t []rune, parts []span) []span {
	out := parts[:0]
	for _, p := range parts {
		switch {
		case len(out) > 0 && (!hasWord(t, p) || !hasWord(t, out[len(out)-1])):
			out[len(out)-1].e = p.e
		default:
			out = append(out, p)
		}
	}
	return out
}
