package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"stance/pipeline/sinktest"
)

// asProgram makes the test binary behave as the program: a real process with real signals.
const asProgram = "STANCE_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	if os.Getenv("STANCE_ONNXRUNTIME") == "" { // where `make` puts it
		if library, err := filepath.Abs(filepath.Join("..", "..", "lib", "libonnxruntime.so")); err == nil {
			os.Setenv("STANCE_ONNXRUNTIME", library)
		}
	}
	os.Exit(m.Run())
}

// program prepares a run of the program in a folder of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	cmd.Dir = t.TempDir()
	return cmd
}

// outcome runs the program and returns what it said and its exit code. Functions of during run
// beside it, each in a goroutine.
func outcome(t *testing.T, cmd *exec.Cmd, during ...func()) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for _, f := range during {
		go f()
	}
	err := cmd.Wait()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if strings.Contains(errs.String(), "goroutine ") {
		t.Errorf("stack trace:\n%s", errs.String())
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

func TestUsageErrors(t *testing.T) {
	dir := t.TempDir()
	in := write(t, dir, "a.txt", "Iran came.\n")
	actors := write(t, dir, "mine.csv", "id,name,type,aliases\nstate.XX,,,\n")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"run"}, "nothing to read"},
		{[]string{"rum"}, `no command "rum"`},
		{[]string{"run", "--colour", in}, "--help"},
		{[]string{"run", "--workers", "-1", in}, "--workers"},
		{[]string{"run", "--workers", "x", in}, "--workers"},
		{[]string{"run", "--commit-every", "0", in}, "--commit-every"},
		{[]string{"run", "--max-record-bytes", "0", in}, "--max-record-bytes"},
		{[]string{"run", "--date", "3 May", in}, "2026-11-03"},
		{[]string{"run", "--format", "doc", in}, "jsonl"},
		{[]string{"run", "--column", "body", in}, "role=name"},
		{[]string{"run", "--column", "colour=x", in}, "the role is one of"},
		{[]string{"run", "--log-format", "xml", in}, "console or json"},
		{[]string{"run", "--log-level", "loud", in}, "debug, info"},
		{[]string{"run", "-o", "", in}, "--out"},
		{[]string{"run", "--model", filepath.Join(dir, "none"), in}, "--model"},
		{[]string{"run", "--actors", actors, in}, "mine.csv:2"},
		{[]string{"run", "--actors", filepath.Join(dir, "none.csv"), in}, "--actors"},
		{[]string{"version", "now"}, "no argument"},
		{[]string{"doctor", "now"}, "no argument"},
	} {
		refuses(t, c.args, c.says)
	}
}

// refuses checks that a command line is refused with these words, and that nothing was done.
func refuses(t *testing.T, args []string, says string) {
	t.Helper()
	cmd := program(t, args...)
	stdout, stderr, code := outcome(t, cmd)
	if code != exitUsage || stdout != "" || !strings.HasPrefix(stderr, "stance: ") || !strings.Contains(stderr, says) {
		t.Errorf("%q: exit code %d, want %d with %q; stdout %q, stderr %q", args, code, exitUsage, says, stdout, stderr)
	}
	if entries, _ := os.ReadDir(cmd.Dir); len(entries) != 0 {
		t.Errorf("%q: left %v behind", args, entries)
	}
}

func TestFailures(t *testing.T) {
	dir := t.TempDir()
	in := write(t, dir, "a.txt", "Iran came to the talks on Monday.\n")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"run", "--model", dir, in}, "bundle.json"},
		{[]string{"run", "--onnxruntime", filepath.Join(dir, "none.so"), in}, "none.so"},
		{[]string{"run", "--onnxruntime", in, in}, "a.txt"},
		{[]string{"run", "-o", in, in}, "a.txt"},
	} {
		_, stderr, code := outcome(t, program(t, c.args...))
		if code != exitFailed || !strings.HasPrefix(stderr, "stance: ") || !strings.Contains(stderr, c.says) {
			t.Errorf("%q: exit code %d, want %d with %q; stderr %q", c.args, code, exitFailed, c.says, stderr)
		}
	}
}

func TestHelpAndVersion(t *testing.T) {
	for _, args := range [][]string{{}, {"--help"}, {"run", "--help"}, {"eval", "--help"}, {"convert", "--help"}, {"doctor", "--help"}, {"version"}} {
		stdout, stderr, code := outcome(t, program(t, args...))
		if code != exitOK || stdout == "" || stderr != "" {
			t.Errorf("%q: exit code %d, stdout %q, stderr %q", args, code, stdout, stderr)
		}
	}
}

