package sentence

import "strings"

// Bounds of what signs a text or a picture.
const (
	maxSigned     = 8 // words in the brackets
	maxSignedPart = 5
	maxInitials   = 3 // letters
	maxAcronym    = 6
	minCodeDigits = 3
)

// initialsCode says that the line is the initials of those who wrote and edited: "RNA/md/jb",
// "cmk/jb/rlp", "س.ط/ن.ل", "«Меридиан»-вл-0931".
func (f *folded) initialsCode(t []rune) bool {
	line := strings.Map(func(r rune) rune {
		if flags(r)&(fMark|fOpen|fClose) != 0 && r != '’' {
			return -1
		}
		return r
	}, string(t[f.src[0]:f.src[len(f.src)-1]+1]))
	if desk, rest, ok := strings.Cut(line, " "); ok && isAcronym(desk) {
		line = desk + "/" + rest // "AG tb/mo"
	}
	if parts := strings.Split(line, "/"); len(parts) > 1 {
		dotted, low := 0, 0
		for i, p := range parts {
			switch {
			case dottedInitials(p):
				dotted++
			case i > 0 && isLow(p):
				low++
			}
		}
		switch {
		case dotted == len(parts) || dotted > 1 && dotted == len(parts)-1 && !dottedInitials(parts[0]) && allFlags(parts[0], fLetter|fSpace):
			return true // the agency's name may stand before them
		case low < len(parts)-1:
			return false
		case isAcronym(parts[0]):
			return len(parts) > 2 || len(parts[1]) > 1 && parts[1] != "he" // "AFP/ab"
		}
		return len(parts) > 2 && isLow(parts[0]) && len(parts[0]) > 1 && !pronouns[hashOf([]rune(parts[0]))]
	}
	parts := strings.Split(line, "-")
	return len(parts) == 3 && allFlags(parts[0], fLetter) && allFlags(parts[1], fLetter) && len([]rune(parts[1])) <= maxInitials &&
		allFlags(parts[2], fDigit) && len([]rune(parts[2])) >= minCodeDigits
}

// pronouns are what rows of small words begin with that are no initials: "he/him/his".
var pronouns = wordSet("he she they it his her him and or on off yes no el la los las un une le il lui elle ils она он они его её y o oui non si")

// dottedInitials says that s is single letters with a mark behind each but the last: "M.D.", "س.ط".
func dottedInitials(s string) bool {
	letters, marks, run := 0, 0, 0
	for _, r := range s {
		switch {
		case flags(r)&fLetter != 0:
			letters++
			if run++; run > 1 {
				return false
			}
		case r == '.' || r == '״' || r == '"':
			marks++
			run = 0
		case r != ' ':
			return false
		}
	}
	return letters > 1 && letters <= maxInitials && marks >= letters-1
}

// isLow says that s is up to three small letters.
func isLow(s string) bool { return allFlags(s, fLower) && len([]rune(s)) <= maxInitials }

// isAcronym says that s is a few capitals.
func isAcronym(s string) bool {
	n := len([]rune(s))
	return n > 1 && n <= maxAcronym && allFlags(s, fUpper)
}

// allFlags says that all runes of s have one of the flags.
func allFlags(s string, want flag) bool {
	for _, r := range s {
		if flags(r)&want == 0 {
			return false
		}
	}
	return s != ""
}

// signed says that sp, brackets around it or not, is who made a picture and for whom:
// "(M. Diop/RNA)", "Levan Maisuradze / BSL Pictures". The names of two places or parties
// look the same but are one word each, so one part must have initials or two words.
func signed(t []rune, sp span) bool {
	for sp.s < sp.e && flags(t[sp.s])&(fBracket|fSpace) != 0 {
		sp.s++
	}
	for sp.s < sp.e && (flags(t[sp.e-1])&(fUnbrack|fSpace) != 0) {
		sp.e--
	}
	name := readName(t, sp)
	if !name.ok || name.words > maxSigned || name.han > 0 {
		return false
	}
	parts := strings.Split(string(t[sp.s:sp.e]), "/")
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	telling := false
	for _, p := range parts {
		p = strings.TrimSpace(p)
		rs := []rune(p)
		n := words(p)
		switch {
		case n == 0 || n > maxSignedPart || strings.ContainsAny(p, "0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩:?!؟") || hasSmallStart(rs):
			return false
		case n > 1:
			telling = true
		}
	}
	return telling
}

// signs says that a whole line is a picture's signature: in brackets, or names in capitals
// of which the last is an agency that supplies pictures.
func (f *folded) signs(t []rune, sp span) bool {
	if !signed(t, sp) {
		return false
	}
	if flags(t[sp.s])&fBracket != 0 && flags(t[sp.e-1])&fUnbrack != 0 {
		return true
	}
	return photoAgency(f.s) && !uncased(t[sp.s])
}

// hasSmallStart says that a name begins with a small letter.
func hasSmallStart(rs []rune) bool { return len(rs) > 0 && flags(rs[0])&fLower != 0 }

// weakPart says that a part of a line in several parts is at home in an agency's signature,
// though by itself it would say nothing: initials, or the agency's name.
func (f *folded) weakPart(t []rune, sp span) bool {
	if dottedInitials(string(t[sp.s:sp.e])) || isAcronym(string(t[sp.s:sp.e])) {
		return true
	}
	return f.fold(t, sp) && words(f.s) <= maxAgencyWords && pressName(f.s) && readName(t, sp).ok
}
