package eval

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"stance/eval/labelled"
)

// SetReport is how a model does on one labelled set.
type SetReport struct {
	Set     string `json:"set"`
	Hash    string `json:"sha256"`
	Files   int    `json:"files"`
	Rejects int    `json:"rejects"` // lines that could not be used
	Figures
	Lang      map[string]*Figures `json:"lang"`
	Slices    []SliceGroup        `json:"slices"`
	Baselines []Baseline          `json:"baselines"`
}

// SliceGroup is one way of cutting a set into slices.
type SliceGroup struct {
	By     string  `json:"by"` // tag, source, length, actors or stances
	Slices []Slice `json:"slices"`
}

// Slice is a part of a set. A sentence can be in several slices of one group.
type Slice struct {
	Name string `json:"name"`
	Figures
}

// Score compares predictions, one for each sentence of the set in its order, with its labels.
func Score(set *labelled.Set, predictions []Prediction) (*SetReport, error) {
	if err := matches(set, predictions); err != nil {
		return nil, err
	}
	all := observe(set.Sentences, predictions)
	r := &SetReport{Set: set.Name, Hash: set.Hash, Files: set.Files, Rejects: len(set.Problems), Lang: map[string]*Figures{}}
	var work sync.WaitGroup
	work.Go(func() {
		r.Figures = all.figures(func(*labelled.Sentence) bool { return true })
		r.Unscored = unscored(set.Sentences, &r.Figures)
	})
	for _, lang := range languages(set.Sentences) {
		f := &Figures{}
		r.Lang[lang] = f
		work.Go(func() { *f = all.figures(func(s *labelled.Sentence) bool { return s.Lang == lang }) })
	}
	work.Go(func() { r.Slices = all.slices() })
	work.Go(func() { r.Baselines = baselines(set.Sentences, predictions) })
	work.Wait()
	return r, nil
}

// matches checks that predictions are those of the set's sentences.
func matches(set *labelled.Set, predictions []Prediction) error {
	if len(predictions) != len(set.Sentences) {
		return fmt.Errorf("the set %s has %d sentences, but there are %d predictions", set.Name, len(set.Sentences), len(predictions))
	}
	for i := range predictions {
		s, p := &set.Sentences[i], &predictions[i]
		if s.ID != p.ID || len(s.Actors) != len(p.Actors) {
			return fmt.Errorf("prediction %d has the id %q and %d actors, but the set %s has the sentence %q with %d there", i+1, p.ID, len(p.Actors), set.Name, s.ID, len(s.Actors))
		}
	}
	return nil
}

// observed are the counts of a set's sentences.
type observed struct {
	sentences []labelled.Sentence
	counts    []sparse // one a sentence; those of an article's linking stand at its first
	stories   [][]int
}

func observe(sentences []labelled.Sentence, predictions []Prediction) observed {
	o := observed{sentences: sentences, stories: stories(sentences), counts: make([]sparse, len(sentences))}
	for _, story := range o.stories {
		for n, i := range story {
			var c counts
			c.observe(&sentences[i], &predictions[i])
			if n == 0 {
				c.linking(sentences, predictions, story)
			}
			o.counts[i] = c.sparse()
		}
	}
	return o
}

// figures scores those sentences that belong, with intervals over articles.
func (o *observed) figures(belongs func(*labelled.Sentence) bool) Figures {
	return withIntervals(o.clusters(belongs))
}

// clusters are the counts of the sentences that belong, those of one article together.
func (o *observed) clusters(belongs func(*labelled.Sentence) bool) []sparse {
	var clusters []sparse
	for _, story := range o.stories {
		var one sparse
		any := false
		for _, i := range story {
			if belongs(&o.sentences[i]) {
				one, any = append(one, o.counts[i]...), true
			}
		}
		if any {
			clusters = append(clusters, one)
		}
	}
	return clusters
}

// languages lists a set's languages, in the order of labelled.Languages.
func languages(sentences []labelled.Sentence) []string {
	var langs []string
	for _, lang := range append(slices.Clone(labelled.Languages), labelled.Unknown) {
		if slices.ContainsFunc(sentences, func(s labelled.Sentence) bool { return s.Lang == lang }) {
			langs = append(langs, lang)
		}
	}
	return langs
}

// unscored says which parts of the figures are missing, or are not of all sentences, and why.
func unscored(sentences []labelled.Sentence, f *Figures) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	incomplete, noStance, noSentiment, actors := 0, 0, 0, 0
	for _, s := range sentences {
		if !s.Complete {
			incomplete++
		}
		for _, a := range s.Actors {
			actors++
			if a.Stance == nil {
				noStance++
			}
			if a.Sentiment == labelled.Unlabelled {
				noSentiment++
			}
		}
	}
	if incomplete > 0 {
		say("mentions and end to end: %d of %d sentences have only some of their actors marked", incomplete, len(sentences))
	}
	if noStance > 0 {
		say("stance, end to end and calibration of stance: %d of %d actors have no labelled stance", noStance, actors)
	}
	if noSentiment > 0 {
		say("sentiment and its calibration: %d of %d actors have no labelled sentiment", noSentiment, actors)
	}
	if f.Linking == nil {
		say("linking: no actor has an id or a key that says who it is")
	}
	return out
}

// slices cuts the set in every way that its sentences differ in.
func (o *observed) slices() []SliceGroup {
	groups := []struct {
		by    string
		names func(*labelled.Sentence) []string
	}{
		{"tag", func(s *labelled.Sentence) []string { return s.Tags }},
		{"source", func(s *labelled.Sentence) []string { return present(s.Source) }},
		{"split", func(s *labelled.Sentence) []string { return present(s.Split) }},
		{"length", func(s *labelled.Sentence) []string { return []string{lengthBucket(s)} }},
		{"actors", func(s *labelled.Sentence) []string { return []string{actorBucket(s)} }},
		{"stances", func(s *labelled.Sentence) []string { return present(stancesBucket(s)) }},
	}
	var out []SliceGroup
	for _, g := range groups {
		members := map[string]bool{}
		for i := range o.sentences {
			for _, name := range g.names(&o.sentences[i]) {
				members[name] = true
			}
		}
		if len(members) < 2 { // one slice is the set again
			continue
		}
		group := SliceGroup{By: g.by}
		for name := range members {
			f := o.figures(func(s *labelled.Sentence) bool { return slices.Contains(g.names(s), name) })
			group.Slices = append(group.Slices, Slice{name, f})
		}
		slices.SortFunc(group.Slices, func(a, b Slice) int { return cmp.Compare(a.Name, b.Name) })
		out = append(out, group)
	}
	return out
}

func present(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// lengthBucket says how long a sentence is, in code points: words are no measure for Chinese.
func lengthBucket(s *labelled.Sentence) string {
	switch n := len([]rune(s.Text)); {
	case n < 60:
		return "1: under 60 characters"
	case n < 120:
		return "2: 60 to 119"
	case n < 200:
		return "3: 120 to 199"
	}
	return "4: 200 and more"
}

func actorBucket(s *labelled.Sentence) string {
	if n := len(s.Actors); n < 4 {
		return fmt.Sprint(n)
	}
	return "4 and more"
}

// stancesBucket tells the sentences apart in which it matters whose stance is whose.
func stancesBucket(s *labelled.Sentence) string {
	switch {
	case len(s.Actors) < 2:
		return ""
	case s.Mixed():
		return "actors differ"
	}
	return "actors agree"
}
