package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/sink"
	"stance/pipeline/sinktest"
)

const datasetsDir = "../datasets"

// expectation is samples.expect.json; its rules are in its "about".
type expectation struct {
	Articles []expectedArticle `json:"articles"`
	Bad      []struct {
		Path    string `json:"path"`
		Line    *int   `json:"line"`
		Outcome string `json:"outcome"`
	} `json:"bad"`
}

type expectedArticle struct {
	Article       string            `json:"article"`
	Title         string            `json:"title"`
	Lang          string            `json:"lang"`
	Published     string            `json:"published"`
	URL           string            `json:"url"`
	MustHave      []string          `json:"must_have_sentences"`
	MustNot       []string          `json:"must_not_contain"`
	Captions      []string          `json:"captions"`
	SentenceLangs map[string]string `json:"sentence_langs"`
	Links         []struct {
		Mentions []place `json:"mentions"`
		SameAs   string  `json:"same_as"`
	} `json:"links"`
	Speakers []struct {
		Sentence string `json:"sentence"`
		Speaker  string `json:"speaker"`
	} `json:"speakers"`
	Stances []struct {
		place
		Stance []string `json:"stance"`
	} `json:"stances"`
}

// place is a mention in a sentence.
type place struct {
	Sentence string `json:"sentence"`
	Mention  string `json:"mention"`
}

func readExpectation(t testing.TB) expectation {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(datasetsDir, "samples.expect.json"))
	if err != nil {
		t.Fatal(err)
	}
	var e expectation
	if err := json.Unmarshal(data, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// plain brings a sentence into the form in which expectations are compared.
func plain(s string) string {
	s = strings.Join(strings.Fields(html.UnescapeString(s)), " ")
	return strings.TrimFunc(s, func(r rune) bool { return unicode.Is(unicode.Cf, r) || unicode.IsSpace(r) })
}

// oracle is a scorer that marks what the expectations name, so that the linking of it can be
// tested whatever the model finds.
type oracle struct {
	fake
	mentions map[string][]string // by plain sentence
}

func newOracle(e expectation) *oracle {
	o := &oracle{mentions: map[string][]string{}}
	add := func(p place) { o.mentions[plain(p.Sentence)] = append(o.mentions[plain(p.Sentence)], p.Mention) }
	for _, a := range e.Articles {
		for _, l := range a.Links {
			for _, m := range l.Mentions {
				add(m)
			}
		}
		for _, s := range a.Stances {
			add(s.place)
		}
	}
	return o
}

func (o *oracle) Score(_ context.Context, inputs []model.Input) ([]model.Output, error) {
	outputs := make([]model.Output, len(inputs))
	for i, in := range inputs {
		outputs[i].Speaker = fakeLogits(in.Text)
		taken := map[int]bool{} // runes
		for _, name := range o.mentions[plain(in.Text)] {
			start, end := findWord(strings.ReplaceAll(in.Text, "\n", " "), name) // a name may stand across a line break
			if start < 0 || taken[start] || taken[end-1] {
				continue
			}
			for k := start; k < end; k++ {
				taken[k] = true
			}
			outputs[i].Mentions = append(outputs[i].Mentions, model.Mention{Start: start, End: end, Logits: fakeLogits(name)})
		}
		slices.SortFunc(outputs[i].Mentions, func(a, b model.Mention) int { return a.Start - b.Start })
	}
	return outputs, nil
}

// findWord finds a mention as whole words, in runes; else anywhere; -1 where it is not at all.
func findWord(text, mention string) (start, end int) {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }
	at := -1
	for i := 0; i < len(text); {
		k := strings.Index(text[i:], mention)
		if k < 0 {
			break
		}
		k += i
		if at < 0 {
			at = k
		}
		before, _ := utf8.DecodeLastRuneInString(text[:k])
		after, _ := utf8.DecodeRuneInString(text[k+len(mention):])
		if !letter(before) && !letter(after) {
			at = k
			break
		}
		i = k + len(mention)
	}
	if at < 0 {
		return -1, -1
	}
	start = utf8.RuneCountInString(text[:at])
	return start, start + utf8.RuneCountInString(mention)
}

// seen is a sample as it came out of a run.
type seen struct {
	expectedArticle
	row      sinktest.Row
	mentions []sinktest.Row
}

// runSamples runs the samples with a scorer and matches the outcome with the expectations.
func runSamples(t *testing.T, s Scorer, info model.Info) (Config, []seen) {
	t.Helper()
	e := readExpectation(t)
	cfg := config(t, s, filepath.Join(datasetsDir, "samples"))
	cfg.Model = info
	cfg.Linker = func() (*actor.Linker, error) { return registryLinker(t), nil }
	summary := mustRun(t, cfg)
	t.Logf("%d articles, %d sentences, %d mentions", summary.Read, summary.Sentences, summary.Mentions)
	if summary.Read != len(e.Articles) || summary.Rejects != 0 {
		t.Errorf("%d articles read and %d rejected, want %d and none: %+v", summary.Read, summary.Rejects, len(e.Articles), summary.FirstRejects)
	}
	mentions := map[string][]sinktest.Row{}
	for _, m := range sinktest.Rows(t, cfg.Out, sink.Mentions) {
		mentions[m["article_id"]] = append(mentions[m["article_id"]], m)
	}
	articles := sinktest.Rows(t, cfg.Out, sink.Articles)
	var all []seen
	for _, want := range e.Articles {
		got := seen{expectedArticle: want}
		for _, row := range articles {
			title := row["title"]
			if title == "" || title == "(null)" {
				title, _, _ = strings.Cut(row["text"], "\n")
			}
			if strings.HasSuffix(filepath.ToSlash(row["source"]), want.Article) && plain(title) == plain(want.Title) {
				got.row = row
				got.mentions = mentions[row["article_id"]]
			}
		}
		if got.row == nil {
			t.Errorf("%s: no article %q came out", want.Article, want.Title)
			continue
		}
		all = append(all, got)
	}
	return cfg, all
}

// at finds the rows of a mention: an overlap with it in its sentence is enough.
func (s *seen) at(p place) []sinktest.Row {
	var found []sinktest.Row
	for _, m := range s.mentions {
		if m["implied"] == "true" || plain(m["sentence"]) != plain(p.Sentence) {
			continue
		}
		if overlaps(s.row["text"], m, p.Mention) {
			found = append(found, m)
		}
	}
	return found
}

// overlaps tells whether a row's mention shares a rune with some occurrence of a string in its sentence.
func overlaps(text string, m sinktest.Row, wanted string) bool {
	var start, end int
	if _, err := fmt.Sscan(m["start"], &start); err != nil {
		panic(err)
	}
	end = start + utf8.RuneCountInString(m["mention"])
	runes, length := []rune(strings.ReplaceAll(text, "\n", " ")), utf8.RuneCountInString(wanted)
	for at := max(0, start-length+1); at < end && at+length <= len(runes); at++ {
		if string(runes[at:at+length]) == wanted {
			return true
		}
	}
	return false
}

// id is the actor of a place, empty where no mention was found there.
func (s *seen) id(p place) string {
	for _, m := range s.at(p) {
		if plain(m["mention"]) == p.Mention {
			return m["actor_id"]
		}
	}
	if found := s.at(p); len(found) > 0 {
		return found[0]["actor_id"]
	}
	return ""
}
