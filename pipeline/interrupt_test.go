package pipeline

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stance/model"
	"stance/pipeline/article"
	"stance/pipeline/sink"
	"stance/pipeline/sinktest"
)

// TestInterrupt: what is being scored is finished and committed, and the next run does the rest.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s := &fake{before: func(call int, _ []model.Input) error {
		if call == 2 {
			cancel()
		}
		return nil
	}}
	cfg := config(t, s, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(5000)...))
	first, err := Run(ctx, cfg)
	if err != nil {
		t.Fatal(err)
	}
	if !first.Interrupted || first.New == 0 || first.New == 5000 {
		t.Errorf("%+v", first)
	}
	if n := len(sinktest.Rows(t, cfg.Out, sink.Articles)); n != first.New {
		t.Errorf("the table has %d articles, the summary %d", n, first.New)
	}
	clean(t, cfg.Out)
	second := mustRun(t, cfg)
	if second.Interrupted || second.Unchanged != first.New || first.New+second.New != 5000 {
		t.Errorf("%+v", second)
	}
	fresh := config(t, &fake{}, cfg.Paths...)
	mustRun(t, fresh)
	sinktest.Equal(t, cfg.Out, fresh.Out)
}

// clean fails where a run has left anything but tables, records and the lock.
func clean(t *testing.T, out string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(out, "_runs"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); name != ".lock" && !strings.HasSuffix(name, ".json") || name == ".pending.json" {
			t.Errorf("%s was left behind", name)
		}
	}
}

// TestInterruptBeforeAll: a run that is over before it began leaves tables that can be opened.
func TestInterruptBeforeAll(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cfg := config(t, &fake{}, write(t, filepath.Join(t.TempDir(), "in.jsonl"), news(5)...))
	if s, err := Run(ctx, cfg); err != nil || !s.Interrupted || s.New != 0 {
		t.Errorf("%+v, %v", s, err)
	}
	clean(t, cfg.Out)
}

// TestInterruptBlockedRead: a pipe that nobody writes to does not hold the run.
func TestInterruptBlockedRead(t *testing.T) {
	in, feed := io.Pipe()
	defer feed.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	cfg := config(t, &fake{}, "-")
	cfg.Input = article.Options{Format: article.JSONL, Stdin: in}
	done := make(chan struct{})
	go func() {
		defer close(done)
		if s, err := Run(ctx, cfg); err != nil || !s.Interrupted {
			t.Errorf("%+v, %v", s, err)
		}
	}()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("the run hangs")
	}
}
