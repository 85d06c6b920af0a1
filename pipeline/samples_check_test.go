package pipeline

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"stance/model"
	"stance/pipeline/article"
	"stance/pipeline/sink"
	"stance/pipeline/sinktest"
)

// Shares of the linking and stance expectations that must come true at least. What is missing
// from 1 is known to be wrong and listed with -v: raise a share when it gets better, never lower one.
const (
	linksByModel    = 0.95 // links, of mentions that the model finds by itself
	speakersByModel = 0.97
	foundByModel    = 0.98 // mentions with an expected stance
	stancesByModel  = 0.85 // mentions with exactly the expected stances
)

// firstWords is a scorer that marks the first rune of each sentence, so that every sentence is in the table.
type firstWords struct{ fake }

func (f *firstWords) Score(_ context.Context, inputs []model.Input) ([]model.Output, error) {
	outputs := make([]model.Output, len(inputs))
	for i := range inputs {
		outputs[i].Mentions = []model.Mention{{Start: 0, End: 1, Logits: fakeLogits("x")}}
	}
	return outputs, nil
}

func TestSamplesSentences(t *testing.T) {
	cfg, all := runSamples(t, &firstWords{}, model.Info{Hash: "first"})
	checkOffsets(t, cfg.Out)
	for _, s := range all {
		if s.row["lang"] != s.Lang {
			t.Errorf("%s: lang is %s, want %s", s.Article, s.row["lang"], s.Lang)
		}
		if s.URL != "" && s.row["url"] != s.URL {
			t.Errorf("%s: url is %s, want %s", s.Article, s.row["url"], s.URL)
		}
		if got := published(t, s.row); got != s.Published {
			t.Errorf("%s: published %q, want %q", s.Article, got, s.Published)
		}
		checkSentences(t, &s)
	}
}

// checkSentences checks that every expected sentence and caption came out as it stands and in
// its language, and no boilerplate with any of them.
func checkSentences(t *testing.T, s *seen) {
	t.Helper()
	if len(s.MustHave) == 0 || len(s.MustNot) == 0 {
		t.Errorf("%s: nothing is expected of its sentences", s.Article)
	}
	sections, langs := map[string]string{}, map[string]string{}
	for _, m := range s.mentions {
		text := plain(m["sentence"])
		sections[text], langs[text] = m["section"], m["lang"]
	}
	for _, not := range s.MustNot {
		for text := range sections {
			if strings.Contains(text, plain(not)) {
				t.Errorf("%s: the boilerplate %q is in the sentence %q", s.Article, not, text)
			}
		}
	}
	for _, want := range s.MustHave {
		if got := sections[plain(want)]; got != article.Title && got != article.Body {
			t.Errorf("%s: the sentence %q is missing (section %q)", s.Article, want, got)
		}
	}
	for _, want := range s.Captions {
		if got := sections[plain(want)]; got != article.Caption {
			t.Errorf("%s: the caption %q is missing (section %q)", s.Article, want, got)
		}
	}
	for _, text := range slices.Concat(s.MustHave, s.Captions) {
		want := cmp.Or(s.SentenceLangs[text], s.Lang)
		if got := langs[plain(text)]; got != want {
			t.Errorf("%s: %q is in %q, want %s", s.Article, text, got, want)
		}
	}
}

// published is an article's date in the form of the expectations, empty where it is null.
func published(t *testing.T, row sinktest.Row) string {
	t.Helper()
	value := row["published_at"]
	if value == "(null)" {
		return ""
	}
	for _, layout := range []string{"2006-01-02 15:04:05.999999Z07:00", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02T15:04:05Z07:00", "2006-01-02"} {
		if at, err := time.Parse(layout, value); err == nil {
			return at.UTC().Format(time.RFC3339)
		}
	}
	t.Fatalf("published_at %q is in no form that the test knows", value)
	return ""
}

// tallyOf counts what came out right.
type tallyOf struct{ right, all int }

func (c *tallyOf) add(t *testing.T, right bool, format string, args ...any) {
	c.all++
	if right {
		c.right++
		return
	}
	t.Logf(format, args...)
}

func (c *tallyOf) require(t *testing.T, what string, share float64) {
	t.Helper()
	t.Logf("%s: %d of %d right", what, c.right, c.all)
	if c.all == 0 || float64(c.right) < share*float64(c.all) {
		t.Errorf("%s: %d of %d right, want a share of %.2f", what, c.right, c.all, share)
	}
}

