package model

import (
	"math"
	"testing"
)

func testCalibration() calibration {
	var c calibration
	c.Stance.Temperature = []float64{1, 2, 0.5}
	c.Stance.Threshold = []float64{0.5, 0.6, 0.3}
	c.Sentiment.Temperature = 2
	c.Sentiment.Bias = []float64{0, 0.5, -0.5}
	c.Mention.Bias = new(float64)
	return c
}

func TestPool(t *testing.T) {
	a := Logits{Stance: [3]float32{1, 2, 3}, Sentiment: [3]float32{4, 0, 0}, Tokens: 1}
	b := Logits{Stance: [3]float32{5, 2, -1}, Sentiment: [3]float32{0, 8, 0}, Tokens: 3}
	none := Logits{Stance: [3]float32{9, 9, 9}}
	tests := []struct {
		name string
		in   []Logits
		want Logits
	}{
		{"none", nil, Logits{}},
		{"without tokens", []Logits{none, none}, Logits{}},
		{"one", []Logits{b}, b},
		{"weighted by tokens", []Logits{a, none, b}, Logits{[3]float32{4, 2, 0}, [3]float32{1, 6, 0}, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Pool(tt.in...); got != tt.want {
				t.Errorf("Pool = %v, want %v", got, tt.want)
			}
		})
	}
}

func TestDecide(t *testing.T) {
	m := &Model{calibration: testCalibration()}
	got := m.Decide(Logits{Stance: [3]float32{0, 0.7, -0.4}, Sentiment: [3]float32{1, 0.5, 1}, Tokens: 2})
	near := func(name string, got float32, want float64) {
		if math.Abs(float64(got)-want) > 1e-6 {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
	near("p_hawkish", got.PStance[Hawkish], 0.5)
	near("p_conciliatory", got.PStance[Conciliatory], 1/(1+math.Exp(-0.35)))
	near("p_conditional", got.PStance[Conditional], 1/(1+math.Exp(0.8)))
	if got.Stance != [3]bool{true, false, true} {
		t.Errorf("flags %v", got.Stance)
	}
	sum := math.Exp(0.5) + math.Exp(0.75) + math.Exp(0)
	near("p_neutral", got.PSentiment[Neutral], math.Exp(0.75)/sum)
	near("p_positive", got.PSentiment[Positive], 1/sum)
	if got.Sentiment != Neutral {
		t.Errorf("sentiment %v", got.Sentiment)
	}
}

func TestDecideWithoutTokens(t *testing.T) {
	m := &Model{calibration: testCalibration()}
	if got := m.Decide(Logits{}); got != (Scores{PSentiment: [3]float32{0, 1, 0}, Sentiment: Neutral}) {
		t.Errorf("Decide of nothing = %v, want no stance and neutral", got)
	}
}
