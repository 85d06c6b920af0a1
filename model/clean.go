package model

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// cleaned is what the tokenizer sees of a text. Rune i of it came from the runes
// [start[i], end[i]) of the text as given; both lists never decrease.
type cleaned struct {
	runes      []rune
	start, end []int
}

// clean applies the rules of model/train/clean.py: marks that writers set or leave out at
// will are dropped, look-alikes become one form, every run of white space becomes one space
// that stands for the first of them. A base character is composed with the combining
// characters after it. Bytes that are not UTF-8 count as U+FFFD, one rune each.
// Python 3.11 knows Unicode 14, Go 1.26 Unicode 15: the 17 combining and format characters
// that came between them (Quranic signs, Egyptian, Kawi …) are treated differently.
func clean(text string) cleaned {
	source := []rune(text)
	n := len(source)
	out := cleaned{make([]rune, 0, n), make([]int, 0, n), make([]int, 0, n)}
	var c composer
	for i := 0; i < n; {
		if dropped(source[i]) {
			i++
			continue
		}
		start, end := i, i+1
		c.cluster = append(c.cluster[:0], source[i])
		for i++; i < n; i++ {
			drop := dropped(source[i])
			if !drop && combiningClass(source[i]) == 0 {
				break
			}
			if !drop {
				c.cluster = append(c.cluster, source[i])
				end = i + 1
			}
		}
		for _, r := range c.compose() {
			if dropped(r) {
				continue
			}
			r = unified(r)
			if isSpace(r) {
				if k := len(out.runes); k > 0 && out.runes[k-1] == ' ' {
					continue
				}
				r = ' '
			}
			out.runes = append(out.runes, r)
			out.start = append(out.start, start)
			out.end = append(out.end, end)
		}
	}
	return out
}

// dropped tells whether the cleaner leaves r out: controls other than white space, format
// characters, tatweel, Arabic vowel marks and Quranic signs, Hebrew points.
func dropped(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f:
		return false
	case r >= 0x0591 && r <= 0x06ed:
		switch {
		case r <= 0x05bd, r == 0x05bf, r == 0x05c1, r == 0x05c2, r == 0x05c4, r == 0x05c5, r == 0x05c7,
			r >= 0x0610 && r <= 0x061a, r == 0x0640, r >= 0x064b && r <= 0x065f, r == 0x0670,
			r >= 0x06d6 && r <= 0x06dc, r >= 0x06df && r <= 0x06e4, r == 0x06e7, r == 0x06e8, r >= 0x06ea:
			return true
		}
	}
	return unicode.In(r, unicode.Cc, unicode.Cf) && !isSpace(r)
}

// unified gives the one form of characters that writers use for each other.
func unified(r rune) rune {
	switch r {
	case 'ي', 'ى':
		return 'ی'
	case 'ك':
		return 'ک'
	case '‘', '’', '‚', '‛', '‹', '›', '′', '׳':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″', '״', '「', '」', '『', '』':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '־':
		return '-'
	}
	return r
}

// isSpace is Python's str.isspace, which counts the four separators U+001C to U+001F too.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f
}

// combiningClass is r's canonical combining class.
func combiningClass(r rune) uint8 {
	if r < 0x300 { // the first combining character
		return 0
	}
	var b [utf8.UTFMax]byte
	return norm.NFKC.Properties(b[:utf8.EncodeRune(b[:], r)]).CCC()
}

// composer turns clusters into NFKC, reusing its buffers.
type composer struct {
	cluster     []rune // a character and the combining characters after it
	bytes, form []byte
	runes       []rune
}

// maxCluster is the longest cluster that is left to x/text, in runes. After 30 combining
// characters x/text puts a U+034F between them (Stream-Safe Text Format), which Python does
// not. A combining character decomposes into two at most, a base brings three.
const maxCluster = 13

// compose returns the cluster's NFKC, valid until the next call.
func (c *composer) compose() []rune {
	if len(c.cluster) == 1 && c.cluster[0] < utf8.RuneSelf {
		return c.cluster
	}
	if len(c.cluster) > maxCluster {
		return composeLong(c.cluster)
	}
	c.bytes = c.bytes[:0]
	for _, r := range c.cluster {
		c.bytes = utf8.AppendRune(c.bytes, r)
	}
	if norm.NFKC.IsNormal(c.bytes) {
		return c.cluster
	}
	c.form = norm.NFKC.Append(c.form[:0], c.bytes...)
	c.runes = c.runes[:0]
	for i := 0; i < len(c.form); {
		r, size := utf8.DecodeRune(c.form[i:])
		c.runes = append(c.runes, r)
		i += size
	}
	return c.runes
}

// composeLong is NFKC (Unicode Standard Annex 15) without a limit on combining characters.
func composeLong(cluster []rune) []rune {
	var parts []rune
	for _, r := range cluster {
		parts = append(parts, []rune(norm.NFKD.String(string(r)))...)
	}
	for i := 0; i < len(parts); {
		j := i + 1
		for j < len(parts) && combiningClass(parts[j]) > 0 {
			j++
		}
		run := parts[i:j]
		if combiningClass(run[0]) == 0 {
			run = run[1:]
		}
		slices.SortStableFunc(run, func(a, b rune) int { return int(combiningClass(a)) - int(combiningClass(b)) })
		i = j
	}
	var out []rune
	starter, last := -1, uint8(0) // index of the last starter; class of the last rune after it
	for _, r := range parts {
		class := combiningClass(r)
		if starter >= 0 && (starter == len(out)-1 || last < class) {
			if pair := []rune(norm.NFC.String(string([]rune{out[starter], r}))); len(pair) == 1 {
				out[starter] = pair[0]
				continue
			}
		}
		if class == 0 {
			starter = len(out)
		}
		last = class
		out = append(out, r)
	}
	return out
}
