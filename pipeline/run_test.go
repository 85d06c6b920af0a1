package pipeline

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/article"
	"stance/pipeline/sink"
	"stance/pipeline/sinktest"
)

// line is an article as a line of JSON.
func line(id, text string) string {
	return fmt.Sprintf(`{"id": %q, "title": "Talks %s", "text": %q, "date": "2026-05-0%d"}`, id, id, text, 1+len(id)%9)
}

// news makes n articles with sentences of different lengths.
func news(n int) []string {
	lines := make([]string, n)
	for i := range lines {
		var text strings.Builder
		for k := range 1 + i%5 {
			fmt.Fprintf(&text, "Iran told %d reporters that Israel %shad gone on. ", 10*i+k, strings.Repeat("again and ", (i*7+k)%11))
		}
		lines[i] = line(fmt.Sprint("n", i), text.String())
	}
	return lines
}

func TestSecondRunChangesNothing(t *testing.T) {
	in := write(t, filepath.Join(t.TempDir(), "in.jsonl"), append(news(40), "{broken", `{"title": ""}`)...)
	cfg := config(t, &fake{}, in)
	cfg.CommitEvery = 7
	first := mustRun(t, cfg)
	if first.Read != 40 || first.New != 40 || first.Rejects != 2 || first.Mentions == 0 || first.Sentences == 0 {
		t.Errorf("first run: %+v", first)
	}
	files := sinktest.Files(t, cfg.Out)
	cfg.Scorer = func() (Scorer, error) { return nil, errors.New("opened though there is nothing to score") }
	second := mustRun(t, cfg)
	if second.Read != 40 || second.Unchanged != 40 || second.New+second.Replaced+second.Sentences != 0 || second.Rejects != 2 {
		t.Errorf("second run: %+v", second)
	}
	if !maps.Equal(files, sinktest.Files(t, cfg.Out)) {
		t.Error("the second run changed files")
	}
}

func TestChangedArticleIsReplaced(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	lines := news(9)
	cfg := config(t, &fake{}, write(t, in, lines...))
	mustRun(t, cfg)
	lines[4] = line("n4", "Norway waited.")
	write(t, in, lines...)
	s := mustRun(t, cfg)
	if s.Replaced != 1 || s.New != 0 || s.Unchanged != 8 {
		t.Errorf("%+v", s)
	}
	fresh := config(t, &fake{}, in)
	mustRun(t, fresh)
	sinktest.Equal(t, cfg.Out, fresh.Out)
}

func TestForce(t *testing.T) {
	lines := news(9)
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), append(lines, lines[2])...))
	mustRun(t, cfg)
	cfg.Force = true
	if s := mustRun(t, cfg); s.Replaced != 9 || s.Unchanged != 1 || s.Sentences == 0 {
		t.Errorf("%+v", s)
	}
	cfg.Force, cfg.Model.Hash = false, "fake-2"
	if s := mustRun(t, cfg); s.Replaced != 9 {
		t.Errorf("another model: %+v", s)
	}
}

// TestOrder: rows do not depend on the order of the input, nor on where commits end.
func TestOrder(t *testing.T) {
	lines := news(60)
	a := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), lines...))
	mustRun(t, a)
	slices.Reverse(lines)
	b := config(t, &fake{}, write(t, filepath.Join(filepath.Dir(a.Paths[0]), "in2.jsonl"), lines...))
	b.CommitEvery = 11
	mustRun(t, b)
	for _, table := range []string{sink.Mentions, sink.Actors} {
		if len(sinktest.Rows(t, a.Out, table)) == 0 {
			t.Fatalf("%s is empty", table)
		}
	}
	// Source and line are of the input, not of the article.
	again := config(t, &fake{}, b.Paths[0])
	mustRun(t, again)
	sinktest.Equal(t, again.Out, b.Out)
	compare := func(table string) {
		rows := func(out string) (all []string) {
			for _, r := range sinktest.Rows(t, out, table) {
				delete(r, "source")
				delete(r, "line")
				all = append(all, fmt.Sprint(r))
			}
			slices.Sort(all)
			return all
		}
		if !slices.Equal(rows(a.Out), rows(b.Out)) {
			t.Errorf("%s depends on the order of the input", table)
		}
	}
	compare(sink.Mentions)
	compare(sink.Actors)
	compare(sink.Articles)
}

