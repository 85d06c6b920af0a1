//lint:file-ignore ST1018 Persian is written with half-spaces.

package actor

import "testing"

func TestKey(t *testing.T) {
	for _, same := range [][]string{
		{"U.S.", "US", "u.s."},
		{"İstanbul", "istanbul", "ISTANBUL", "Istanbul's"},
		{"حزب‌الله", "حزب الله", "حزب اللّٰه"},
		{"علي", "علی", "على"},
		{"كابل", "کابل"},
		{"القاهرة", "القاهره"},
		{"أمريكا", "امریکا", "آمریکا"},
		{"صه\u200eر", "صهر"},
		{"צה\"ל", "צה״ל", "צהל"},
		{"Khamene'i", "Khamenei", "Khamene’i"},
		{"Amir-Abdollahian", "Amir Abdollahian", "Amir–Abdollahian"},
		{"l'Iran", "L’Iran", "Iran"},
		{"Ёлкин", "Елкин"},
		{"Ｉｒａｎ", "Iran"},
		{"São Tomé", "Sao Tome"},
		{"Erdoğan", "Erdogan", "ERDOĞAN"},
		{"the Kremlin", "Kremlin"},
	} {
		for _, s := range same[1:] {
			if a, b := key(dropThe(words(same[0]))), key(dropThe(words(s))); a != b {
				t.Errorf("%q gives %q, %q gives %q", same[0], a, s, b)
			}
		}
	}
	for _, apart := range [][2]string{{"Китай", "Китаи"}, {"Niger", "Nigeria"}, {"", "a"}} {
		if key(words(apart[0])) == key(words(apart[1])) {
			t.Errorf("%q share a key", apart)
		}
	}
}

func TestStableID(t *testing.T) {
	if a, b := stableID(words("Павел Гордынин"), ""), stableID(words("Павла Гордынина"), ""); a != b {
		t.Errorf("cases of one name: %s, %s", a, b)
	}
	if got := stableID(words("Nadia Ferrant"), ""); got != stableID(words("nadia  FERRANT"), "") || len(got) != 14 {
		t.Errorf("id %q", got)
	}
}
