package sentence

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// compositions holds the one rune that a letter and the mark behind it make up. Pages from
// some systems write "é" as two runes (NFD), and marks are else skipped: word lists and
// phrases would not know such a word.
var compositions = func() map[[2]rune]rune {
	m := map[[2]rune]rune{}
	for _, block := range [][2]rune{{0xc0, 0x17f}, {0x400, 0x45f}, {0x622, 0x626}} {
		for r := block[0]; r <= block[1]; r++ {
			parts := norm.NFD.AppendString(nil, string(r))
			base, n := utf8.DecodeRune(parts)
			if mark, k := utf8.DecodeRune(parts[n:]); k > 0 && n+k == len(parts) {
				m[[2]rune{base, mark}] = r
			}
		}
	}
	return m
}()

// composed returns the letter t[i] with the mark behind it.
func composed(t []rune, i int) rune {
	if i+1 == len(t) {
		return t[i]
	}
	if mark := t[i+1]; mark >= 0x300 && mark <= 0x327 || mark >= 0x653 && mark <= 0x655 {
		if r, ok := compositions[[2]rune{t[i], mark}]; ok {
			return r
		}
	}
	return t[i]
}
