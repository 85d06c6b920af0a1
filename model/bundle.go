package model

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Files of a bundle.
const (
	manifestFile = "bundle.json"
	networkFile  = "model.onnx"
	vocabFile    = "vocab.txt"
)

// bundleFormat is the format of bundle.json that this program reads.
const bundleFormat = 1

//go:embed bundle
var embedded embed.FS

// Bundled is the model that the program carries in itself.
func Bundled() fs.FS {
	bundle, err := fs.Sub(embedded, "bundle")
	if err != nil { // only for a malformed name
		panic(err)
	}
	return bundle
}

// Info says which model this is and what is known about it.
type Info struct {
	Name         string         `json:"name"`
	Version      string         `json:"version"`
	Hash         string         `json:"hash"`
	Languages    []string       `json:"languages"`
	MaxLength    int            `json:"max_length"` // tokens of one pass, [CLS] and [SEP] included
	TrainingData []any          `json:"training_data,omitempty"`
	Scores       map[string]any `json:"scores,omitempty"` // as bundle.json has them
}

// manifest is bundle.json.
type manifest struct {
	Format       int               `json:"format"`
	Name         string            `json:"name"`
	Version      string            `json:"version"`
	Files        map[string]string `json:"files"` // name -> hex SHA-256
	Languages    []string          `json:"languages"`
	MaxLength    int               `json:"max_length"`
	Calibration  calibration       `json:"calibration"`
	TrainingData []any             `json:"training_data"`
	Scores       map[string]any    `json:"scores"`
}

// bundle is a bundle's content, checked.
type bundle struct {
	manifest
	hash    string
	network []byte
	vocab   string
}

// Describe says which model a bundle holds, by its bundle.json alone: the other files are
// neither loaded nor checked, which makes it quick.
func Describe(files fs.FS) (Info, error) {
	b, err := readManifest(files)
	if err != nil {
		return Info{}, err
	}
	return b.info(), nil
}

// Verify reads a bundle whole, checks each file against its SHA-256 and says which model it is.
// It does not load the network.
func Verify(files fs.FS) (Info, error) {
	b, err := readBundle(files)
	if err != nil {
		return Info{}, err
	}
	return b.info(), nil
}

// info is what a bundle tells of its model.
func (b *bundle) info() Info {
	return Info{
		Name: b.Name, Version: b.Version, Hash: b.hash, Languages: b.Languages, MaxLength: b.MaxLength,
		TrainingData: b.TrainingData, Scores: b.Scores,
	}
}

// readManifest reads a bundle's bundle.json and refuses one that is incomplete or of another format.
func readManifest(files fs.FS) (*bundle, error) {
	data, err := fs.ReadFile(files, manifestFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the model bundle has no %s: make it with model/train, or name a folder that holds a bundle", manifestFile)
	}
	if err != nil {
		return nil, fmt.Errorf("the model bundle's %s cannot be read: %w", manifestFile, err)
	}
	b := &bundle{hash: hexHash(data)}
	if err := json.Unmarshal(data, &b.manifest); err != nil {
		return nil, fmt.Errorf("the model bundle's %s is not valid: %w; make the bundle again or fetch it anew", manifestFile, err)
	}
	if b.Format != bundleFormat {
		return nil, fmt.Errorf("the model bundle has format %d, this program reads format %d: use a bundle and a program of the same release", b.Format, bundleFormat)
	}
	if missing := b.missing(); missing != "" {
		return nil, fmt.Errorf("the model bundle's %s has no valid %q: make the bundle again with model/train", manifestFile, missing)
	}
	return b, nil
}

// readBundle reads a bundle and refuses one that is incomplete, damaged or of another format.
func readBundle(files fs.FS) (*bundle, error) {
	b, err := readManifest(files)
	if err != nil {
		return nil, err
	}
	for name, want := range b.Files {
		content, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("the model bundle's file %s cannot be read: %w; copy the bundle again, whole", name, err)
		}
		if got := hexHash(content); !strings.EqualFold(got, want) {
			return nil, fmt.Errorf("the model bundle's file %s has SHA-256 %s, but %s says %s: the file is damaged or of another bundle; copy the bundle again, whole", name, got, manifestFile, want)
		}
		switch name {
		case networkFile:
			b.network = content
		case vocabFile:
			b.vocab = string(content)
		}
	}
	return b, nil
}

// minLength is the least max_length that leaves room for windows with an overlap.
const minLength = 8

// missing names the first field that is absent or cannot be right, empty where there is none.
func (m *manifest) missing() string {
	c := m.Calibration
	positive := func(x float64) bool { return x > 0 }
	fields := []struct {
		name  string
		valid bool
	}{
		{"name", m.Name != ""},
		{"version", m.Version != ""},
		{"files." + networkFile, m.Files[networkFile] != ""},
		{"files." + vocabFile, m.Files[vocabFile] != ""},
		{"languages", len(m.Languages) > 0 && !slices.Contains(m.Languages, "")},
		{"max_length", m.MaxLength >= minLength},
		{"calibration.stance.temperature", len(c.Stance.Temperature) == 3 && all(c.Stance.Temperature, positive)},
		{"calibration.stance.threshold", len(c.Stance.Threshold) == 3 && all(c.Stance.Threshold, positive)},
		{"calibration.sentiment.temperature", positive(c.Sentiment.Temperature)},
		{"calibration.sentiment.bias", len(c.Sentiment.Bias) == 3},
		{"calibration.mention.bias", c.Mention.Bias != nil},
	}
	for _, f := range fields {
		if !f.valid {
			return f.name
		}
	}
	return ""
}

func all(xs []float64, ok func(float64) bool) bool {
	return !slices.ContainsFunc(xs, func(x float64) bool { return !ok(x) })
}

func hexHash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
