package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"stance/eval"
	"stance/eval/labelled"
	"stance/model"
)

// shownErrors bounds the list of the worst ones.
const shownErrors = 100

// mistake is a sentence of which the model says something wrong with certainty.
type mistake struct {
	ID, Lang string
	Pieces   []piece
	Actors   []verdict // those with a wrong label
	Missed   []string  // labelled mentions that were not found
	Extra    []string  // found ones that are none
	Loss     float64
}

// piece is a stretch of the sentence: plain, or a mention.
type piece struct {
	Text  string
	Class string // of the labelled stance, "plain" outside of mentions
	Title string
	Wrong bool
}

// verdict sets the labels of an actor against what was said.
type verdict struct {
	Mention, Labelled, Said string
	P                       string
}

// worst lists the sentences with the greatest loss, the greatest first, and how many have a wrong
// label at all. The loss of an actor is the sum of the negative logarithms of the probabilities
// given to its labels; that of a sentence is its worst actor's.
func worst(scored eval.Scored) ([]mistake, int) {
	var all []mistake
	for i := range scored.Set.Sentences {
		if m := mistakeOf(&scored.Set.Sentences[i], &scored.Predictions[i]); m != nil {
			all = append(all, *m)
		}
	}
	slices.SortStableFunc(all, func(a, b mistake) int { return cmp.Compare(b.Loss, a.Loss) })
	return all[:min(len(all), shownErrors)], len(all)
}

func mistakeOf(s *labelled.Sentence, p *eval.Prediction) *mistake {
	m := mistake{ID: s.ID, Lang: s.Lang}
	text := []rune(s.Text)
	marks := map[int]piece{} // by start
	ends := map[int]int{}
	for i, a := range s.Actors {
		said := &p.Actors[i]
		loss, wrong := lossOf(&a, said)
		mention := string(text[a.Spans[0][0]:a.Spans[0][1]])
		if wrong {
			m.Loss = max(m.Loss, loss)
			m.Actors = append(m.Actors, verdict{mention, labelsOf(&a), saidOf(&a, said), probabilities(said)})
		}
		for _, span := range a.Spans {
			marks[span[0]] = piece{string(text[span[0]:span[1]]), stanceClass(&a), labelsOf(&a), wrong}
			ends[span[0]] = span[1]
		}
	}
	if len(m.Actors) == 0 {
		return nil
	}
	if s.Complete && p.Found != nil {
		m.Missed, m.Extra = unfound(s, p, text)
	}
	plain := 0
	for at := 0; at <= len(text); {
		end, ok := ends[at]
		if at == len(text) || ok {
			if plain < at {
				m.Pieces = append(m.Pieces, piece{Text: string(text[plain:at]), Class: "plain"})
			}
			if !ok {
				break
			}
			m.Pieces = append(m.Pieces, marks[at])
			at, plain = end, end
			continue
		}
		at++
	}
	return &m
}

// unfound lists labelled mentions that no found one touches, and the reverse.
func unfound(s *labelled.Sentence, p *eval.Prediction, text []rune) (missed, extra []string) {
	touch := func(a, b [2]int) bool { return a[0] < b[1] && b[0] < a[1] }
	var marked [][2]int
	for _, a := range s.Actors {
		marked = append(marked, a.Spans...)
	}
	for _, span := range marked {
		if !slices.ContainsFunc(p.Found, func(f eval.Found) bool { return touch(f.Span, span) }) {
			missed = append(missed, string(text[span[0]:span[1]]))
		}
	}
	for _, f := range p.Found {
		if !slices.ContainsFunc(marked, func(span [2]int) bool { return touch(f.Span, span) }) {
			extra = append(extra, string(text[f.Span[0]:f.Span[1]]))
		}
	}
	return missed, extra
}

// lossOf is the negative logarithm of the probability of the labels, and whether one of them was decided wrongly.
func lossOf(a *labelled.Actor, said *eval.Given) (loss float64, wrong bool) {
	add := func(p float32) { loss -= math.Log(max(float64(p), 1e-6)) }
	if a.Stance != nil {
		wrong = *a.Stance != said.Stance
		for i, on := range a.Stance {
			if on {
				add(said.PStance[i])
			} else {
				add(1 - said.PStance[i])
			}
		}
	}
	if a.Sentiment != labelled.Unlabelled {
		wrong = wrong || a.Sentiment != said.Sentiment
		add(said.PSentiment[a.Sentiment])
	}
	return loss, wrong
}

// labelsOf and saidOf say an actor's labels in words, as far as the set has them.
func labelsOf(a *labelled.Actor) string { return inWords(a, a.Stance, a.Sentiment) }

func saidOf(a *labelled.Actor, said *eval.Given) string {
	return inWords(a, &said.Stance, said.Sentiment)
}

func inWords(a *labelled.Actor, stance *[3]bool, sentiment int) string {
	var parts []string
	if a.Stance != nil {
		names := labelled.StanceNames(*stance)
		if len(names) == 0 {
			names = []string{"no stance"}
		}
		parts = append(parts, strings.Join(names, " + "))
	}
	if a.Sentiment != labelled.Unlabelled {
		parts = append(parts, model.SentimentNames[sentiment])
	}
	return strings.Join(parts, ", ")
}

func probabilities(said *eval.Given) string {
	var parts []string
	for i, letter := range []string{"H", "C", "D"} {
		parts = append(parts, letter+" "+percent(said.PStance[i]))
	}
	for i, sign := range []string{"−", "0", "+"} {
		parts = append(parts, sign+" "+percent(said.PSentiment[i]))
	}
	return strings.Join(parts, "  ")
}

func percent(p float32) string { return fmt.Sprintf("%.0f %%", 100*p) }

// stanceClass colours a mention by its labelled stance.
func stanceClass(a *labelled.Actor) string {
	switch {
	case a.Stance == nil:
		return "none"
	case a.Stance[model.Hawkish] && a.Stance[model.Conciliatory]:
		return "both"
	case a.Stance[model.Hawkish]:
		return "hawkish"
	case a.Stance[model.Conciliatory]:
		return "conciliatory"
	case a.Stance[model.Conditional]:
		return "conditional"
	}
	return "none"
}
