package pipeline

import (
	"context"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf8"

	"stance/datasets"
	"stance/model"
	"stance/pipeline/actor"
)

// fake is a scorer without a network: it marks the names that it knows, and its read-outs
// follow from the text alone.
type fake struct {
	before func(call int, inputs []model.Input) error // may be nil
	shift  int                                        // added to the place of each mention: a broken model
	calls  atomic.Int64
}

var fakeNames = regexp.MustCompile(`\b(Iran|Israel|Russia|Norway|the ministry|she|he|we|We|I)\b`)

func (f *fake) Score(ctx context.Context, inputs []model.Input) ([]model.Output, error) {
	call := int(f.calls.Add(1))
	if f.before != nil {
		if err := f.before(call, inputs); err != nil {
			return nil, err
		}
	}
	outputs := make([]model.Output, len(inputs))
	for i, in := range inputs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		outputs[i].Speaker = fakeLogits(in.Text)
		for _, span := range fakeNames.FindAllStringIndex(in.Text, -1) {
			start := utf8.RuneCountInString(in.Text[:span[0]]) + f.shift
			name := in.Text[span[0]:span[1]]
			outputs[i].Mentions = append(outputs[i].Mentions, model.Mention{
				Start: start, End: start + utf8.RuneCountInString(name), Confidence: 1, Logits: fakeLogits(name + in.Text),
			})
		}
	}
	return outputs, nil
}

func (f *fake) Decide(mentions ...model.Logits) model.Scores {
	pooled := model.Pool(mentions...)
	var s model.Scores
	for i := range 3 {
		s.PStance[i] = float32(1 / (1 + math.Exp(-float64(pooled.Stance[i]))))
		s.Stance[i] = s.PStance[i] >= 0.5
		s.PSentiment[i] = float32(1 / (1 + math.Exp(-float64(pooled.Sentiment[i]))))
		if s.PSentiment[i] > s.PSentiment[s.Sentiment] {
			s.Sentiment = i
		}
	}
	return s
}

func (f *fake) Stats() model.Stats { return model.Stats{Workers: 1} }

func fakeLogits(text string) model.Logits {
	h := fnv.New64a()
	h.Write([]byte(text))
	bits := h.Sum64()
	l := model.Logits{Tokens: 1 + int(bits>>60)}
	for i := range 3 {
		l.Stance[i] = float32(int8(bits>>(8*i))) / 64
		l.Sentiment[i] = float32(int8(bits>>(24+8*i))) / 64
	}
	return l
}

// config is a run over paths with a scorer, without the network and with an empty registry.
func config(t *testing.T, s Scorer, paths ...string) Config {
	t.Helper()
	return Config{
		Paths: paths, Out: filepath.Join(t.TempDir(), "out"),
		Model:  model.Info{Name: "fake", Version: "1", Hash: "fake-1"},
		Scorer: func() (Scorer, error) { return s, nil },
		Linker: func() (*actor.Linker, error) { return actor.NewLinker(&actor.Registry{}), nil },
	}
}

// registryLinker is the linker with the program's own registry.
func registryLinker(t testing.TB) *actor.Linker {
	t.Helper()
	files, err := datasets.Actors()
	if err != nil {
		t.Fatal(err)
	}
	registry, err := actor.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return actor.NewLinker(registry)
}

func mustRun(t *testing.T, cfg Config) Summary {
	t.Helper()
	s, err := Run(context.Background(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// write makes a file of lines and returns its path.
func write(t *testing.T, path string, lines ...string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
