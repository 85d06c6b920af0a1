package model

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	tests := []struct {
		name, text, want string
		start, end       []int
	}{
		{"empty", "", "", nil, nil},
		{"all dropped", "\u200c\u064e\u0640", "", nil, nil},
		{"white space is one space at the first", "a \t\u3000b", "a b", []int{0, 1, 4}, []int{1, 2, 5}},
		{"Python's separators are white space", "a\x1c\x1fb", "a b", []int{0, 1, 3}, []int{1, 2, 4}},
		{"decomposed is composed", "e\u0301a", "éa", []int{0, 2}, []int{2, 3}},
		{"composition reaches over a dropped rune", "e\u200d\u0301", "é", []int{0}, []int{3}},
		{"dropped runes at the end stay outside", "e\u200d", "e", []int{0}, []int{1}},
		{"ligature", "ﬁn", "fin", []int{0, 0, 1}, []int{1, 1, 2}},
		{"Arabic letters to Persian", "كي\u0650ى", "کیی", []int{0, 1, 3}, []int{1, 2, 4}},
		{"quotes and dashes", "“a”—’", `"a"-'`, []int{0, 1, 2, 3, 4}, []int{1, 2, 3, 4, 5}},
		{"Hebrew points and maqaf", "שַׂר־", "שר-", []int{0, 3, 4}, []int{1, 4, 5}},
		{"bad UTF-8 is one rune a byte", "a\xff\xfe", "a\ufffd\ufffd", []int{0, 1, 2}, []int{1, 2, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkClean(t, tt.text, tt.want, tt.start, tt.end) })
	}
}

// TestCleanVectors holds the Go and the Python cleaner together.
func TestCleanVectors(t *testing.T) {
	type vector struct {
		Text, Clean string
		Start, End  []int
	}
	for _, v := range readVectors[vector](t, "testdata/clean_vectors.jsonl") {
		checkClean(t, v.Text, v.Clean, v.Start, v.End)
	}
}

func checkClean(t *testing.T, text, want string, start, end []int) {
	t.Helper()
	got := clean(text)
	if string(got.runes) != want {
		t.Errorf("clean(%+q) = %+q, want %+q", text, string(got.runes), want)
		return
	}
	if !slices.Equal(got.start, start) || !slices.Equal(got.end, end) {
		t.Errorf("clean(%+q): ranges %v %v, want %v %v", text, got.start, got.end, start, end)
	}
}

// readVectors reads a file of JSON lines.
func readVectors[T any](t testing.TB, path string) []T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var vectors []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			t.Fatalf("%s, line %d: %v", path, len(vectors)+1, err)
		}
		vectors = append(vectors, v)
	}
	if err := lines.Err(); err != nil || len(vectors) == 0 {
		t.Fatalf("%s holds no vectors (%v)", path, err)
	}
	return vectors
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "a\u0301b", " \u00b4", "ﷺ", "e\u0323\u0302", "کي \u200c", "\xff\u0301", "ｶﾞ", "\ufe71\u0301x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := clean(text)
		n, previous, last := utf8.RuneCountInString(text), 0, 0
		for i := range got.runes {
			start, end := got.start[i], got.end[i]
			if start < previous || end < last || start >= end || end > n {
				t.Fatalf("clean(%+q): rune %d of %+q has range [%d, %d) after [%d, %d) of %d runes",
					text, i, string(got.runes), start, end, previous, last, n)
			}
			previous, last = start, end
		}
		if slices.ContainsFunc([]rune(text), hidesCombining) {
			return
		}
		if again := clean(string(got.runes)); !slices.Equal(again.runes, got.runes) {
			t.Fatalf("clean(%+q) = %+q, and cleaned again %+q", text, string(got.runes), string(again.runes))
		}
	})
}

// hidesCombining tells whether r is no combining character, but may turn into one (or into
// nothing) when cleaned: U+FF9E, say, a voicing mark of half width. The rules compose before
// they see that, so a second cleaning composes further.
func hidesCombining(r rune) bool {
	if dropped(r) || combiningClass(r) > 0 {
		return false
	}
	for _, k := range norm.NFKC.String(string(r)) {
		if !dropped(k) {
			return combiningClass(k) > 0
		}
	}
	return true
}

func BenchmarkClean(b *testing.B) {
	benchmarkTexts(b, func(text string) int { return len(clean(text).runes) }, "runes/s")
}
