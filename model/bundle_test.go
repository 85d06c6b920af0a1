package model

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"
)

// testManifest is a valid bundle.json for the files, which may be changed before it is written.
func testManifest(files map[string]string) map[string]any {
	hashes := map[string]any{}
	for name, content := range files {
		hashes[name] = hexHash([]byte(content))
	}
	return map[string]any{
		"format": 1, "name": "test", "version": "1", "files": hashes, "languages": []string{"en", "fa"}, "max_length": 16,
		"calibration": map[string]any{
			"stance":    map[string]any{"temperature": []float64{1, 1, 1}, "threshold": []float64{0.5, 0.5, 0.5}},
			"sentiment": map[string]any{"temperature": 1, "bias": []float64{0, 0, 0}},
			"mention":   map[string]any{"bias": 0},
		},
		"training_data": []string{"none"}, "scores": map[string]any{"f1": 0.5},
	}
}

func testFiles(t *testing.T, manifest map[string]any, files map[string]string) fstest.MapFS {
	t.Helper()
	data, err := json.Marshal(manifest)
	if err != nil {
		t.Fatal(err)
	}
	all := fstest.MapFS{manifestFile: {Data: data}}
	for name, content := range files {
		all[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return all
}

func TestReadBundle(t *testing.T) {
	files := map[string]string{networkFile: "network", vocabFile: "vocab"}
	all := testFiles(t, testManifest(files), files)
	b, err := readBundle(all)
	if err != nil {
		t.Fatal(err)
	}
	if string(b.network) != "network" || b.vocab != "vocab" || b.MaxLength != 16 || b.hash != hexHash(all[manifestFile].Data) {
		t.Errorf("the bundle was read as %+v", b)
	}
}

func TestBundleIsRefused(t *testing.T) {
	files := map[string]string{networkFile: "network", vocabFile: "vocab"}
	tests := []struct {
		name   string
		change func(manifest map[string]any, all fstest.MapFS) // called before and after bundle.json is written
		want   []string
	}{
		{"no manifest", func(_ map[string]any, all fstest.MapFS) { delete(all, manifestFile) }, []string{"no bundle.json", "model/train"}},
		{"not JSON", func(_ map[string]any, all fstest.MapFS) { all[manifestFile].Data = []byte("{") }, []string{"bundle.json is not valid"}},
		{"other format", func(m map[string]any, _ fstest.MapFS) { m["format"] = 2 }, []string{"format 2", "format 1"}},
		{"file is missing", func(_ map[string]any, all fstest.MapFS) { delete(all, vocabFile) }, []string{"vocab.txt cannot be read", "copy the bundle again"}},
		{"file differs", func(_ map[string]any, all fstest.MapFS) { all[networkFile].Data = []byte("other") },
			[]string{"model.onnx has SHA-256 " + hexHash([]byte("other")), "says " + hexHash([]byte("network")), "copy the bundle again"}},
		{"no name", func(m map[string]any, _ fstest.MapFS) { delete(m, "name") }, []string{`"name"`}},
		{"no version", func(m map[string]any, _ fstest.MapFS) { delete(m, "version") }, []string{`"version"`}},
		{"network is not listed", func(m map[string]any, _ fstest.MapFS) { delete(m["files"].(map[string]any), networkFile) }, []string{`"files.model.onnx"`}},
		{"no languages", func(m map[string]any, _ fstest.MapFS) { m["languages"] = []string{} }, []string{`"languages"`}},
		{"no length", func(m map[string]any, _ fstest.MapFS) { delete(m, "max_length") }, []string{`"max_length"`}},
		{"no temperature", func(m map[string]any, _ fstest.MapFS) { calibrationOf(m, "stance")["temperature"] = []float64{1, 1} }, []string{"stance.temperature"}},
		{"no threshold", func(m map[string]any, _ fstest.MapFS) { delete(calibrationOf(m, "stance"), "threshold") }, []string{"stance.threshold"}},
		{"no sentiment temperature", func(m map[string]any, _ fstest.MapFS) { calibrationOf(m, "sentiment")["temperature"] = 0 }, []string{"sentiment.temperature"}},
		{"no sentiment bias", func(m map[string]any, _ fstest.MapFS) { delete(calibrationOf(m, "sentiment"), "bias") }, []string{"sentiment.bias"}},
		{"no mention bias", func(m map[string]any, _ fstest.MapFS) { delete(calibrationOf(m, "mention"), "bias") }, []string{"mention.bias"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			manifest := testManifest(files)
			tt.change(manifest, testFiles(t, manifest, files))
			all := testFiles(t, manifest, files)
			tt.change(manifest, all)
			_, err := Open(all, Options{})
			if err == nil {
				t.Fatal("the bundle was accepted")
			}
			for _, w := range tt.want {
				if !strings.Contains(err.Error(), w) {
					t.Errorf("error %q does not say %q", err, w)
				}
			}
		})
	}
}

func calibrationOf(manifest map[string]any, part string) map[string]any {
	return manifest["calibration"].(map[string]any)[part].(map[string]any)
}

func TestOpenWithoutLibrary(t *testing.T) {
	files := map[string]string{networkFile: "network", vocabFile: testVocab()}
	_, err := Open(testFiles(t, testManifest(files), files), Options{Library: "testdata/none.so"})
	if err == nil || !strings.Contains(err.Error(), "testdata/none.so") {
		t.Errorf("error %v, want one that names the library", err)
	}
}