// checkLinks counts links and speakers.
func checkLinks(t *testing.T, all []seen) (links, speakers tallyOf) {
	for _, s := range all {
		for _, l := range s.Links {
			want := ""
			for _, m := range l.Mentions {
				if plain(m.Mention) == plain(l.SameAs) {
					want = cmp.Or(want, s.id(m))
				}
			}
			for _, m := range l.Mentions {
				id := s.id(m)
				if id == "" || want == "" {
					t.Logf("link: %s: no mention %q in %q, or none of %q", s.Article, m.Mention, m.Sentence, l.SameAs)
				} else {
					links.add(t, id == want, "link: %s: %q in %q is %s, but %q is %s", s.Article, m.Mention, m.Sentence, id, l.SameAs, want)
				}
			}
		}
		for _, sp := range s.Speakers {
			id := s.speaker(sp.Speaker)
			if id == "" {
				continue // the model has not found him at all
			}
			speakers.add(t, s.speaks(sp.Sentence, id), "speaker: %s: %q is not said by %s (%s)", s.Article, sp.Sentence, sp.Speaker, id)
		}
	}
	return links, speakers
}

// speaker is the id of an actor by his fullest mention.
func (s *seen) speaker(name string) string {
	for _, m := range s.mentions {
		if m["mention"] == name {
			return m["actor_id"]
		}
	}
	return ""
}

// speaks tells whether an actor is in a sentence by a pronoun or implied.
func (s *seen) speaks(sentence, id string) bool {
	return slices.ContainsFunc(s.mentions, func(m sinktest.Row) bool {
		return plain(m["sentence"]) == plain(sentence) && m["actor_id"] == id
	})
}

// Where all mentions are found, every link and speaker is right.
func TestSamplesLinks(t *testing.T) {
	cfg, all := runSamples(t, newOracle(readExpectation(t)), model.Info{Hash: "oracle"})
	checkOffsets(t, cfg.Out)
	links, speakers := checkLinks(t, all)
	links.require(t, "links", 1)
	speakers.require(t, "speakers", 1)
	wantLinks, wantSpeakers := 0, 0
	for _, s := range all {
		for _, l := range s.Links {
			wantLinks += len(l.Mentions)
		}
		wantSpeakers += len(s.Speakers)
	}
	if links.all != wantLinks || speakers.all != wantSpeakers {
		t.Errorf("%d links and %d speakers are checked, want %d and %d", links.all, speakers.all, wantLinks, wantSpeakers)
	}
}

func TestBadSamples(t *testing.T) {
	e := readExpectation(t)
	cfg := config(t, &fake{}, filepath.Join(datasetsDir, "badsamples"))
	mustRun(t, cfg)
	type where struct{ path, line string }
	rejected, used := map[where]int{}, map[where]int{}
	for _, r := range sinktest.Rows(t, cfg.Out, sink.Rejects) {
		rejected[where{filepath.ToSlash(r["path"]), r["line"]}]++
		if !strings.HasSuffix(r["reason"], ".") {
			t.Errorf("the reason %q is no sentence", r["reason"])
		}
	}
	for _, a := range sinktest.Rows(t, cfg.Out, sink.Articles) {
		used[where{filepath.ToSlash(a["source"]), a["line"]}]++
	}
	for _, b := range e.Bad {
		path := datasetsDir + "/" + b.Path
		r, a := 0, 0
		for w, n := range rejected {
			if w.path == path && (b.Line == nil || w.line == strconv.Itoa(*b.Line)) {
				r += n
			}
		}
		for w, n := range used {
			if w.path == path && (b.Line == nil || w.line == strconv.Itoa(*b.Line)) {
				a += n
			}
		}
		right := map[string]bool{"reject": r == 1 && (a == 0 || b.Line == nil), "article": r == 0 && a == 1, "either": r+a == 1}
		if !right[b.Outcome] {
			t.Errorf("%s: %d rejects and %d articles, want %s", b.Path, r, a, b.Outcome)
		}
	}
	expected := map[string]bool{}
	for _, b := range e.Bad {
		expected[datasetsDir+"/"+b.Path] = true
	}
	entries, err := os.ReadDir(filepath.Join(datasetsDir, "badsamples"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range entries {
		if !expected[datasetsDir+"/badsamples/"+f.Name()] {
			t.Errorf("nothing is expected of %s", f.Name())
		}
	}
}
