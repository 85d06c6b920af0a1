package eval

import (
	"math"
	"math/rand/v2"
	"slices"
)

// rounds is the number of bootstrap draws; seed makes them the same in every run. Of fewer
// clusters than fewest, draws say nothing about others like them, and there is no interval.
const (
	rounds = 1000
	seed   = 1
	fewest = 10
)

// headline is a figure that gets an interval: its value, and where the interval goes. Both are
// asked only of figures that have the part. Models are compared by those with a name.
type headline struct {
	name  string
	has   func(*Figures) bool
	value func(*Figures) float64
	place func(*Figures) **Interval
}

func hasMention(f *Figures) bool   { return f.Mention != nil }
func hasStance(f *Figures) bool    { return f.Stance != nil }
func hasSentiment(f *Figures) bool { return f.Sentiment != nil }
func hasEndToEnd(f *Figures) bool  { return f.EndToEnd != nil }
func hasLinking(f *Figures) bool   { return f.Linking != nil }

var headlines = []headline{
	{"stance macro-F1", hasStance, func(f *Figures) float64 { return f.Stance.MacroF1 }, func(f *Figures) **Interval { return &f.Stance.MacroF1CI }},
	{"", hasStance, func(f *Figures) float64 { return f.Stance.Hawkish.F1 }, func(f *Figures) **Interval { return &f.Stance.Hawkish.F1CI }},
	{"", hasStance, func(f *Figures) float64 { return f.Stance.Conciliatory.F1 }, func(f *Figures) **Interval { return &f.Stance.Conciliatory.F1CI }},
	{"", hasStance, func(f *Figures) float64 { return f.Stance.Conditional.F1 }, func(f *Figures) **Interval { return &f.Stance.Conditional.F1CI }},
	{"sentiment macro-F1", hasSentiment, func(f *Figures) float64 { return f.Sentiment.MacroF1 }, func(f *Figures) **Interval { return &f.Sentiment.MacroF1CI }},
	{"", hasSentiment, func(f *Figures) float64 { return f.Sentiment.F1PN }, func(f *Figures) **Interval { return &f.Sentiment.F1PNCI }},
	{"mention F1", hasMention, func(f *Figures) float64 { return f.Mention.F1 }, func(f *Figures) **Interval { return &f.Mention.F1CI }},
	{"end-to-end F1", hasEndToEnd, func(f *Figures) float64 { return f.EndToEnd.F1 }, func(f *Figures) **Interval { return &f.EndToEnd.F1CI }},
	{"", hasLinking, func(f *Figures) float64 { return f.Linking.Given.F1 }, func(f *Figures) **Interval { return &f.Linking.Given.F1CI }},
	{"", hasLinking, func(f *Figures) float64 { return f.Linking.Found.F1 }, func(f *Figures) **Interval { return &f.Linking.Found.F1CI }},
}

// withIntervals makes figures of the clusters and puts 95 % intervals beside the headline ones:
// percentiles over draws of as many clusters, with replacement (Efron and Tibshirani 1993).
// Sentences of one article are one cluster, for they are not independent.
func withIntervals(clusters []sparse) Figures {
	f := sum(clusters).figures()
	if len(clusters) < fewest {
		return f
	}
	draws := make([][]float64, len(headlines))
	rng := rand.New(rand.NewPCG(seed, seed))
	for range rounds {
		drawn := weighted(clusters, drawTimes(len(clusters), rng)).figures()
		for i, h := range headlines {
			if h.has(&f) && h.has(&drawn) {
				draws[i] = append(draws[i], h.value(&drawn))
			}
		}
	}
	for i, h := range headlines {
		if h.has(&f) {
			interval := quantiles(draws[i])
			*h.place(&f) = &interval
		}
	}
	return f
}

func sum(clusters []sparse) *counts {
	var all counts
	for _, cluster := range clusters {
		all.add(cluster, 1)
	}
	return &all
}

// drawTimes takes n of n clusters at random, each put back, and says how often it took which.
func drawTimes(n int, rng *rand.Rand) []int {
	times := make([]int, n)
	for range n {
		times[rng.IntN(n)]++
	}
	return times
}

func weighted(clusters []sparse, times []int) *counts {
	var all counts
	for i, n := range times {
		if n > 0 {
			all.add(clusters[i], float64(n))
		}
	}
	return &all
}

// quantiles gives the 2.5th and 97.5th percentile, between neighbours in proportion.
func quantiles(values []float64) Interval {
	slices.Sort(values)
	at := func(q float64) float64 {
		if len(values) == 0 {
			return 0
		}
		x := q * float64(len(values)-1)
		low := int(math.Floor(x))
		high := min(low+1, len(values)-1)
		return values[low] + (x-float64(low))*(values[high]-values[low])
	}
	return Interval{at(0.025), at(0.975)}
}
