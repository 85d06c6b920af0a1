package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const labels = `%lang: en
a	wire	[[Caracas|H|0]] expelled [[three diplomats|-|0]] and recalled its ambassador on Tuesday.
b	wire	[[Norway|C|0]] offered to host talks between [[both sides|-|0]] in the spring.
c	wire	The [[rebels|HD|0|1]] said [[they|HD|0|1]] would not reopen the road unless the [[army|-|0]] pulled back.
`

func TestEval(t *testing.T) {
	dir := t.TempDir()
	set := write(t, dir, "labels.txt", labels)
	page, predictions := filepath.Join(dir, "page.html"), filepath.Join(dir, "predictions.jsonl")
	stdout, stderr, code := outcome(t, program(t, "eval", "--html", page, "--predictions", predictions, set))
	if code != exitOK || stderr != "" {
		t.Fatalf("exit code %d, stderr %q", code, stderr)
	}
	for _, want := range []string{"labels.txt: 3 sentences, 6 actors, 7 mentions", "target-blind", "lexicon", "prior", "majority", "not scored: linking"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("no %q in\n%s", want, stdout)
		}
	}
	if html, err := os.ReadFile(page); err != nil || !strings.Contains(string(html), "labels.txt") {
		t.Errorf("the page: %v", err)
	}
	stdout, _, code = outcome(t, program(t, "eval", "--json", set))
	var report struct {
		Model struct {
			Hash string `json:"sha256"`
		} `json:"model"`
		Program string `json:"program"`
		Sets    []struct {
			Hash      string `json:"sha256"`
			Sentences int    `json:"sentences"`
		} `json:"sets"`
	}
	if err := json.Unmarshal([]byte(stdout), &report); code != exitOK || err != nil || len(report.Sets) != 1 || report.Sets[0].Sentences != 3 {
		t.Fatalf("exit code %d, %v, %+v", code, err, report)
	}
	if len(report.Model.Hash) != 64 || len(report.Sets[0].Hash) != 64 || report.Program == "" {
		t.Errorf("%+v does not say what was scored with what", report)
	}
	stdout, stderr, code = outcome(t, program(t, "eval", "--compare", "bundled", predictions, set))
	if code != exitOK || !strings.Contains(stdout, "3 sentences are too few to tell") || !strings.Contains(stdout, "+0.000 [+0.000, +0.000]") {
		t.Errorf("a model and its own predictions: exit code %d, %s%s", code, stdout, stderr)
	}
}

func TestEvalNamesWhatItCannotUse(t *testing.T) {
	set := write(t, t.TempDir(), "labels.txt", labels+"[[Iran|X|0]] left.\n")
	stdout, stderr, code := outcome(t, program(t, "eval", set))
	if code != exitRejects || !strings.Contains(stderr, `labels.txt:5: field "stance": "X" is not`) || !strings.Contains(stdout, "rejects: 1 lines") {
		t.Errorf("exit code %d, stderr %q, stdout\n%s", code, stderr, stdout)
	}
}

func TestEvalGate(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "labels.txt", labels)
	gate := write(t, dir, "gate.json", `{"about": "", "sets": [{"set": "labels.txt", "expect": {"mention.f1": {"value": 1.5, "tolerance": 0.1}}}]}`)
	stdout, stderr, code := outcome(t, program(t, "eval", "--quality-gate", gate))
	if code != exitFailed || !strings.Contains(stdout, "WORSE") || !strings.Contains(stderr, "1 of 1 figures are worse") {
		t.Errorf("exit code %d, stderr %q, stdout\n%s", code, stderr, stdout)
	}
	if _, stderr, code = outcome(t, program(t, "eval", "--quality-gate", gate, "--update")); code != exitOK {
		t.Errorf("update: exit code %d, %s", code, stderr)
	}
	if stdout, stderr, code = outcome(t, program(t, "eval", "--quality-gate", gate)); code != exitOK || strings.Contains(stdout, "WORSE") {
		t.Errorf("exit code %d, stderr %q, stdout\n%s", code, stderr, stdout)
	}
}

// TestBundleIsAsGoodAsExpected holds the bundled model to the figures that the repository keeps.
func TestBundleIsAsGoodAsExpected(t *testing.T) {
	gate, err := filepath.Abs(filepath.Join("..", "..", "datasets", "gate.json"))
	if err != nil {
		t.Fatal(err)
	}
	if stdout, stderr, code := outcome(t, program(t, "eval", "--quality-gate", gate)); code != exitOK {
		t.Errorf("exit code %d: %s%s", code, stdout, stderr)
	}
}

