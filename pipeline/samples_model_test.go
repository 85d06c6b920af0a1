package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/sinktest"
)

// modelOptions name ONNX Runtime's library where `make` puts it, unless the environment names another.
func modelOptions() model.Options {
	if os.Getenv("STANCE_ONNXRUNTIME") != "" {
		return model.Options{}
	}
	return model.Options{Library: filepath.Join("..", "lib", "libonnxruntime.so")}
}

func openModel(t testing.TB, opt model.Options) *model.Model {
	t.Helper()
	m, err := model.Open(model.Bundled(), opt)
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

func TestSamplesModel(t *testing.T) {
	m := openModel(t, modelOptions())
	cfg, all := runSamples(t, m, m.Info())
	checkOffsets(t, cfg.Out)
	links, speakers := checkLinks(t, all)
	var found, stances tallyOf
	for _, s := range all {
		for _, want := range s.Stances {
			rows := s.at(want.place)
			found.add(t, len(rows) > 0, "mention: %s: %q is not found in %q", s.Article, want.Mention, want.Sentence)
			right := slices.ContainsFunc(rows, func(m sinktest.Row) bool { return slices.Equal(stanceOf(m), want.Stance) })
			stances.add(t, right, "stance: %s: %q in %q, want %v", s.Article, want.Mention, want.Sentence, want.Stance)
		}
	}
	found.require(t, "mentions", foundByModel)
	stances.require(t, "stances", stancesByModel)
	links.require(t, "links", linksByModel)
	speakers.require(t, "speakers", speakersByModel)
}

// stanceOf lists a row's stances in the order of model.StanceNames.
func stanceOf(m sinktest.Row) []string {
	shown := []string{}
	for _, name := range model.StanceNames {
		if m[name] == "true" {
			shown = append(shown, name)
		}
	}
	return shown
}

// TestModelWorkers: rows do not depend on how the work is divided.
func TestModelWorkers(t *testing.T) {
	linker := registryLinker(t)
	var first Config
	for i, opt := range []model.Options{{Workers: 1}, {Workers: 3, TokenBudget: 300}} {
		opt.Library = modelOptions().Library
		m := openModel(t, opt)
		cfg := config(t, m, datasetsDir+"/samples")
		cfg.Model = m.Info()
		cfg.Linker = func() (*actor.Linker, error) { return linker, nil }
		s := mustRun(t, cfg)
		if s.Scored.Workers != opt.Workers || s.Scored.Tokens == 0 || s.ModelShare() <= 0 || s.ModelShare() > 1 {
			t.Errorf("%+v: %+v", opt, s.Scored)
		}
		if i == 0 {
			first = cfg
			continue
		}
		sinktest.Equal(t, cfg.Out, first.Out)
		before := sinktest.Files(t, cfg.Out)
		if again := mustRun(t, cfg); again.Unchanged != again.Read || len(sinktest.Files(t, cfg.Out)) != len(before) {
			t.Errorf("again: %+v", again)
		}
	}
}
