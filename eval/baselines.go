package eval

import (
	"math/rand/v2"
	"slices"

	"stance/eval/labelled"
	"stance/model"
)

// Baseline is what a simpler reader scores on the same set with given mentions.
type Baseline struct {
	Name  string `json:"name"`
	About string `json:"about"`
	Figures
	Lang map[string]*Figures `json:"lang"`
}

// baselines scores them all. Majority and prior know how often each label is in this very set,
// which favours them a little.
func baselines(sentences []labelled.Sentence, predictions []Prediction) []Baseline {
	shares := sharesOf(sentences)
	rng := rand.New(rand.NewPCG(seed, seed))
	readers := []struct {
		name, about string
		langs       []string // nil: all
		read        func(i int, s *labelled.Sentence) []model.Scores
	}{
		{"target-blind", "the model, but each actor gets the label of all the sentence's mentions pooled: what is above it is knowledge of who does what", nil,
			func(i int, s *labelled.Sentence) []model.Scores { return repeated(predictions[i].blind, len(s.Actors)) }},
		{"lexicon", "words that speak of a stance or judge, each given to the nearest mention before it", lexiconLanguages,
			func(_ int, s *labelled.Sentence) []model.Scores { return words.read(s) }},
		{"prior", "labels drawn at random, as often as the set has them", nil,
			func(_ int, s *labelled.Sentence) []model.Scores { return shares.draw(rng, len(s.Actors)) }},
		{"majority", "the set's most frequent labels, always", nil,
			func(_ int, s *labelled.Sentence) []model.Scores { return shares.most(len(s.Actors)) }},
	}
	var out []Baseline
	for _, reader := range readers {
		var covered []labelled.Sentence
		var read []Prediction
		for i := range sentences {
			s := &sentences[i]
			if reader.langs != nil && !slices.Contains(reader.langs, s.Lang) {
				continue
			}
			scores := reader.read(i, s)
			if len(scores) != len(s.Actors) { // nothing is known of a sentence read from a file of predictions
				continue
			}
			p := Prediction{ID: s.ID}
			for _, one := range scores {
				p.Actors = append(p.Actors, Given{Scores: one})
			}
			covered, read = append(covered, *s), append(read, p)
		}
		if len(covered) == 0 {
			continue
		}
		all := observe(covered, read)
		b := Baseline{Name: reader.name, About: reader.about, Lang: map[string]*Figures{}}
		b.Figures = all.figures(func(*labelled.Sentence) bool { return true })
		for _, lang := range languages(covered) {
			f := all.figures(func(s *labelled.Sentence) bool { return s.Lang == lang })
			b.Lang[lang] = &f
		}
		out = append(out, b)
	}
	return out
}

func repeated(one *model.Scores, n int) []model.Scores {
	var all []model.Scores
	for range n {
		if one != nil {
			all = append(all, *one)
		}
	}
	return all
}

// shares are how often the set has each label.
type shares struct {
	stance    [3]float32 // of the actors with a labelled stance
	sentiment [3]float32 // of those with a labelled sentiment
}

func sharesOf(sentences []labelled.Sentence) shares {
	var s shares
	var judged, felt float32
	for _, sentence := range sentences {
		for _, a := range sentence.Actors {
			if a.Stance != nil {
				judged++
				for i, on := range a.Stance {
					if on {
						s.stance[i]++
					}
				}
			}
			if a.Sentiment != labelled.Unlabelled {
				felt++
				s.sentiment[a.Sentiment]++
			}
		}
	}
	for i := range 3 {
		s.stance[i] /= max(judged, 1)
		s.sentiment[i] /= max(felt, 1)
	}
	return s
}

// scores gives the shares as probabilities and decides nothing.
func (s shares) scores() model.Scores {
	return model.Scores{PStance: s.stance, PSentiment: s.sentiment}
}

func (s shares) draw(rng *rand.Rand, n int) []model.Scores {
	all := make([]model.Scores, n)
	for k := range all {
		all[k] = s.scores()
		for i, p := range s.stance {
			all[k].Stance[i] = rng.Float32() < p
		}
		at := rng.Float32()
		for all[k].Sentiment = 0; all[k].Sentiment < 2 && at >= s.sentiment[all[k].Sentiment]; all[k].Sentiment++ {
			at -= s.sentiment[all[k].Sentiment]
		}
	}
	return all
}

func (s shares) most(n int) []model.Scores {
	all := make([]model.Scores, n)
	for k := range all {
		all[k] = s.scores()
		for i, p := range s.stance {
			all[k].Stance[i] = p > 0.5
			if s.sentiment[i] > s.sentiment[all[k].Sentiment] {
				all[k].Sentiment = i
			}
		}
	}
	return all
}
