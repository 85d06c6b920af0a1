package model

import (
	"slices"
	"testing"
)

// headsAt makes n tokens of which every k-th is the head of a unit.
func headsAt(n, k int) []token {
	tokens := make([]token, n)
	for i := range tokens {
		tokens[i].head = i%k == 0
	}
	return tokens
}

func TestWindows(t *testing.T) {
	tests := []struct {
		name   string
		tokens []token
		size   int
		want   []window
	}{
		{"fits", headsAt(10, 1), 10, []window{{0, 10, 0, 10}}},
		{"two windows", headsAt(300, 1), 254, []window{{0, 254, 0, 222}, {190, 300, 222, 300}}},
		{"cut at heads", headsAt(20, 3), 10, []window{{0, 9, 0, 6}, {3, 12, 6, 9}, {6, 15, 9, 12}, {9, 18, 12, 15}, {12, 20, 15, 20}}},
		{"no head to cut at", headsAt(15, 100), 10, []window{{0, 10, 0, 8}, {5, 15, 8, 15}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := windows(tt.tokens, tt.size); !slices.Equal(got, tt.want) {
				t.Errorf("windows = %v, want %v", got, tt.want)
			}
		})
	}
}

// TestWindowsCover tries many lengths: each token is taken from exactly one window, from
// within it, and each window is at most size long.
func TestWindowsCover(t *testing.T) {
	for _, size := range []int{6, 7, 20, 254} {
		for _, k := range []int{1, 2, 5, 11} {
			for n := 1; n < 800; n += 7 {
				next := 0
				for _, w := range windows(headsAt(n, k), size) {
					if w.from != next || w.to <= w.from || w.from < w.start || w.to > w.end || w.end-w.start > size {
						t.Fatalf("size %d, heads every %d, %d tokens: window %v after token %d", size, k, n, w, next)
					}
					next = w.to
				}
				if next != n {
					t.Fatalf("size %d, heads every %d: %d of %d tokens are taken", size, k, next, n)
				}
			}
		}
	}
}
