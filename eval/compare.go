package eval

import (
	"fmt"
	"math/rand/v2"

	"gonum.org/v1/gonum/stat/distuv"

	"stance/eval/labelled"
)

// Comparison says which of two models, A or B, does better on the same sentences.
type Comparison struct {
	Sentences   int          `json:"sentences"`
	Differences []Difference `json:"differences"`
	Stance      *McNemar     `json:"mcnemar_stance,omitempty"`    // actors with exactly the right stances
	Sentiment   *McNemar     `json:"mcnemar_sentiment,omitempty"` // actors with the right sentiment
	Verdict     string       `json:"verdict"`

	enough bool // sentences for draws to say something
}

// Difference is that of one figure. CI is the 95 % interval of B - A over paired draws: both
// models are scored on the same drawn sentences.
type Difference struct {
	Figure string   `json:"figure"`
	A      float64  `json:"a"`
	B      float64  `json:"b"`
	Diff   float64  `json:"difference"`
	CI     Interval `json:"ci95"`
}

// McNemar counts the actors that only one of the models gets right. P is how often fair coins
// would fall so unevenly, or more (exact test, two-sided; McNemar 1947).
type McNemar struct {
	OnlyA int     `json:"only_a"`
	OnlyB int     `json:"only_b"`
	P     float64 `json:"p"`
}

// SetComparison compares on a set, and on each of its languages.
type SetComparison struct {
	Set  string                `json:"set"`
	Hash string                `json:"sha256"`
	All  Comparison            `json:"all"`
	Lang map[string]Comparison `json:"lang"`
}

// Compare compares two models' predictions of the same set.
func Compare(set *labelled.Set, a, b []Prediction) (*SetComparison, error) {
	for _, predictions := range [][]Prediction{a, b} {
		if err := matches(set, predictions); err != nil {
			return nil, err
		}
	}
	pair := paired{set.Sentences, a, b, observe(set.Sentences, a), observe(set.Sentences, b)}
	out := &SetComparison{Set: set.Name, Hash: set.Hash, Lang: map[string]Comparison{}}
	out.All = pair.compare(func(*labelled.Sentence) bool { return true })
	for _, lang := range languages(set.Sentences) {
		out.Lang[lang] = pair.compare(func(s *labelled.Sentence) bool { return s.Lang == lang })
	}
	return out, nil
}

// paired are the predictions and counts of two models over the same sentences.
type paired struct {
	sentences []labelled.Sentence
	a, b      []Prediction
	ofA, ofB  observed
}

func (p *paired) compare(belongs func(*labelled.Sentence) bool) Comparison {
	as, bs := p.ofA.clusters(belongs), p.ofB.clusters(belongs)
	a, b := sum(as).figures(), sum(bs).figures()
	c := Comparison{Sentences: a.Sentences, enough: len(as) >= fewest}
	draws := make([][]float64, len(headlines))
	rng := rand.New(rand.NewPCG(seed, seed))
	for range rounds {
		times := drawTimes(len(as), rng)
		da, db := weighted(as, times).figures(), weighted(bs, times).figures()
		for i, h := range headlines {
			if h.has(&da) && h.has(&db) {
				draws[i] = append(draws[i], h.value(&db)-h.value(&da))
			}
		}
	}
	for i, h := range headlines {
		if h.name != "" && h.has(&a) && h.has(&b) {
			va, vb := h.value(&a), h.value(&b)
			c.Differences = append(c.Differences, Difference{h.name, va, vb, vb - va, quantiles(draws[i])})
		}
	}
	c.Stance = p.mcNemar(belongs, func(actor *labelled.Actor, said *Given) (right, known bool) {
		return actor.Stance != nil && *actor.Stance == said.Stance, actor.Stance != nil
	})
	c.Sentiment = p.mcNemar(belongs, func(actor *labelled.Actor, said *Given) (right, known bool) {
		return actor.Sentiment == said.Sentiment, actor.Sentiment != labelled.Unlabelled
	})
	c.Verdict = c.verdict()
	return c
}

// mcNemar counts the actors that one model gets right and the other does not; nil where no label is known.
func (p *paired) mcNemar(belongs func(*labelled.Sentence) bool, judge func(*labelled.Actor, *Given) (right, known bool)) *McNemar {
	var m McNemar
	any := false
	for i := range p.sentences {
		s := &p.sentences[i]
		if !belongs(s) {
			continue
		}
		for k := range s.Actors {
			a, known := judge(&s.Actors[k], &p.a[i].Actors[k])
			b, _ := judge(&s.Actors[k], &p.b[i].Actors[k])
			any = any || known
			switch {
			case a && !b:
				m.OnlyA++
			case b && !a:
				m.OnlyB++
			}
		}
	}
	if !any {
		return nil
	}
	m.P = 1
	if n := m.OnlyA + m.OnlyB; n > 0 {
		coins := distuv.Binomial{N: float64(n), P: 0.5}
		m.P = min(1, 2*coins.CDF(float64(min(m.OnlyA, m.OnlyB))))
	}
	return &m
}

// verdict says in words what the first of the differences, that of stance where there is one, amounts to.
func (c *Comparison) verdict() string {
	if len(c.Differences) == 0 {
		return "nothing that both could be compared by"
	}
	d, m := c.Differences[0], c.Stance
	if m == nil {
		m = c.Sentiment
	}
	figures := fmt.Sprintf("%s %.3f against %.3f, %+.3f [%+.3f, %+.3f]", d.Figure, d.B, d.A, d.Diff, d.CI[0], d.CI[1])
	coins := ""
	if m != nil {
		coins = fmt.Sprintf("; of the actors that only one gets right, B has %d, A %d (p = %.3f)", m.OnlyB, m.OnlyA, m.P)
	}
	clear := m != nil && m.P < 0.05
	switch {
	case !c.enough:
		return fmt.Sprintf("%d sentences are too few to tell: %s%s", c.Sentences, figures, coins)
	case d.CI[0] > 0 && clear && m.OnlyB > m.OnlyA:
		return "B is better: " + figures + coins
	case d.CI[1] < 0 && clear && m.OnlyA > m.OnlyB:
		return "A is better: " + figures + coins
	case d.CI[0] > 0:
		return "B is probably better: " + figures + coins
	case d.CI[1] < 0:
		return "A is probably better: " + figures + coins
	}
	return fmt.Sprintf("no difference that %d sentences can show: %s%s", c.Sentences, figures, coins)
}
