package actor

import (
	"strings"
	"unicode/utf8"
)

// variants calls yield with the ways to read a mention's words as a name: as they are,
// without joined particles (Hebrew, Arabic), without case endings (Turkish, Persian), and
// without a leading article; the least change first. It stops when yield returns true and
// then returns true itself. yield must not keep the slice.
func variants(ws []string, lang string, yield func([]string) bool) bool {
	if len(ws) == 0 {
		return false
	}
	if yield(ws) {
		return true
	}
	if isArticle(ws[0]) && len(ws) > 1 && yield(ws[1:]) {
		return true
	}
	buf := make([]string, len(ws))
	at := func(i int, w string) bool {
		copy(buf, ws)
		buf[i] = w
		return yield(buf)
	}
	first, last := ws[0], len(ws)-1
	switch script(first) {
	case hebrew:
		return hebrewVariants(first, func(w string) bool { return at(0, w) })
	case arabic:
		if lang == "ar" || lang == "" || lang == "und" {
			return arabicVariants(first, func(w string) bool { return at(0, w) })
		}
		return persianVariants(ws[last], func(w string) bool { return at(last, w) })
	case latin:
		return turkishVariants(ws[last], lang == "tr", func(w string) bool { return at(last, w) })
	}
	return false
}

// hebrewVariants cuts joined particles in the order ו, ש, one of מ כ ב ל, ה. What follows ב כ ל
// may have lost its ה, so both readings are tried.
func hebrewVariants(w string, yield func(string) bool) bool {
	rest := w
	cut := func(set string) bool {
		r, n := utf8.DecodeRuneInString(rest)
		if n := utf8.RuneCountInString(rest); !strings.ContainsRune(set, r) || n < 4 && (n < 3 || r != 'ו') {
			return false
		}
		rest = rest[n:]
		return true
	}
	if yield("ה" + rest) {
		return true
	}
	for _, set := range []string{"ו", "ש", "כמבל", "מ"} {
		if cut(set) && (yield(rest) || yield("ה"+rest)) {
			return true
		}
	}
	if cut("ה") {
		return yield(rest)
	}
	return false
}

// arabicVariants cuts و or ف, then ب, ك or ل, then ال, and puts ال back where لل or a lost
// article hid it.
func arabicVariants(w string, yield func(string) bool) bool {
	try := func(s string) bool {
		if utf8.RuneCountInString(s) < 3 {
			return false
		}
		if yield(s) {
			return true
		}
		if bare, ok := strings.CutPrefix(s, "ال"); ok {
			return utf8.RuneCountInString(bare) >= 3 && yield(bare)
		}
		return yield("ال" + s)
	}
	if try(w) {
		return true
	}
	rest := w
	for _, p := range []string{"و", "ف"} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			if rest = r; try(rest) {
				return true
			}
			break
		}
	}
	if r, ok := strings.CutPrefix(rest, "لل"); ok {
		return try("ال" + r)
	}
	for _, p := range []string{"ب", "ک", "ل"} {
		if r, ok := strings.CutPrefix(rest, p); ok {
			return try(r)
		}
	}
	return false
}

// persianVariants cuts a plural, the object marker and the ezafe after a vowel. A bare -ی
// after a consonant stays: ایرانی is an Iranian, not Iran.
func persianVariants(w string, yield func(string) bool) bool {
	for _, s := range []string{"هایی", "های", "ها", "یی", "وں", "را"} {
		if r, ok := strings.CutSuffix(w, s); ok && utf8.RuneCountInString(r) >= 3 {
			return s != "یی" && yield(r)
		}
	}
	if r, ok := strings.CutSuffix(w, "ی"); ok && (strings.HasSuffix(r, "ا") || strings.HasSuffix(r, "و") || strings.HasSuffix(r, "ه")) {
		return utf8.RuneCountInString(r) >= 3 && yield(r)
	}
	return false
}

// turkishVariants cuts what follows an apostrophe, and in Turkish text the commoner case
// endings of names written without one.
func turkishVariants(w string, turkish bool, yield func(string) bool) bool {
	if i := strings.IndexByte(w, '\''); i >= 2 && yield(w[:i]) {
		return true
	}
	if !turkish || strings.Contains(w, "'") {
		return false
	}
	for _, s := range turkishEndings {
		if r, ok := strings.CutSuffix(w, s); ok && utf8.RuneCountInString(r) >= 3 && yield(r) {
			return true
		}
	}
	return false
}

// turkishEndings are case endings in folded spelling (no dotless i, no cedilla), longest first.
var turkishEndings = [...]string{"lerinin", "larinin", "ndan", "nden", "larin", "lerin", "nin", "nun", "dan", "den", "tan", "ten", "nda", "nde", "yla", "yle",
	"lar", "ler", "in", "un", "da", "de", "ta", "te", "na", "ne", "ya", "ye", "ni", "nu", "yi", "yu", "la", "le", "i", "u", "a", "e"}
