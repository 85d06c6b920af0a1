package sink

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFailedOperation lets each operation of a commit fail in turn: alone, and with all after it
// that need room on the disk.
func TestFailedOperation(t *testing.T) {
	first, before, after := states(t)
	scratch := fastDir(t)
	for name, later := range map[string]func(string) bool{
		"once": func(string) bool { return false },
		"full": func(op string) bool { return op == "create" || op == "write" || op == "mkdir" },
	} {
		t.Run(name, func(t *testing.T) {
			unfinished := 0
			for n := 1; ; n += stride() {
				dir := copyOf(t, first, scratch)
				h := &hookFS{osFS{}, func(string, string) error { return nil }}
				s, err := open(dir, testMeta("m1"), h)
				if err != nil {
					t.Fatal(err)
				}
				failed := false
				fail := failAt(n, later)
				h.hook = func(op, path string) error {
					err := fail(op, path)
					failed = failed || err != nil
					return err
				}
				err = secondCommit(s)
				h.hook = func(string, string) error { return nil }
				switch got := tables(t, dir); {
				case err == nil && got != after:
					t.Fatalf("operation %d: no error, but\n%s", n, got)
				case err == nil:
				case errors.Is(err, errUnfinished):
					unfinished++
					if err := s.Begin().Reject(RejectRow{}); err == nil {
						t.Error("the store takes rows on top of an unfinished commit")
					}
				default:
					if got != before {
						t.Fatalf("operation %d (%v):\n%s", n, err, got)
					}
					if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), dir) {
						t.Errorf("operation %d: the error names no file or cause: %v", n, err)
					}
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				checkRecovery(t, dir, before, after, n%10 == 0)
				if t.Failed() {
					t.Fatal("at operation", n, err)
				}
				if !failed {
					t.Logf("%d operations, %d unfinished commits", n-1, unfinished)
					return
				}
			}
		})
	}
}

// TestFullDisk fills a real file system.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("cannot mount a small disk:", err)
	}
	defer func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	}()
	out := filepath.Join(dir, "out")
	put(t, out, "m1", func(_ *Store, c *Commit) { add(t, c, "small", "v1", 2, may1) })
	before := tables(t, out)
	for _, limit := range []int{64 << 10, stageBytes} { // full while staging, full while writing parts
		s := mustOpen(t, out, "m1")
		c := s.Begin()
		c.articles.limit = limit
		var err error
		for i := 0; i < 100 && err == nil; i++ {
			a, ms, as := story(fmt.Sprint(i), "v1", 2, may2)
			a.Text = noise(8 << 10)
			err = c.Add(a, ms, as)
		}
		_, err2 := c.Commit(context.Background())
		if !errors.Is(err2, syscall.ENOSPC) || !strings.Contains(err2.Error(), "no space left on device") {
			t.Error("full disk:", err2)
		}
		t.Log(err2)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if got := tables(t, out); got != before {
			t.Error("tables changed:", got)
		}
		checkClean(t, out)
	}
	put(t, out, "m1", func(_ *Store, c *Commit) { add(t, c, "more", "v1", 2, may1) })
}

func noise(n int) string {
	var b strings.Builder
	for b.Len() < n {
		fmt.Fprintf(&b, "%x", rand.Uint64())
	}
	return b.String()
}

func TestDurableBeforeVisible(t *testing.T) {
	dir := t.TempDir()
	firstRun(t, dir)
	j := &journal{unsynced: map[string]bool{}}
	if err := secondRun(dir, &hookFS{osFS{}, j.hook}); err != nil {
		t.Fatal(err)
	}
	if len(j.faults) > 0 || j.renames < 10 {
		t.Error(j.renames, "renames:", strings.Join(j.faults, "\n"))
	}
}

func TestDamage(t *testing.T) {
	part := func(t *testing.T, dir, table string) string {
		for _, p := range partsOf(t, dir, table) {
			if strings.Contains(p, "date=2026-05-01") {
				return p
			}
		}
		t.Fatal("no part of 2026-05-01")
		return ""
	}
	truncate := func(table string) func(t *testing.T, dir string) string {
		return func(t *testing.T, dir string) string {
			p := part(t, dir, table)
			if err := os.Truncate(p, 400); err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	remove := func(table string) func(t *testing.T, dir string) string {
		return func(t *testing.T, dir string) string {
			p := part(t, dir, table)
			if err := os.Remove(p); err != nil {
				t.Fatal(err)
			}
			return p
		}
	}
	whole := fastDir(t)
	firstRun(t, whole)
	for name, damage := range map[string]func(t *testing.T, dir string) string{
		"truncated mentions": truncate(Mentions),
		"truncated articles": truncate(Articles),
		"missing actors":     remove(Actors),
		"missing articles":   remove(Articles),
		"torn pages": func(t *testing.T, dir string) string {
			p := part(t, dir, Articles)
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			for i := 4; i < len(data)/2; i++ {
				data[i] ^= 0x5a
			}
			if err := os.WriteFile(p, data, 0o644); err != nil {
				t.Fatal(err)
			}
			return p
		},
		"article twice": func(t *testing.T, dir string) string {
			p := part(t, dir, Articles)
			data, err := os.ReadFile(p)
			if err == nil {
				p = filepath.Join(filepath.Dir(p), "copy.parquet")
				err = os.WriteFile(p, data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			return "date=2026-05-01"
		},
		"foreign file": func(t *testing.T, dir string) string {
			p := filepath.Join(dir, Mentions, "date=2026-05-01", "x.parquet")
			if err := os.WriteFile(p, []byte("not Parquet at all"), 0o644); err != nil {
				t.Fatal(err)
			}
			return p
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := copyOf(t, whole, fastDir(t))
			named := damage(t, dir)
			s, err := Open(dir, testMeta("m1"))
			if err == nil {
				s.Close()
				t.Fatal("opens")
			}
			if !strings.Contains(err.Error(), filepath.Base(named)) || !strings.Contains(err.Error(), "delete") {
				t.Error(err)
			}
			t.Log(err)
			// the advice works
			for _, table := range tableNames[:3] {
				for _, p := range partsOf(t, dir, table) {
					if strings.Contains(p, "date=2026-05-01") {
						os.Remove(p)
					}
				}
			}
			if err := secondRun(dir, osFS{}); err != nil {
				t.Error(err)
			}
		})
	}
}
