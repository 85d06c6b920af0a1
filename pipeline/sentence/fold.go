package sentence

import "unicode/utf8"

// maxLine is the length, in runes, above which a line is never boilerplate.
const maxLine = 260

// folded is a line as boilerplate is matched: lower case, one space between words, no
// marks, no brackets or bullets around it. src maps each rune back to the text.
type folded struct {
	r   []rune
	src []int
	s   string
	buf []byte

	sep   rune // the mark between spaces that sets parts of the line apart, 0 where none is
	trail bool // holds a mark that trails of links are set with
}

// fold reads sp. It returns false where the line is too long or holds nothing.
func (f *folded) fold(t []rune, sp span) bool {
	f.r, f.src, f.sep, f.trail = f.r[:0], f.src[:0], 0, false
	if sp.e-sp.s > maxLine {
		return false
	}
	for sp.s < sp.e && !opensLine(t[sp.s]) {
		sp.s++
	}
	for sp.e > sp.s && flags(t[sp.e-1])&(fSpace|fMark|fUnbrack|fBullet|fClose) != 0 {
		sp.e--
	}
	space := false
	for i := sp.s; i < sp.e; i++ {
		fl := flags(t[i])
		switch {
		case fl&fSpace != 0 || t[i] == '\u200c':
			space = true
			continue
		case fl&fMark != 0:
			continue
		}
		if space {
			f.separator()
			f.r, f.src = append(f.r, ' '), append(f.src, i)
			space = false
		}
		r := foldMark(composed(t, i))
		if fl&(fLetter|fDigit) == 0 && isTrail(r) {
			f.trail = true
		}
		f.r, f.src = append(f.r, r), append(f.src, i)
	}
	f.buf = f.buf[:0]
	for _, r := range f.r {
		f.buf = utf8.AppendRune(f.buf, r)
	}
	f.s = string(f.buf)
	return len(f.r) > 0
}

// separator notes the mark that has just been read if a line's parts may be set apart by
// it: a bar, dot or dash between spaces, or a semicolon or slash.
func (f *folded) separator() {
	n := len(f.r)
	if n < 2 {
		return
	}
	switch r := f.r[n-1]; r {
	case '|', '·', '•', '-':
		if f.r[n-2] == ' ' && (f.sep == 0 || f.sep == ';' || f.sep == '/' || r != '-') {
			f.sep = r
		}
	case ';', '/':
		if f.sep == 0 {
			f.sep = r
		}
	}
}

func isTrail(r rune) bool {
	return r == '>' || r == '»' || r == '›' || r == '/' || r == '|' || r == '<' || r == '«'
}

// opensLine says that boilerplate can begin with r.
func opensLine(r rune) bool {
	return isWord(r) || r == '#' || r == '@' || r == '©' || r == '/'
}

// foldMark folds a rune as lower does, and digits, dashes and quotes besides.
func foldMark(r rune) rune {
	switch {
	case r < 0x80:
		return lower(r)
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case isDash(r):
		return '-'
	case r == '“' || r == '”' || r == '״':
		return '"'
	case r == '：':
		return ':'
	case r == '／':
		return '/'
	case r == '؛' || r == '；':
		return ';'
	case r == '｜':
		return '|'
	case r == 'أ' || r == 'إ' || r == 'آ':
		return 'ا'
	}
	return lower(r)
}

// foldString folds a phrase the way lines are folded.
func foldString(s string) string {
	var f folded
	t := []rune(s)
	f.fold(t, span{0, len(t)})
	return f.s
}