func TestEvalUsage(t *testing.T) {
	dir := t.TempDir()
	set := write(t, dir, "labels.txt", labels)
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"eval"}, "nothing to score"},
		{[]string{"eval", filepath.Join(dir, "none")}, "name a file or a folder"},
		{[]string{"eval", "--split", "valid", set}, "train, dev or test"},
		{[]string{"eval", "--split", "dev", set}, "no sentence of the split dev"},
		{[]string{"eval", "--lang", "xx", set}, "--lang xx"},
		{[]string{"eval", set, set}, "same name"},
		{[]string{"eval", "--compare", "bundled", set}, "two models"},
		{[]string{"eval", "--compare", "--html", "x", "bundled", "bundled", set}, "leave out"},
		{[]string{"eval", "--quality-gate", set, set}, "give it alone"},
		{[]string{"eval", "--quality-gate", set}, "not usable"},
		{[]string{"eval", "--update", set}, "--quality-gate"},
		{[]string{"convert", set}, "SET OUT"},
		{[]string{"convert", set, "out.doc"}, ".jsonl or .txt"},
	} {
		refuses(t, c.args, c.says)
	}
}

func TestEvalFailures(t *testing.T) {
	dir := t.TempDir()
	set := write(t, dir, "labels.txt", labels)
	other := write(t, dir, "other.jsonl", `{"id":"a","set":"other.txt","actors":[]}`+"\n")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"eval", "--html", filepath.Join(dir, "no", "page.html"), set}, "cannot be written"},
		{[]string{"eval", "--compare", "bundled", other, set}, `no prediction of the sentence "a"`},
		{[]string{"eval", "--model", dir, set}, "bundle.json"},
		{[]string{"eval", write(t, dir, "empty.txt", "# nothing\n")}, "no usable sentence"},
	} {
		_, stderr, code := outcome(t, program(t, c.args...))
		if code != exitFailed || !strings.Contains(stderr, c.says) {
			t.Errorf("%q: exit code %d, want %d with %q; stderr %q", c.args, code, exitFailed, c.says, stderr)
		}
	}
}

func TestConvert(t *testing.T) {
	dir := t.TempDir()
	set := write(t, dir, "labels.txt", labels)
	lines, back := filepath.Join(dir, "labels.jsonl"), filepath.Join(dir, "back.txt")
	for _, args := range [][]string{{"convert", set, lines}, {"convert", lines, back}} {
		if stdout, stderr, code := outcome(t, program(t, args...)); code != exitOK || !strings.HasSuffix(stdout, ": 3 sentences\n") {
			t.Fatalf("%q: exit code %d, %s%s", args, code, stdout, stderr)
		}
	}
	if text, err := os.ReadFile(back); err != nil || string(text) != labels {
		t.Errorf("came back as %q (%v)", text, err)
	}
}

func TestCheckAndAgree(t *testing.T) {
	dir := t.TempDir()
	set := write(t, dir, "labels.txt", labels)
	stdout, stderr, code := outcome(t, program(t, "check", "--tags", set))
	if code != exitOK || stderr != "" || !strings.Contains(stdout, "no problems") || !strings.Contains(stdout, "en: wire 3") {
		t.Errorf("exit code %d, stderr %q, stdout\n%s", code, stderr, stdout)
	}
	_, stderr, code = outcome(t, program(t, "check", set, "--against", set))
	if code != exitRejects || strings.Count(stderr, "stands at") != 3 {
		t.Errorf("a set against itself: exit code %d, stderr %q", code, stderr)
	}
	second := write(t, dir, "second.txt", strings.Replace(labels, "Norway|C|0", "Norway|-|p", 1))
	stdout, stderr, code = outcome(t, program(t, "agree", set, second))
	if code != exitOK || stderr != "" || !strings.Contains(stdout, "7 / 7  1.000") || !strings.Contains(stdout, "0.857") {
		t.Errorf("exit code %d, stderr %q, stdout\n%s", code, stderr, stdout)
	}
	refuses(t, []string{"check"}, "one set")
	refuses(t, []string{"agree", set}, "FIRST SECOND")
	refuses(t, []string{"agree", set, filepath.Join(dir, "none")}, "name a file or a folder")
}
