package pipeline

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"stance/eval/labelled"
	"stance/pipeline/article"
	"stance/pipeline/sentence"
)

// Shares of the sentences of whole pages: those that come out word for word, of the labelled ones,
// and those that are labelled ones, of what comes out. The rest is listed with -v.
const (
	sentencesKept = 0.99
	sentencesTrue = 0.98
)

// TestPagesAreCleaned reads the articles that datasets/pages has as they are found on the web and
// compares what comes out with the labelled sentences of datasets/articles.
func TestPagesAreCleaned(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(datasetsDir, "pages", "*"))
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	var kept, genuine tallyOf
	for _, page := range pages {
		stem := strings.TrimSuffix(filepath.Base(page), filepath.Ext(page))
		set, err := labelled.Read(filepath.Join(datasetsDir, "articles", stem+".txt"), labelled.Unknown)
		if err != nil {
			t.Fatal(err)
		}
		want, got := map[string]int{}, map[string]int{}
		for _, s := range set.Sentences {
			want[plain(s.Text)]++
		}
		for _, text := range sentencesOf(t, page) {
			got[plain(text)]++
		}
		for text, n := range want {
			kept.add(t, got[text] >= n, "%s: missing: %s", stem, text)
		}
		for text, n := range got {
			genuine.add(t, want[text] >= n, "%s: too much: %s", stem, text)
		}
	}
	kept.require(t, "labelled sentences that come out", sentencesKept)
	genuine.require(t, "sentences that are labelled", sentencesTrue)
}

// sentencesOf reads a page as a run does.
func sentencesOf(t *testing.T, path string) []string {
	t.Helper()
	sources, rejects := article.List([]string{path}, article.Options{})
	if len(rejects) > 0 || len(sources) != 1 {
		t.Fatalf("%s: %v", path, rejects)
	}
	var texts []string
	for item := range sources[0].Read(context.Background(), article.Options{}) {
		if item.Reject != nil {
			t.Fatalf("%s: %+v", path, item.Reject)
		}
		sentences, _ := sentence.Cut(*item.Article)
		for _, s := range sentences {
			texts = append(texts, s.Text)
		}
	}
	return texts
}
