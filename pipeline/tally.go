package pipeline

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/sentence"
	"stance/pipeline/sink"
)

// Bounds of what a Summary lists and of what is remembered for it.
const (
	firstRejects  = 5
	topActors     = 10
	countedActors = 1 << 16
)

// tally is a Summary in the making.
type tally struct {
	Summary
	commits   int
	actors    map[string]*ActorCount
	languages map[string]int
}

func newTally() tally {
	return tally{actors: map[string]*ActorCount{}, languages: map[string]int{}}
}

// window counts what was read.
func (t *tally) window(w *window) {
	t.Read += w.read
	t.Unchanged += w.unchanged
	t.BadDates += w.badDates
}

// article counts what an article adds.
func (t *tally) article(sentences []sentence.Sentence, out *rows) {
	if out.article.Status == statusEmpty {
		t.Empty++
	}
	t.Sentences += len(sentences)
	for _, s := range sentences {
		t.languages[s.Lang]++
	}
	t.Mentions += len(out.mentions)
	for i := range out.mentions {
		t.mention(&out.mentions[i])
	}
	if len(t.actors) > countedActors {
		t.forgetActors()
	}
}

func (t *tally) mention(m *sink.MentionRow) {
	shown := [3]bool{model.Hawkish: m.Hawkish, model.Conciliatory: m.Conciliatory, model.Conditional: m.Conditional}
	for i, yes := range shown {
		if yes {
			t.Stance[i]++
		}
	}
	t.Sentiment[slices.Index(model.SentimentNames[:], m.Sentiment)]++
	if strings.HasPrefix(m.ActorID, actor.PronounPrefix) {
		return // nobody knows who that is
	}
	who := t.actors[m.ActorID]
	if who == nil {
		who = &ActorCount{ID: m.ActorID, Name: m.ActorName}
		t.actors[m.ActorID] = who
	}
	who.Mentions++
	for i, yes := range shown {
		if yes {
			who.Stance[i]++
		}
	}
}

// forgetActors drops those mentioned least, half of all, so that memory does not grow with
// the input. An actor of the top ten is mentioned too often to be among them.
func (t *tally) forgetActors() {
	for _, who := range t.ranked()[countedActors/2:] {
		delete(t.actors, who.ID)
	}
}

// ranked lists actors by mentions, then by id.
func (t *tally) ranked() []*ActorCount {
	return slices.SortedFunc(maps.Values(t.actors), func(a, b *ActorCount) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.ID, b.ID))
	})
}

func (t *tally) reject(r sink.RejectRow) {
	t.Rejects++
	if len(t.FirstRejects) < firstRejects {
		t.FirstRejects = append(t.FirstRejects, r)
	}
}

func (t *tally) commit(r sink.Record) {
	t.commits++
	t.New += r.Added[sink.Articles] - len(r.Replaced)
	t.Replaced += len(r.Replaced)
}

// progress says how far the run is.
func (r *run) progress(offset int64) Progress {
	t := &r.tally
	return Progress{
		Bytes: offset, Total: r.total, Articles: t.Read, Sentences: t.Sentences,
		Mentions: t.Mentions, Rejects: t.Rejects,
	}
}

// summary sums the run up.
func (r *run) summary(took time.Duration) Summary {
	s := r.tally.Summary
	s.Out, s.Model, s.Elapsed, s.PeakMemory = r.cfg.Out, r.cfg.Model, took, peakMemory()
	for _, who := range r.tally.ranked()[:min(topActors, len(r.tally.actors))] {
		s.Actors = append(s.Actors, *who)
	}
	for lang, n := range r.tally.languages {
		s.Languages = append(s.Languages, LanguageCount{lang, n})
	}
	slices.SortFunc(s.Languages, func(a, b LanguageCount) int {
		return cmp.Or(cmp.Compare(b.Sentences, a.Sentences), cmp.Compare(a.Lang, b.Lang))
	})
	if r.model != nil {
		s.Scored = r.model.Stats()
	}
	return s
}
