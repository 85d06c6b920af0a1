package sentence

import (
	"strings"
	"unicode/utf8"
)

// maxCredit is the length, in runes, of the longest credit at the end of a caption.
const maxCredit = 90

// maxHanCredit is the length of the longest Chinese credit with a slash.
const maxHanCredit = 24

// maxTail is the number of words in the longest signature behind a caption without brackets.
const maxTail = 5

// photoAgency says that a folded name begins or ends with an agency's that supplies pictures.
func photoAgency(s string) bool {
	for _, a := range photoAgencies {
		if rest, ok := strings.CutPrefix(s, a); ok && strings.HasPrefix(strings.TrimLeft(rest, " "), "/") {
			return true
		}
		if rest, ok := strings.CutSuffix(s, a); ok && strings.HasSuffix(strings.TrimRight(rest, " "), "/") {
			return true
		}
	}
	return false
}

// trailingCredit returns where the credit at the end of a caption begins, sp.e where
// there is none. The caption before it must be more than the credit itself.
func (f *folded) trailingCredit(t []rune, sp span) int {
	end := sp.e
	for end > sp.s && (t[end-1] == '.' || isSpace(t[end-1])) {
		end--
	}
	if end > sp.s && flags(t[end-1])&fUnbrack != 0 {
		for i := end - 2; i > sp.s && end-i < maxCredit; i-- {
			if flags(t[i])&fBracket != 0 {
				if f.creditText(t, span{i + 1, end - 1}, true) && hasWord(t, span{sp.s, i}) {
					return i
				}
				break
			}
		}
	}
	// Behind a stop or a rule, from the longest tail to the shortest.
	for i := max(sp.s+1, sp.e-maxCredit); i < sp.e; i++ {
		r := t[i-1]
		switch {
		case t[i] == '©':
		case !isSpace(r) && r != '|' && r != '。' && r != '/':
			continue
		case !sealed(t, sp.s, i):
			continue
		}
		if f.creditText(t, span{i, sp.e}, false) && hasWord(t, span{sp.s, i}) {
			// The rule between caption and credit goes with the credit.
			for isSpace(t[i-1]) || t[i-1] == '|' || t[i-1] == '/' || isDash(t[i-1]) {
				i--
			}
			return i
		}
	}
	return sp.e
}

// sealed says that the caption proper has ended before i: a stop, a bar, a dash or a
// bracket stands there.
func sealed(t []rune, s, i int) bool {
	for i > s && isSpace(t[i-1]) {
		i--
	}
	if i == s {
		return false
	}
	r := t[i-1]
	return flags(r)&(fStop|fClose|fUnbrack|fStraight) != 0 || r == '|' || r == '/' || isDash(r) || flags(r)&fBullet != 0
}

// creditText says that sp is a credit. In brackets an agency's bare name is one.
func (f *folded) creditText(t []rune, sp span, bracketed bool) bool {
	sp = trim(t, sp)
	if sp.s == sp.e {
		return false
	}
	switch f.classify(t, sp) {
	case ReasonCredit, ReasonCopyright:
		return true
	}
	if signed(t, sp) && (bracketed || f.fold(t, sp) && words(f.s) <= maxTail && (pressName(strings.ReplaceAll(f.s, "/", " ")) || photoAgency(f.s))) {
		return true
	}
	if !f.fold(t, sp) || !readName(t, sp).ok && !isHan(t[sp.s]) {
		return false
	}
	if isHan(t[sp.s]) {
		if bracketed && len(f.r) <= maxHanCredit && (strings.Contains(f.s, "图/") || strings.Contains(f.s, "摄影/")) {
			return true
		}
		return len(f.r) <= 16 && (strings.HasSuffix(f.s, "摄") || strings.HasSuffix(f.s, "供图") || strings.HasSuffix(f.s, "发") && strings.HasPrefix(f.s, "新华社"))
	}
	if words(f.s) > 6 || !bracketed && words(f.s) > 3 {
		return false
	}
	for _, a := range photoAgencies {
		rest, ok := strings.CutPrefix(f.s, a)
		if !ok {
			continue
		}
		next, _ := utf8.DecodeRuneInString(rest)
		if rest == "" || bracketed && !isWord(next) {
			return true
		}
	}
	return false
}
