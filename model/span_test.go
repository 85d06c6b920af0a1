package model

import (
	"math"
	"slices"
	"testing"
)

// tagged makes tokens of one rune each, with a space between, and their read-outs, from
// tags: O, B and I start a unit, o, b and i go on with it. A token's index is in its logits.
func tagged(tags string) ([]token, []readout) {
	var tokens []token
	var outs []readout
	for i, c := range tags {
		tag, head := slices.Index([]rune("OBIobi"), c), c < 'a'
		r := readout{stance: [3]float32{float32(i), 0, 1}, sentiment: [3]float32{0, float32(2 * i), 0}}
		r.tags[tag%3] = 2
		tokens = append(tokens, token{start: 2 * i, end: 2*i + 1, head: head})
		outs = append(outs, r)
	}
	return tokens, outs
}

func TestFindMentions(t *testing.T) {
	tests := []struct {
		name, tags string
		want       [][2]int // tokens
	}{
		{"nothing", "OOO", nil},
		{"no tokens", "", nil},
		{"one", "OBO", [][2]int{{1, 2}}},
		{"goes on", "BIIO", [][2]int{{0, 3}}},
		{"neighbours", "BBIB", [][2]int{{0, 1}, {1, 3}, {3, 4}}},
		{"I after O starts", "OIIO", [][2]int{{1, 3}}},
		{"I at the start", "IO", [][2]int{{0, 1}}},
		{"first token decides", "BooObb", [][2]int{{0, 3}}},
		{"to the end", "OBoIo", [][2]int{{1, 5}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tokens, outs := tagged(tt.tags)
			got := findMentions(tokens, outs, 0)
			if len(got) != len(tt.want) {
				t.Fatalf("%d mentions, want %d: %v", len(got), len(tt.want), got)
			}
			for i, w := range tt.want {
				m := got[i]
				middle := float32(w[0]+w[1]-1) / 2
				if m.Start != 2*w[0] || m.End != 2*w[1]-1 || m.Tokens != w[1]-w[0] ||
					m.Stance != [3]float32{middle, 0, 1} || m.Sentiment != [3]float32{0, 2 * middle, 0} {
					t.Errorf("mention %d is %v, want tokens %v", i, m, w)
				}
				if p := float32(1 - 1/(2+math.Exp(2))); math.Abs(float64(m.Confidence-p)) > 1e-6 {
					t.Errorf("mention %d has confidence %v, want %v", i, m.Confidence, p)
				}
			}
		})
	}
}

func TestMentionBias(t *testing.T) {
	tokens, outs := tagged("OBO")
	if got := findMentions(tokens, outs, 2.5); len(got) != 0 {
		t.Errorf("with a bias above the logit: %v, want none", got)
	}
	if got := findMentions(tokens, outs, -2.5); len(got) != 3 {
		t.Errorf("with a bias below it: %v, want every token", got)
	}
}

func TestScoreSpans(t *testing.T) {
	tokens, outs := tagged("OOooO") // at runes 0, 2, 4, 6, 8
	tests := []struct {
		name   string
		span   [2]int
		tokens int
		stance float32
	}{
		{"one token", [2]int{0, 1}, 1, 0},
		{"several", [2]int{2, 7}, 3, 2},
		{"space on both sides", [2]int{1, 4}, 1, 1},
		{"no token", [2]int{1, 2}, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := scoreSpans(tokens, outs, [][2]int{tt.span})[0]
			if got.Start != tt.span[0] || got.End != tt.span[1] || got.Confidence != 1 || got.Tokens != tt.tokens || got.Stance[0] != tt.stance {
				t.Errorf("span %v: %v", tt.span, got)
			}
		})
	}
}