func TestOffsets(t *testing.T) {
	lines := append(news(20), line("q", "“We will answer 🕊 soon,” she told Norway.\\n\\n“Nobody should doubt it.”"))
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), lines...))
	cfg.Linker = func() (*actor.Linker, error) { return registryLinker(t), nil }
	mustRun(t, cfg)
	checkOffsets(t, cfg.Out)
}

// checkOffsets: start and end of each mention are its place in its article's text.
func checkOffsets(t *testing.T, out string) {
	t.Helper()
	texts := map[string][]rune{}
	for _, a := range sinktest.Rows(t, out, sink.Articles) {
		texts[a["article_id"]] = []rune(a["text"])
	}
	mentions := sinktest.Rows(t, out, sink.Mentions)
	for _, m := range mentions {
		start, end := m.Int(t, "start"), m.Int(t, "end")
		if got := string(texts[m["article_id"]][start:end]); got != m["mention"] {
			t.Errorf("%s [%d, %d) is %q in the text, %q in the table", m["article_id"], start, end, got, m["mention"])
		}
	}
	t.Logf("%d mentions checked", len(mentions))
}

// TestRepeats: an article that comes again in the run counts once, however close it follows,
// and another one of its id is a reject, the first winning.
func TestRepeats(t *testing.T) {
	lines := []string{line("a", "Iran came."), line("a", "Iran came."), line("a", "Iran left."), line("b", "Israel came.")}
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), lines...))
	s := mustRun(t, cfg)
	if s.New != 2 || s.Unchanged != 1 || s.Rejects != 1 || s.FirstRejects[0].Line != 3 || !strings.Contains(s.FirstRejects[0].Reason, `"a"`) {
		t.Errorf("%+v", s)
	}
	for _, a := range sinktest.Rows(t, cfg.Out, sink.Articles) {
		if strings.Contains(a["text"], "left") {
			t.Error("the later article won")
		}
	}
}

// TestChangeBeforeItsOld: the first article of an id wins also where the second is the one that
// the tables have.
func TestChangeBeforeItsOld(t *testing.T) {
	in := filepath.Join(t.TempDir(), "in.jsonl")
	cfg := config(t, &fake{}, write(t, in, line("a", "Iran came.")))
	mustRun(t, cfg)
	write(t, in, line("a", "Iran left."), line("a", "Iran came."))
	if s := mustRun(t, cfg); s.Replaced != 1 || s.Rejects != 1 || s.FirstRejects[0].Line != 2 {
		t.Errorf("%+v", s)
	}
}

func TestEmptyArticle(t *testing.T) {
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), `{"id": "e", "text": "***\n\n* * *"}`))
	s := mustRun(t, cfg)
	if s.New+s.Rejects != 1 || s.Empty != s.New {
		t.Errorf("%+v", s)
	}
	for _, a := range sinktest.Rows(t, cfg.Out, sink.Articles) {
		if a["status"] != "empty" {
			t.Errorf("status is %q", a["status"])
		}
	}
}

// TestNothing: the tables can be opened after a run that found nothing.
func TestNothing(t *testing.T) {
	cfg := config(t, &fake{}, filepath.Join(t.TempDir(), "none.txt"))
	if s := mustRun(t, cfg); s.Rejects != 1 || s.Read != 0 {
		t.Errorf("%+v", s)
	}
	for _, table := range sink.Tables() {
		if parts, _ := filepath.Glob(filepath.Join(cfg.Out, table.Name, "*", "*.parquet")); len(parts) == 0 {
			t.Errorf("%s has no part", table.Name)
		}
	}
}

// TestBrokenArticle: what fails on one article is a reject, not the end of the run.
func TestBrokenArticle(t *testing.T) {
	cfg := config(t, &fake{shift: 1000}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), line("a", "Iran came."), line("b", "Nobody came.")))
	s := mustRun(t, cfg)
	if s.New != 1 || s.Rejects != 1 || s.FirstRejects[0].Line != 1 {
		t.Errorf("%+v", s)
	}
}

