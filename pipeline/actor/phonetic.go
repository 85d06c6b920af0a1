package actor

import "strings"

// phonetic gives a key under which the Latin spellings of one foreign name meet: Araghchi,
// Araqchi and Araghtchi; Zelensky, Zelenskyy and Zelenskiy; Khamenei and Khamene'i. It is
// careful: vowels stay apart except for the pairs that transliterations mix up. Empty where a
// name is too short to tell (under five letters) or not in Latin script.
func phonetic(w string) string {
	w = strings.ReplaceAll(w, "'", "")
	if len(w) < 5 || script(w) != latin {
		return ""
	}
	for i := 0; i < len(w); i++ {
		if w[i] < 'a' || w[i] > 'z' {
			return ""
		}
	}
	w = phoneticPairs.Replace(w)
	b := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if c := w[i]; len(b) == 0 || b[len(b)-1] != c { // doubled letters count once
			b = append(b, c)
		}
	}
	s := strings.TrimRight(string(b), "i")
	if len(s) < 4 {
		return ""
	}
	return s + strings.Repeat("i", min(1, len(b)-len(s)))
}

// phoneticPairs are spellings of one sound in English, French and German transliteration.
var phoneticPairs = strings.NewReplacer(
	"tch", "C", "tsch", "C", "ch", "C", "sch", "S", "sh", "S",
	"kh", "H", "gh", "q", "zh", "J", "ou", "u", "oo", "u", "ee", "i", "ey", "ei", "ay", "ai",
	"iyy", "i", "yy", "i", "iy", "i", "ij", "i", "ii", "i", "y", "i", "w", "v", "ck", "k", "c", "k", "ph", "f")
