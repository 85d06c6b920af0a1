package model

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// openTest opens the bundled model.
func openTest(t testing.TB, opt Options) *Model {
	t.Helper()
	opt.Library = testLibrary(t)
	m, err := Open(Bundled(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

// testLibrary is the path of ONNX Runtime's library, from $STANCE_ONNXRUNTIME or where `make` puts it.
func testLibrary(t testing.TB) string {
	t.Helper()
	if path := os.Getenv(libraryEnv); path != "" {
		return path
	}
	path := filepath.Join("..", "lib", "libonnxruntime.so")
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("ONNX Runtime's library is missing (%v): `make lib/libonnxruntime.so` fetches it, %s names another", err, libraryEnv)
	}
	return path
}

// realTexts are lines of news in 13 languages.
func realTexts(t testing.TB) []string {
	t.Helper()
	type vector struct{ Text string }
	var texts []string
	for _, v := range readVectors[vector](t, "testdata/clean_vectors.jsonl") {
		if strings.Count(v.Text, " ") > 4 || len(v.Text) > 60 {
			texts = append(texts, v.Text)
		}
	}
	return texts
}

// near compares outputs; logits may differ by tolerance.
func near(a, b Output, tolerance float64) bool {
	logits := func(a, b Logits) bool {
		for i := range 3 {
			if math.Abs(float64(a.Stance[i]-b.Stance[i])) > tolerance || math.Abs(float64(a.Sentiment[i]-b.Sentiment[i])) > tolerance {
				return false
			}
		}
		return a.Tokens == b.Tokens
	}
	return logits(a.Speaker, b.Speaker) && slices.EqualFunc(a.Mentions, b.Mentions, func(a, b Mention) bool {
		return a.Start == b.Start && a.End == b.End && math.Abs(float64(a.Confidence-b.Confidence)) <= tolerance && logits(a.Logits, b.Logits)
	})
}

// TestBatchInvariance scores sentences alone and together, with given spans so that all of
// each sentence is compared.
func TestBatchInvariance(t *testing.T) {
	m := openTest(t, Options{Remember: -1})
	var inputs []Input
	for i, text := range realTexts(t) {
		if i%5 == 0 {
			text = strings.Repeat(text+" ", 1+i/10) // some need windows
		}
		n := len([]rune(text))
		inputs = append(inputs, Input{Text: text, Spans: [][2]int{{0, n}, {0, n / 3}, {n / 3, n / 2}, {n / 2, n}}}, Input{Text: text})
	}
	together, err := m.Score(context.Background(), inputs)
	if err != nil {
		t.Fatal(err)
	}
	for i, in := range inputs {
		alone, err := m.Score(context.Background(), []Input{in})
		if err != nil {
			t.Fatal(err)
		}
		if !near(alone[0], together[i], 1e-4) {
			t.Errorf("%q alone: %v\nand in a batch: %v", in.Text, alone[0], together[i])
		}
	}
}

// TestScoreVectors compares ids and logits with those of the Python reference, in padded batches.
func TestScoreVectors(t *testing.T) {
	type vector struct {
		Text                    string
		IDs                     []int64
		Tags, Stance, Sentiment [][3]float32
	}
	m := openTest(t, Options{})
	vectors := make(map[*sentence]vector)
	var rows []row
	for _, v := range readVectors[vector](t, "testdata/score_vectors.jsonl") {
		tokens, err := m.pieces.tokenize(v.Text)
		if err != nil {
			t.Fatal(err)
		}
		ids := []int64{clsID}
		for _, k := range tokens {
			ids = append(ids, k.id)
		}
		if ids = append(ids, sepID); !slices.Equal(ids, v.IDs) {
			t.Errorf("%q has ids %v, want %v", v.Text, ids, v.IDs)
			continue
		}
		if len(ids) > m.info.MaxLength {
			t.Fatalf("%q has %d tokens: too many for one pass", v.Text, len(ids))
		}
		s := &sentence{tokens: tokens}
		vectors[s] = v
		rows = append(rows, row{sentence: s, window: window{end: len(tokens)}})
	}
	worst := 0.0
	for _, planned := range plan(rows, m.budget) {
		b := newBatch(m.budget)
		b.fill(planned)
		if err := m.run(context.Background(), b); err != nil {
			t.Fatal(err)
		}
		for i, r := range planned {
			v := vectors[r.sentence]
			for k := range v.IDs {
				got := b.readout(i, k)
				for j := range 3 {
					for _, d := range []float32{got.tags[j] - v.Tags[k][j], got.stance[j] - v.Stance[k][j], got.sentiment[j] - v.Sentiment[k][j]} {
						worst = max(worst, math.Abs(float64(d)))
					}
				}
			}
		}
	}
	if t.Logf("the worst difference is %.2g", worst); worst > 2e-3 {
		t.Errorf("logits differ from Python's by up to %.2g, want at most 2e-3", worst)
	}
}

// TestSessionStops cancels a run that would take long.
func TestSessionStops(t *testing.T) {
	m := openTest(t, Options{Workers: 1, Remember: -1})
	var inputs []Input
	for i := range 20 {
		for _, text := range realTexts(t) {
			inputs = append(inputs, Input{Text: text + strings.Repeat(" .", i)})
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := m.Score(ctx, inputs); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want context.DeadlineExceeded", err)
	}
	if _, err := m.Score(context.Background(), inputs[:1]); err != nil {
		t.Errorf("after a cancelled call: %v", err)
	}
}

func TestOpenRefusesNetwork(t *testing.T) {
	library := testLibrary(t)
	files := map[string]string{networkFile: "no network", vocabFile: testVocab()}
	_, err := Open(testFiles(t, testManifest(files), files), Options{Library: library})
	if err == nil || !strings.Contains(err.Error(), "cannot load model.onnx") {
		t.Errorf("error %v, want one that names model.onnx", err)
	}
	if _, err := Open(testFiles(t, testManifest(files), files), Options{Library: "bundle_test.go"}); err == nil || !strings.Contains(err.Error(), "already") {
		t.Errorf("error %v, want one that says a library is loaded already", err)
	}
}
