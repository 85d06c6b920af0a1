package sink

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestConcurrentUse(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "m1")
	c := s.Begin()
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := range 20 {
				id := fmt.Sprint(w, "-", i)
				s.Unchanged(id, "v1")
				a, ms, as := story(id, "v1", 2, may1)
				if err := errors.Join(c.Add(a, ms, as), c.Reject(RejectRow{Path: id, Reason: "r"})); err != nil {
					t.Error(err)
				}
				c.Visit("x")
			}
		})
	}
	wg.Wait()
	if _, err := c.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
	if n := len(rows(t, dir, &mentionsTable)); n != 320 {
		t.Error("rows:", n)
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "m1")
	if _, err := Open(dir, testMeta("m1")); err == nil || !strings.Contains(err.Error(), "another run is writing to "+dir) {
		t.Error("second run:", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, dir, "m1")
}

func TestEndedCommit(t *testing.T) {
	dir := t.TempDir()
	s := mustOpen(t, dir, "m1")
	c := s.Begin()
	add(t, c, "a", "v1", 1, may1)
	if err := s.Begin().Reject(RejectRow{}); err == nil {
		t.Error("two commits at once")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := c.Commit(ctx); !errors.Is(err, context.Canceled) {
		t.Error("cancelled commit:", err)
	}
	if err := c.Reject(RejectRow{}); !errors.Is(err, errEnded) {
		t.Error("use after the end:", err)
	}
	if _, err := c.Commit(context.Background()); !errors.Is(err, errEnded) {
		t.Error("second commit:", err)
	}
	c = s.Begin()
	add(t, c, "b", "v1", 1, may1)
	if err := errors.Join(c.Abort(), c.Abort()); err != nil {
		t.Error(err)
	}
	if got := tables(t, dir); got != "" {
		t.Error("rows without a commit:", got)
	}
	if _, err := os.Stat(s.temp("")); !errors.Is(err, os.ErrNotExist) {
		t.Error("temporary files are left:", err)
	}
	if s.Unchanged("b", "v1") {
		t.Error("an aborted article counts as present")
	}
}

func TestCommitIDs(t *testing.T) {
	last := ""
	for i := range 5 {
		id := newID(runDay.Add(-time.Duration(i)*time.Hour), last)
		if _, ok := timeOfID(id); !ok || id <= last {
			t.Error(id, "after", last)
		}
		last = id
	}
	if _, ok := timeOfID("part-0"); ok {
		t.Error("part-0 is taken for a commit id")
	}
}
