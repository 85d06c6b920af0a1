package sentence

// line is a line without surrounding white space.
type line struct {
	span
	after  bool   // follows the line before it directly: no blank line between
	reason string // why it is boilerplate, "" where it is not
}

// splitLines returns the lines of [s, e) that hold anything.
func splitLines(t []rune, s, e int) []line {
	var lines []line
	breaks := 0
	for i := s; i < e; {
		j := i
		for j < e && !isBreak(t[j]) {
			j++
		}
		if sp := trim(t, span{i, j}); sp.s < sp.e {
			lines = append(lines, line{span: sp, after: len(lines) > 0 && breaks == 1})
			breaks = 0
		}
		if j < e {
			// U+2029 is a paragraph's end by itself.
			breaks++
			if t[j] == '\u2029' {
				breaks++
			}
			if t[j] == '\r' && j+1 < e && t[j+1] == '\n' {
				j++
			}
		}
		i = j + 1
	}
	return lines
}

// Bounds of the width, in runes, at which mail and plain text are wrapped.
const (
	minWrap = 30
	maxWrap = 110
)

// wrapWidth returns the width at which a section's lines are hard-wrapped, 0 where they
// are not. In wrapped text the next line's first word would not have fitted on the line;
// a list of headlines breaks that rule soon.
func wrapWidth(t []rune, lines []line) int {
	w := 0
	for i, l := range lines {
		// A line that stands alone or is left out says nothing about the rest.
		if l.reason == "" && (l.after || i+1 < len(lines) && lines[i+1].after) {
			w = max(w, l.e-l.s)
		}
	}
	if w < minWrap || w > maxWrap {
		return 0
	}
	open, full, low, cased := 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if !b.after || a.reason != "" || b.reason != "" || endsInStop(t, a.span) || bulletEnd(t, b.span, true) > b.s {
			continue
		}
		open++
		if fills(t, a, b, w) {
			full++
		}
		switch f := flags(t[b.s]); {
		case f&fLower != 0:
			low++
			cased++
		case f&fUpper != 0:
			cased++
		}
	}
	switch {
	case full*5 < open*4 || full < 2:
		return 0
	case cased*2 > open && low*3 < cased:
		return 0 // nearly every line starts with a capital: headlines or verse
	case cased*2 <= open && full < 3:
		return 0 // without capitals to tell by, ask for more evidence
	}
	return w
}

// fills says that the first word of b would not have fitted at the end of a.
func fills(t []rune, a, b line, width int) bool {
	n := 1
	for i := b.s; i < b.e && !isSpace(t[i]) && !isHan(t[i]); i++ {
		n++
	}
	return a.e-a.s+n > width-2
}

// minTail is the length, in runes, below which a line that lacks a stop is taken for a
// list item or headline even where the next line goes on in lower case.
const minTail = 30

// joins says that the break between two lines lies inside a sentence (or, in wrapped
// text, between two of one paragraph).
func joins(t []rune, a, b line, width int) bool {
	if !b.after || bulletEnd(t, b.span, true) > b.s {
		return false
	}
	if width > 0 && fills(t, a, b, width) {
		return true
	}
	last := t[a.e-1]
	if last == ',' || last == '،' || last == '，' || last == '、' {
		return true
	}
	if endsInStop(t, a.span) {
		return last == '.' && abbrevBefore(t, a.s, a.e-1) == abbrevNever
	}
	if dangling[lastWord(t, a.span)] {
		return true
	}
	return flags(t[b.s])&fLower != 0 && a.e-a.s >= minTail && last != ':'
}

// endsInStop says that a stretch ends in a stop, closing marks aside.
func endsInStop(t []rune, sp span) bool {
	for i := sp.e - 1; i >= sp.s; i-- {
		f := flags(t[i])
		if f&fStop != 0 {
			return true
		}
		if f&(fClose|fStraight|fUnbrack|fMark) == 0 {
			return false
		}
	}
	return false
}

func lastWord(t []rune, sp span) word {
	i := sp.e
	for i > sp.s && flags(t[i-1])&(fLetter|fMark) != 0 {
		i--
	}
	if i == sp.e {
		return noWord
	}
	return hashOf(t[i:sp.e])
}

// dangling holds words that no sentence, headline or list item ends in.
var dangling = wordSet(
	"the a an of and or but with from by at into that which whose than its their his",
	"که و در به از با برای این آن یا بر تا",
	"من إلى على في عن مع أن التي الذي أو و",
	"של את על עם כי או אל אשר",
	"د په او چې له کې",
	"کے کی کا اور نے کہ سے",
	"ve ile bir için veya bu",
	"и в на с со по из что от для к о об при или",
	"і й та в у на з із до що від для про або",
	"le la les des du de et à au aux que qui un une dans par pour sur",
	"el los las del y en un una que con por para o",
)
