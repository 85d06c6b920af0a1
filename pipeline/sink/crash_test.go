package sink

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// firstRun makes the tables that the disturbed run finds.
func firstRun(t testing.TB, dir string) {
	put(t, dir, "m1", func(_ *Store, c *Commit) {
		add(t, c, "a", "v1", 3, may1)
		add(t, c, "b", "v1", 2, may1)
		add(t, c, "c", "v1", 2, may2)
		add(t, c, "d", "v1", 1, time.Time{})
		for _, r := range []RejectRow{{"in/e.txt", 0, "empty"}, {"list", 2, "no text"}, {"list", 3, "no text"}} {
			if err := c.Reject(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// fastDir is a folder in memory where there is one: the tests sync thousands of files.
func fastDir(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "sink")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// copyOf makes a copy of a folder, in parent.
func copyOf(t testing.TB, dir, parent string) string {
	t.Helper()
	to, err := os.MkdirTemp(parent, "copy")
	if err == nil {
		err = os.CopyFS(to, os.DirFS(dir))
	}
	if err != nil {
		t.Fatal(err)
	}
	return to
}

// secondRun is a run that rewrites, removes and adds parts in every table. It skips what the
// tables have, as the pipeline does.
func secondRun(dir string, fs fsys) error {
	s, err := open(dir, testMeta("m1"), fs)
	if err != nil {
		return err
	}
	defer s.Close()
	return secondCommit(s)
}

func secondCommit(s *Store) error {
	c := s.Begin()
	defer c.Abort()
	c.mentions.limit = 1500 // spill
	for _, a := range []struct {
		id, version string
		mentions    int
		at          time.Time
	}{
		{"a", "v2", 2, may2}, {"b", "v1", 2, may1}, {"c", "v2", 2, may2}, {"d", "v2", 0, may2}, {"e", "v1", 3, may1.AddDate(0, 0, 9)},
	} {
		article, ms, as := story(a.id, a.version, a.mentions, a.at)
		if s.Unchanged(a.id, a.version) {
			c.Visit(article.Source)
		} else if err := c.Add(article, ms, as); err != nil {
			return err
		}
	}
	for _, r := range []RejectRow{{"list", 2, "no text"}, {"list", 4, "no date"}} {
		if err := c.Reject(r); err != nil {
			return err
		}
	}
	_, err := c.Commit(context.Background())
	return err
}

// states is a folder after the first run, and its tables before and after the second.
func states(t testing.TB) (first, before, after string) {
	first, dir := fastDir(t), fastDir(t)
	firstRun(t, first)
	dir = copyOf(t, first, dir)
	if err := secondRun(dir, osFS{}); err != nil {
		t.Fatal(err)
	}
	return first, tables(t, first), tables(t, dir)
}

// checkRecovery opens the folder of a disturbed run, wants one of the two states and nothing left
// over; where again says so it then runs again undisturbed.
func checkRecovery(t *testing.T, dir, before, after string, again bool) {
	t.Helper()
	if err := mustOpen(t, dir, "m1").Close(); err != nil {
		t.Fatal(err)
	}
	if got := tables(t, dir); got != before && got != after {
		t.Fatalf("tables are neither as before nor as after:\n%s", got)
	}
	checkClean(t, dir)
	if !again {
		return
	}
	if err := secondRun(dir, osFS{}); err != nil {
		t.Fatal(err)
	}
	if got := tables(t, dir); got != after {
		t.Fatalf("the next run made\n%s\nwant\n%s", got, after)
	}
	checkClean(t, dir)
}

// checkClean wants nothing in the folder but parts, records and the lock.
func checkClean(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if d.IsDir() || strings.HasSuffix(path, ".parquet") || strings.HasSuffix(path, "Z.json") || filepath.Base(path) == ".lock" ||
			filepath.Dir(path) == filepath.Join(dir, runsDir) && !strings.HasPrefix(d.Name(), ".") {
			return err
		}
		t.Error("left over:", path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, runsDir, tempDir)); !errors.Is(err, os.ErrNotExist) {
		t.Error("temporary folder is left:", err)
	}
}

// stride is 1, every operation on the disk, but with -short a sample of them: the race detector
// makes each ten times slower.
func stride() int {
	if testing.Short() {
		return 9
	}
	return 1
}

const killEnv = "SINK_TEST_KILL"

// TestKilledChild is not a test but the run that TestKill kills: its environment says where.
func TestKilledChild(t *testing.T) {
	dir, at, ok := strings.Cut(os.Getenv(killEnv), "@")
	if !ok {
		t.Skip("runs only as a child of TestKill")
	}
	n, err := strconv.Atoi(at)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	err = secondRun(dir, &hookFS{osFS{}, func(string, string) error {
		if count++; count == n {
			return syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
}

// TestKill kills a process at each of its operations on the disk in turn.
func TestKill(t *testing.T) {
	first, before, after := states(t)
	scratch := fastDir(t)
	for n := 1; ; n += stride() {
		dir := copyOf(t, first, scratch)
		child := exec.Command(os.Args[0], "-test.run=^TestKilledChild$")
		child.Env = append(os.Environ(), killEnv+"="+dir+"@"+strconv.Itoa(n))
		out, err := child.CombinedOutput()
		if err == nil {
			if n < 50 {
				t.Fatalf("the run has only %d operations: %s", n-1, out)
			}
			t.Logf("killed at operations up to %d, every %d", n-1, stride())
			return
		}
		if status, ok := child.ProcessState.Sys().(syscall.WaitStatus); !ok || status.Signal() != syscall.SIGKILL {
			t.Fatalf("operation %d: %v\n%s", n, err, out)
		}
		checkRecovery(t, dir, before, after, true)
		if t.Failed() {
			t.Fatal("killed at operation", n)
		}
	}
}

// TestKilledRecovery cuts the recovery of a cut-off run off: a sample of the many pairs of
// operations at which the one and the other can end.
func TestKilledRecovery(t *testing.T) {
	first, _, after := states(t)
	scratch := fastDir(t)
	always := func(string) bool { return true }
	pairs := 0
	for n := 1; ; n += 7 * stride() {
		probe := copyOf(t, first, scratch)
		if secondRun(probe, &hookFS{osFS{}, failAt(n, always)}) == nil {
			break
		}
		if _, err := os.Stat(filepath.Join(probe, runsDir, pendingFile)); err != nil {
			continue // before the commit point there is nothing to finish
		}
		for m := 1 + n%2; ; m += 2 {
			dir := copyOf(t, probe, scratch)
			s, err := open(dir, testMeta("m1"), &hookFS{osFS{}, failAt(m, always)})
			if err == nil {
				s.Close()
			}
			checkRecovery(t, dir, after, after, false)
			pairs++
			if err == nil || t.Failed() {
				break
			}
		}
	}
	if pairs < 50/stride() {
		t.Error("pairs tried:", pairs)
	}
	t.Log("pairs tried:", pairs)
}