func TestRunAndAgain(t *testing.T) {
	in := write(t, t.TempDir(), "a.txt", "Iran came to the talks on Monday. Israel did not come.\n")
	cmd := program(t, "run", in)
	stdout, stderr, code := outcome(t, cmd)
	if code != exitOK || stderr != "" || !strings.Contains(stdout, "1 new") || !strings.Contains(stdout, "pd.read_parquet('out/mentions')") {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	again := program(t, "run", in)
	again.Dir = cmd.Dir
	began := time.Now()
	stdout, _, code = outcome(t, again)
	if code != exitOK || !strings.Contains(stdout, "1 unchanged") {
		t.Errorf("exit code %d, stdout %q", code, stdout)
	}
	t.Logf("a run with nothing new took %v", time.Since(began))
	quiet := program(t, "run", "-q", in, filepath.Join(cmd.Dir, "none.txt"))
	if stdout, stderr, code = outcome(t, quiet); code != exitRejects || stdout+stderr != "" {
		t.Errorf("quiet: exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

func TestDoctor(t *testing.T) {
	stdout, _, _ := outcome(t, program(t, "doctor", "--out", "new/out"))
	for _, check := range []string{"library  ok", "model    ok", "scoring ", "actors   ok", "output   ok"} {
		if !strings.Contains(stdout, check) {
			t.Errorf("no %q in\n%s", check, stdout)
		}
	}
	stdout, _, code := outcome(t, program(t, "doctor", "--model", t.TempDir(), "--onnxruntime", "none.so", "-o", os.Args[0]))
	if code != exitFailed || strings.Count(stdout, " failed ") != 4 {
		t.Errorf("exit code %d:\n%s", code, stdout)
	}
}

// manyArticles is a file whose scoring takes some time.
func manyArticles(t *testing.T, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id": "n%d", "text": "Iran told %d reporters on Monday that Israel would answer %d times. Russia disagreed on point %d.", "date": "2026-05-01"}`+"\n", i, i, i, i)
	}
	return write(t, t.TempDir(), "in.jsonl", b.String())
}

// TestKill: a run that was killed at some moment, run again, gives the tables of a run that was not.
func TestKill(t *testing.T) {
	in := manyArticles(t, 300)
	args := []string{"run", "--commit-every", "8", in}
	whole := program(t, args...)
	if _, stderr, code := outcome(t, whole); code != exitOK {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	dir := t.TempDir()
	killed := 0
	for commits := 3; commits < 30 && killed < 3; commits += 8 {
		cmd := program(t, args...)
		cmd.Dir = dir
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		if !waitForCommits(dir, commits, ended) {
			break
		}
		_ = cmd.Process.Kill() // it may have ended just now
		if err := <-ended; err != nil {
			killed++
		}
	}
	if killed == 0 {
		t.Fatal("every run ended before it could be killed")
	}
	rest := program(t, args...)
	rest.Dir = dir
	if _, stderr, code := outcome(t, rest); code != exitOK {
		t.Fatalf("after %d kills: exit code %d: %s", killed, code, stderr)
	}
	sinktest.Equal(t, filepath.Join(dir, "out"), filepath.Join(whole.Dir, "out"))
}

// waitForCommits waits until the output has so many commits; false where the run ended before.
func waitForCommits(dir string, n int, ended <-chan error) bool {
	for {
		records, _ := filepath.Glob(filepath.Join(dir, "out", "_runs", "*.json")) // its only error is a bad pattern
		if len(records) >= n {
			return true
		}
		select {
		case <-ended:
			return false
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// TestInterrupt: Ctrl-C ends a run early with what is done committed, and the next run goes on.
func TestInterrupt(t *testing.T) {
	in := manyArticles(t, 6000)
	cmd := program(t, "run", "--commit-every", "50", in)
	stdout, stderr, code := outcome(t, cmd, func() {
		waitForStart(cmd.Dir)
		_ = cmd.Process.Signal(os.Interrupt) // the exit code tells whether it came in time
	})
	if code != exitInterrupted || !strings.Contains(stdout, "interrupted") || !strings.Contains(stderr, "interrupt once more") {
		t.Fatalf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
	left, err := filepath.Glob(filepath.Join(cmd.Dir, "out", "_runs", ".[tp]*"))
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// waitForStart waits until a run has made its output folder.
func waitForStart(dir string) {
	for range 6000 {
		if _, err := os.Stat(filepath.Join(dir, "out", "_runs", ".lock")); err == nil {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
