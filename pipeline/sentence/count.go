package sentence

import "unicode"

// counts are what one pass over a sentence adds up.
type counts struct {
	letters [numScripts]int
	points  [numLanguages]int
	dari    int // telling words of Dari less those of Iran
	spelled int // words and spellings that only lean to Dari
	kana    int

	ukrainian bool // a letter that Ukrainian has and Russian has not
}

// hint is a letter's or word's evidence: points for one language.
type hint struct {
	lang   language
	points int8
}

// hintSize covers the letters of Latin, Cyrillic and Arabic script.
const hintSize = 0x700

// letterHints holds the letters that tell languages of one script apart.
var letterHints = func() (h [hintSize]hint) {
	for _, g := range []struct {
		lang   language
		points int8
		list   string
	}{
		{ps, 3, "ټډړږښګڼېۍځڅ"},
		{ur, 3, "ٹڈڑںے"},
		{ur, 2, "ہھۓ"},
		{fa, 1, "پچژگ"},
		{ar, 2, "ةإ"},
		{ar, 1, "أىؤ"},
		{other, 4, "ڕڵێۆەڤڭۇۈ"},
		{other, 4, "ڪڻڳڱ"},
		{ru, 3, "ыэё"},
		{ru, 1, "ъ"},
		{uk, 3, "іїєґ"},
		{other, 4, "ўјљњћђџқғңөүұһәӣӯҳҷ"},
		{tr, 3, "şğıİ"},
		{es, 3, "ñ¿¡"},
		{es, 1, "áíóú"},
		{fr, 2, "œèêàùûîô"},
		{other, 2, "ßäãõåøæ"},
		{other, 3, "łąężźśćńřěůčšžőűțășďťň"},
	} {
		for _, r := range g.list {
			h[r] = hint{g.lang, g.points}
			if up := unicode.ToUpper(r); up >= 0x80 && up < hintSize { // ı is a capital I
				h[up] = h[r]
			}
		}
	}
	return h
}()

// count reads a sentence once.
func count(t []rune) (c counts) {
	w, length := noWord, 0
	article := 0 // how much of the Arabic article the word has begun with
	for _, r := range t {
		f := flags(r)
		if f&fLetter == 0 {
			if r < hintSize && letterHints[r].points > 0 {
				c.points[letterHints[r].lang] += int(letterHints[r].points)
			}
			if f&fMark != 0 && r != '\u200c' {
				continue
			}
			c.word(w, length, article)
			w, length, article = noWord, 0, 0
			continue
		}
		switch {
		case length == 0 && r == 'ا', length == 1 && article == 1 && r == 'ل':
			article++
		}
		length++
		w = w.add(r)
		c.letters[c.script(r)]++
		if r < hintSize {
			if h := letterHints[r]; h.points > 0 {
				c.points[h.lang] += int(h.points)
				c.ukrainian = c.ukrainian || h.lang == uk
			}
		}
	}
	c.word(w, length, article)
	return c
}

// word adds the evidence of one word.
func (c *counts) word(w word, length, article int) {
	if length == 0 {
		return
	}
	if article == 2 && length > 4 {
		c.points[ar]++
	}
	for _, h := range wordHints[w] {
		c.points[h.lang] += int(h.points)
	}
	if c.letters[arabic] > 0 {
		if p := dariHints[w]; p == 1 {
			c.spelled++
		} else {
			c.dari += p
		}
	}
}

// script sorts a letter; Japanese kana are counted besides.
func (c *counts) script(r rune) script {
	switch {
	case r < 0x250 || r >= 0x1e00 && r < 0x1f00:
		return latin
	case r >= 0x400 && r < 0x530:
		return cyrillic
	case r >= 0x590 && r < 0x600 || r >= 0xfb1d && r < 0xfb50:
		return hebrew
	case r >= 0x600 && r < 0x780 || r >= 0xfb50 && r < 0xfe00 || r >= 0xfe70 && r < 0xff00:
		return arabic
	case isHan(r):
		return han
	case r >= 0xff21 && r < 0xff5b:
		return latin
	case r >= 0x3040 && r < 0x3100:
		c.kana++
	}
	return foreign
}

// hanWeight is what a Chinese character counts beside letters: it is half a word.
const hanWeight = 3

// top returns the script of most of the text.
func (c *counts) top() script {
	n := c.letters
	if c.kana*10 > n[han] {
		n[foreign] += n[han]
		n[han] = 0
	}
	n[han] *= hanWeight
	best := noScript
	for s := latin; s < numScripts; s++ {
		if n[s] > n[best] {
			best = s
		}
	}
	return best
}
