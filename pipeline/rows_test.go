package pipeline

import (
	"testing"

	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/article"
	"stance/pipeline/sentence"
	"stance/pipeline/sink"
)

// firstLogit decides by the pool alone: a probability is the pooled logit itself.
func firstLogit(mentions ...model.Logits) model.Scores {
	p := model.Pool(mentions...)
	s := model.Scores{PStance: p.Stance, PSentiment: p.Sentiment}
	for i := range 3 {
		s.Stance[i] = p.Stance[i] >= 0.5
		if p.Sentiment[i] > p.Sentiment[s.Sentiment] {
			s.Sentiment = i
		}
	}
	return s
}

func logits(hawkish float32, tokens int) model.Logits {
	return model.Logits{Stance: [3]float32{hawkish, 0, 0}, Sentiment: [3]float32{hawkish, 0.5, 0}, Tokens: tokens}
}

var (
	iran    = actor.Actor{ID: "state.IR", Name: "Iran", Type: actor.State}
	envoy   = actor.Actor{ID: "x.1", Name: "Envoy", Type: actor.Person}
	pronoun = actor.Actor{ID: "pronoun:they", Name: "they", Type: actor.Unknown}
)

// twoSentences is an article whose model output is Iran twice and they twice, then nothing.
func twoSentences() (scored, []actor.Mention) {
	text := "Ö Iran they Iran they.\n\nNo end."
	a := scored{
		Article: &article.Article{ID: "a", Text: text, Lang: "en"},
		sentences: []sentence.Sentence{
			{Index: 0, Section: article.Body, Lang: "en", Start: 0, End: 22, Text: "Ö Iran they Iran they."},
			{Index: 1, Section: article.Body, Lang: "fr", Start: 24, End: 31, Text: "No end."},
		},
		outputs: []model.Output{
			{Mentions: []model.Mention{
				{Start: 2, End: 6, Logits: logits(0.2, 1)}, {Start: 7, End: 11, Logits: logits(0.9, 1)},
				{Start: 12, End: 16, Logits: logits(0.8, 3)}, {Start: 17, End: 21, Logits: logits(0.1, 1)},
			}},
			{Speaker: logits(0.7, 1)},
		},
	}
	return a, a.found()
}

func TestPool(t *testing.T) {
	a, mentions := twoSentences()
	links := actor.Links{
		Mentions: []actor.Link{{Actor: iran}, {Actor: pronoun, Pronoun: true}, {Actor: iran}, {Actor: pronoun, Pronoun: true}},
		Speakers: map[int]actor.Actor{0: iran, 1: envoy},
	}
	units := pool(a, mentions, links, firstLogit)
	var got []sink.MentionRow
	for _, u := range units {
		got = append(got, u.rows...)
	}
	sortRows(got)
	want := []struct {
		id         string
		mention    string
		start, end int32
		hawkish    float32
		implied    bool
	}{
		{"state.IR", "Iran", 2, 6, 0.65, false}, // (0.2 + 3 * 0.8) / 4
		{"pronoun:they", "they", 7, 11, 0.9, false},
		{"state.IR", "Iran", 12, 16, 0.65, false},
		{"pronoun:they", "they", 17, 21, 0.1, false},
		{"x.1", "", 24, 24, 0.7, true},
	}
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		g := got[i]
		if g.ActorID != w.id || g.Mention != w.mention || g.Start != w.start || g.End != w.end || g.Implied != w.implied {
			t.Errorf("row %d is %+v, want %+v", i, g, w)
		}
		if diff := g.PHawkish - w.hawkish; diff > 1e-6 || diff < -1e-6 || g.Hawkish != (w.hawkish >= 0.5) {
			t.Errorf("row %d: hawkish is %v (%v), want %v", i, g.PHawkish, g.Hawkish, w.hawkish)
		}
	}
	if got[0].Sentiment != "negative" || got[3].Sentiment != "neutral" {
		t.Errorf("sentiments are %s and %s", got[0].Sentiment, got[3].Sentiment)
	}
	if got[4].Lang != "fr" || got[4].Sentence != "No end." || got[4].SentenceIndex != 1 {
		t.Errorf("the implied row is of another sentence: %+v", got[4])
	}
}

func TestActorRows(t *testing.T) {
	a, mentions := twoSentences()
	links := actor.Links{
		Mentions: []actor.Link{{Actor: iran}, {Actor: pronoun, Pronoun: true}, {Actor: iran}, {Actor: envoy}},
		Speakers: map[int]actor.Actor{1: iran},
	}
	rows := actorRows(pool(a, mentions, links, firstLogit))
	if len(rows) != 2 {
		t.Fatalf("%d rows, want those of Iran and the envoy: %+v", len(rows), rows)
	}
	r := rows[0]
	if r.ActorID != "state.IR" || r.Mentions != 3 || r.Sentences != 2 || !r.Hawkish || r.Conciliatory {
		t.Errorf("wrong row %+v", r)
	}
	if diff := r.PHawkish - 0.675; diff > 1e-6 || diff < -1e-6 {
		t.Errorf("p_hawkish is %v, want the mean of 0.65 and 0.7", r.PHawkish)
	}
	if r.StrongestIndex != 1 || r.StrongestSentence != "No end." || r.Sentiment != "negative" {
		t.Errorf("wrong row %+v", r)
	}
}

// TestStrongestTie: of equally strong sentences the first is named.
func TestStrongestTie(t *testing.T) {
	a, mentions := twoSentences()
	a.outputs[0].Mentions = a.outputs[0].Mentions[:1]
	a.outputs[0].Mentions[0].Logits = logits(0.7, 1)
	links := actor.Links{Mentions: []actor.Link{{Actor: iran}}, Speakers: map[int]actor.Actor{1: iran}}
	rows := actorRows(pool(a, mentions[:1], links, firstLogit))
	if len(rows) != 1 || rows[0].StrongestIndex != 0 {
		t.Errorf("%+v", rows)
	}
}

func TestMainLanguage(t *testing.T) {
	of := func(langs ...string) (all []sentence.Sentence) {
		for _, l := range langs {
			all = append(all, sentence.Sentence{Lang: l})
		}
		return all
	}
	for _, c := range []struct {
		declared  string
		sentences []sentence.Sentence
		want      string
	}{
		{"fa", nil, "fa"},
		{"fa", of("en", "fa", "en"), "en"},
		{"fa", of("he", "en", "en", "he"), "he"},
		{"", of("und", "und", "uk"), "uk"},
		{"en", of("und"), "und"},
	} {
		if got := mainLanguage(c.declared, c.sentences); got != c.want {
			t.Errorf("mainLanguage(%q, %v) = %q, want %q", c.declared, c.sentences, got, c.want)
		}
	}
}
