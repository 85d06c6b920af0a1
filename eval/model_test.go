package eval

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"stance/datasets"
	"stance/eval/labelled"
	"stance/model"
	"stance/pipeline/actor"
)

// ownSets are labelled sets of the project that the bundled model is not trained on: single sentences, and an article.
var ownSets = []string{"../model/train/smoke.txt", "../datasets/articles/en-saotome-1983.txt"}

// reader opens the bundled model and the registry.
func reader(t *testing.T) (*model.Model, *actor.Linker) {
	t.Helper()
	var opt model.Options
	if os.Getenv("STANCE_ONNXRUNTIME") == "" { // where `make` puts it
		opt.Library = filepath.Join("..", "lib", "libonnxruntime.so")
	}
	m, err := model.Open(model.Bundled(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	files, err := datasets.Actors()
	if err != nil {
		t.Fatal(err)
	}
	registry, err := actor.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return m, actor.NewLinker(registry)
}

func read(t *testing.T, path string) *labelled.Set {
	t.Helper()
	set, err := labelled.Read(path, labelled.Unknown)
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Problems) > 0 {
		t.Fatal(set.Problems)
	}
	return set
}

// TestAloneAsInTheCrowd: a sentence gets the same predictions alone and among all others.
func TestAloneAsInTheCrowd(t *testing.T) {
	m, linker := reader(t)
	for _, path := range ownSets {
		set := read(t, path)
		many, err := Predict(context.Background(), m, linker, set.Sentences)
		if err != nil {
			t.Fatal(err)
		}
		for i, s := range set.Sentences {
			s.Article = "" // what is linked over an article is not the sentence's own
			one, err := Predict(context.Background(), m, linker, []labelled.Sentence{s})
			if err != nil {
				t.Fatal(err)
			}
			for k := range s.Actors {
				same(t, s.ID, &many[i].Actors[k].Scores, &one[0].Actors[k].Scores)
			}
			if len(one[0].Found) != len(many[i].Found) {
				t.Errorf("%s: %d mentions found alone, %d among others", s.ID, len(one[0].Found), len(many[i].Found))
				continue
			}
			for k, f := range one[0].Found {
				if f.Span != many[i].Found[k].Span {
					t.Errorf("%s: found %v alone, %v among others", s.ID, f.Span, many[i].Found[k].Span)
				}
				if set.Sentences[i].Article == "" {
					same(t, s.ID, &f.Scores, &many[i].Found[k].Scores)
				}
			}
		}
	}
}

func same(t *testing.T, id string, a, b *model.Scores) {
	t.Helper()
	for i := range 3 {
		if math.Abs(float64(a.PStance[i]-b.PStance[i])) > 1e-4 || math.Abs(float64(a.PSentiment[i]-b.PSentiment[i])) > 1e-4 {
			t.Errorf("%s: %v %v alone, %v %v among others", id, a.PStance, a.PSentiment, b.PStance, b.PSentiment)
		}
	}
}

// TestKnowsWhoDoesWhat: the model must be clearly above the reader that is blind to targets.
func TestKnowsWhoDoesWhat(t *testing.T) {
	m, linker := reader(t)
	set := read(t, ownSets[0])
	predictions, err := Predict(context.Background(), m, linker, set.Sentences)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Score(set, predictions)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range r.Baselines {
		if b.Stance.MacroF1 > r.Stance.MacroF1-0.05 {
			t.Errorf("stance macro-F1 is %.3f, that of %s %.3f", r.Stance.MacroF1, b.Name, b.Stance.MacroF1)
		}
	}
}
