package eval

import (
	"cmp"
	"fmt"
	"slices"

	"stance/eval/labelled"
)

// Agreement says how alike two people label the same sentences.
type Agreement struct {
	Lang      string
	Sentences int
	Mentions  [2]int // that each marked
	Paired    int    // of them, overlapping, one to one
	MentionF1 float64
	Stance    Kappa // of paired mentions, their whole set of stances
	Sentiment Kappa
}

// Kappa is Cohen's kappa (1960): the share of equal labels, less what chance would give.
type Kappa struct {
	Equal float64 // share of equal labels
	Kappa float64
}

// Agree compares a second labelling with the first, by language. Sentences are found by id; those
// that the second does not have are left out, and one that has another text is an error.
func Agree(first, second *labelled.Set) ([]Agreement, error) {
	byID := map[string]*labelled.Sentence{}
	for i := range first.Sentences {
		byID[first.Sentences[i].ID] = &first.Sentences[i]
	}
	var out []Agreement
	for _, lang := range languages(second.Sentences) {
		a := Agreement{Lang: lang}
		var stances, sentiments [][2]int
		for i := range second.Sentences {
			their := &second.Sentences[i]
			if their.Lang != lang {
				continue
			}
			our := byID[their.ID]
			if our == nil || our.Text != their.Text {
				return nil, fmt.Errorf("%s:%d: the sentence %q is not in %s, or has another text there", their.Path, their.Line, their.ID, first.Path)
			}
			a.Sentences++
			ours, theirs := mentionsOf(our), mentionsOf(their)
			a.Mentions[0] += len(ours)
			a.Mentions[1] += len(theirs)
			for n, partner := range align(spansOf(theirs), spansOf(ours)) {
				if partner < 0 {
					continue
				}
				a.Paired++
				x, y := ours[partner].actor, theirs[n].actor
				if x.Stance != nil && y.Stance != nil {
					stances = append(stances, [2]int{setOf(*x.Stance), setOf(*y.Stance)})
				}
				if x.Sentiment != labelled.Unlabelled && y.Sentiment != labelled.Unlabelled {
					sentiments = append(sentiments, [2]int{x.Sentiment, y.Sentiment})
				}
			}
		}
		a.MentionF1 = ratio(2*float64(a.Paired), float64(a.Mentions[0]+a.Mentions[1]))
		a.Stance, a.Sentiment = kappa(stances), kappa(sentiments)
		out = append(out, a)
	}
	return out, nil
}

// mention is a labelled mention with its actor.
type mention struct {
	span  [2]int
	actor *labelled.Actor
}

// mentionsOf lists a sentence's mentions in the order of the text.
func mentionsOf(s *labelled.Sentence) []mention {
	var all []mention
	for i := range s.Actors {
		for _, span := range s.Actors[i].Spans {
			all = append(all, mention{span, &s.Actors[i]})
		}
	}
	slices.SortFunc(all, func(a, b mention) int { return cmp.Compare(a.span[0], b.span[0]) })
	return all
}

func spansOf(mentions []mention) [][2]int {
	spans := make([][2]int, len(mentions))
	for i, m := range mentions {
		spans[i] = m.span
	}
	return spans
}

func kappa(pairs [][2]int) Kappa {
	if len(pairs) == 0 {
		return Kappa{}
	}
	equal := 0.0
	var first, second [8]float64
	for _, p := range pairs {
		if p[0] == p[1] {
			equal++
		}
		first[p[0]]++
		second[p[1]]++
	}
	n := float64(len(pairs))
	chance := 0.0
	for i := range first {
		chance += first[i] / n * second[i] / n
	}
	k := Kappa{Equal: equal / n, Kappa: 1}
	if chance < 1 {
		k.Kappa = (k.Equal - chance) / (1 - chance)
	}
	return k
}
