package model

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
)

// newTestPieces makes a tokenizer of the special pieces and some more.
func newTestPieces(t testing.TB, pieces ...string) *wordPieces {
	t.Helper()
	w, err := newWordPieces(testVocab(pieces...))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func testVocab(pieces ...string) string {
	return strings.Join(append(specialPieces[:], pieces...), "\n") + "\n"
}

func TestTokenize(t *testing.T) {
	pieces := []string{"Iran", "##ian", "##s", "-", ".", "the", "中", "##国", "##说", "##a", "é", "#"}
	w := newTestPieces(t, pieces...)
	id := func(piece string) int64 {
		return int64(slices.Index(strings.Split(testVocab(pieces...), "\n"), piece))
	}
	tests := []struct {
		name, text string
		want       []token
	}{
		{"nothing left", " \u200c\u064e", nil},
		{"words", "the  Iranians", []token{{id("the"), 0, 3, true}, {id("Iran"), 5, 9, true}, {id("##ian"), 9, 12, false}, {id("##s"), 12, 13, false}}},
		{"punctuation is a word", "Iran-the.", []token{{id("Iran"), 0, 4, true}, {id("-"), 4, 5, true}, {id("the"), 5, 8, true}, {id("."), 8, 9, true}}},
		{"unknown word", "the xyz", []token{{id("the"), 0, 3, true}, {unkID, 4, 7, true}}},
		{"Chinese tokens are units", "中国a国", []token{{id("中"), 0, 1, true}, {id("##国"), 1, 2, true}, {id("##a"), 2, 3, false}, {id("##国"), 3, 4, true}}},
		{"source ranges", "“e\u0301”", []token{{unkID, 0, 1, true}, {id("é"), 1, 3, true}, {unkID, 3, 4, true}}},
		{"100 runes are a word", "Iran" + strings.Repeat("s", 97), []token{{unkID, 0, 101, true}}},
		{"a mark is no continuation", "##s", []token{{id("#"), 0, 1, true}, {id("#"), 1, 2, true}, {unkID, 2, 3, true}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for range 2 { // the second time from memory
				got, err := w.tokenize(tt.text)
				if err != nil || !slices.Equal(got, tt.want) {
					t.Errorf("tokenize(%q) = %v, %v, want %v", tt.text, got, err, tt.want)
				}
			}
		})
	}
}

// TestTokenVectors compares the bundle's tokens with those of the Python reference, source ranges included.
func TestTokenVectors(t *testing.T) {
	vocab, err := fs.ReadFile(Bundled(), vocabFile)
	if err != nil {
		t.Fatal(err)
	}
	w, err := newWordPieces(string(vocab))
	if err != nil {
		t.Fatal(err)
	}
	type vector struct {
		Text   string
		IDs    []int64
		Ranges [][2]int
		Unit   []bool
	}
	for _, v := range readVectors[vector](t, "testdata/token_vectors.jsonl") {
		var want []token
		for i, id := range v.IDs[1 : len(v.IDs)-1] { // without [CLS] and [SEP]
			want = append(want, token{id, v.Ranges[i][0], v.Ranges[i][1], v.Unit[i]})
		}
		if got, err := w.tokenize(v.Text); err != nil || !slices.Equal(got, want) {
			t.Errorf("tokenize(%+q) = %v, %v, want %v", v.Text, got, err, want)
		}
	}
}

func TestVocabIsRefused(t *testing.T) {
	tests := []struct{ name, vocab, want string }{
		{"empty", "", "line 1 is empty"},
		{"special pieces elsewhere", "[UNK]\n[PAD]\n", "[PAD] in line 1"},
		{"piece twice", testVocab("a", "a"), `"a" twice, in lines 6 and 7`},
		{"empty line", testVocab("a", "", "b"), "line 7 is empty"},
		{"not UTF-8", testVocab("\xff"), "line 6"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := newWordPieces(tt.vocab); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func FuzzTokenize(f *testing.F) {
	w := newTestPieces(f, "a", "##a", "中", "##中", "-", "ab", "##b")
	f.Add("ab-aab 中中 \u0301a")
	f.Fuzz(func(t *testing.T, text string) {
		tokens, err := w.tokenize(text)
		if err != nil {
			t.Fatal(err)
		}
		n, start, end := len([]rune(text)), 0, 0
		for _, k := range tokens {
			if k.start < start || k.end < end || k.start >= k.end || k.end > n {
				t.Fatalf("tokenize(%+q) = %v", text, tokens)
			}
			start, end = k.start, k.end
		}
	})
}

func TestChunksAreBounded(t *testing.T) {
	w := newTestPieces(t, "a")
	for i := range maxChunks {
		w.chunks[string(rune(i+0x10000))] = nil
	}
	if _, err := w.tokenize("a " + strings.Repeat("b", maxChunkBytes+1)); err != nil {
		t.Fatal(err)
	}
	if len(w.chunks) != 1 {
		t.Errorf("%d chunks are remembered, want 1", len(w.chunks))
	}
}