func TestModelFailure(t *testing.T) {
	broken := errors.New("out of order")
	s := &fake{before: func(call int, _ []model.Input) error {
		if call == 3 {
			return broken
		}
		return nil
	}}
	cfg := config(t, s, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(4000)...))
	cfg.CommitEvery = 700
	_, err := Run(t.Context(), cfg)
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "stance doctor") {
		t.Fatalf("error is %v", err)
	}
	s.before = nil
	mustRun(t, cfg)
	fresh := config(t, &fake{}, cfg.Paths...)
	mustRun(t, fresh)
	sinktest.Equal(t, cfg.Out, fresh.Out)
}

func TestModelMissing(t *testing.T) {
	missing := errors.New("no library")
	cfg := config(t, nil, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(3)...))
	cfg.Scorer = func() (Scorer, error) { return nil, missing }
	if _, err := Run(t.Context(), cfg); !errors.Is(err, missing) {
		t.Fatalf("error is %v", err)
	}
}

// TestWriteFailure: a file in the output folder's place is forbidden even to root.
func TestWriteFailure(t *testing.T) {
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(3)...))
	if err := os.WriteFile(cfg.Out, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), cfg); err == nil {
		t.Fatal("no error")
	}
}

// TestBounded: reading does not run ahead of scoring, so that memory does not grow with the input.
func TestBounded(t *testing.T) {
	gate := make(chan struct{})
	s := &fake{before: func(int, []model.Input) error { <-gate; return nil }}
	cfg := config(t, s, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(12000)...))
	store, err := sink.Open(cfg.Out, sink.Meta{ModelHash: "fake-1"})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	cfg.CommitEvery = DefaultCommitEvery
	r := newRun(cfg, store)
	done := make(chan error)
	go func() { done <- r.loop(t.Context()) }()
	for s.calls.Load() < maxPending {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(200 * time.Millisecond) // time for reading to run away
	r.flight.mu.Lock()
	ahead := len(r.flight.ids)
	r.flight.mu.Unlock()
	if n := s.calls.Load(); n != maxPending {
		t.Errorf("%d windows are scored at the same time, want %d", n, maxPending)
	}
	// Three sentences an article and its title: about 512 articles a window, and one window read ahead.
	if limit := (maxPending + 1) * windowSentences / 2; ahead > limit {
		t.Errorf("%d articles are in work, want at most %d", ahead, limit)
	}
	close(gate)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if r.tally.Read != 12000 || r.tally.New != 12000 {
		t.Errorf("%+v", r.tally.Summary)
	}
}

func TestProgress(t *testing.T) {
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(3000)...))
	var all []Progress
	cfg.Progress = func(p Progress) { all = append(all, p) }
	mustRun(t, cfg)
	last := all[len(all)-1]
	if len(all) < 3 || last.Bytes != last.Total || last.Articles != 3000 {
		t.Errorf("%d reports, the last %+v", len(all), last)
	}
	if !slices.IsSortedFunc(all, func(a, b Progress) int { return int(a.Bytes - b.Bytes) }) {
		t.Error("progress goes back")
	}
}

// TestForgetsActors: what the summary counts is bounded, and the top stays.
func TestForgetsActors(t *testing.T) {
	tl := newTally()
	for i := range 2 * countedActors {
		out := rows{mentions: []sink.MentionRow{{ActorID: "top", Scores: sink.Scores{Sentiment: "neutral"}}, {ActorID: fmt.Sprint("x.", i), Scores: sink.Scores{Sentiment: "neutral"}}}}
		tl.article(nil, &out)
	}
	if len(tl.actors) > countedActors+2 || tl.ranked()[0].Mentions != 2*countedActors {
		t.Errorf("%d actors, first %+v", len(tl.actors), tl.ranked()[0])
	}
}

func TestStdin(t *testing.T) {
	cfg := config(t, &fake{}, "-")
	cfg.Input = article.Options{Format: article.JSONL, Stdin: strings.NewReader(strings.Join(news(5), "\n"))}
	if s := mustRun(t, cfg); s.New != 5 {
		t.Errorf("%+v", s)
	}
}
