package labelled

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// Read reads a set: a file, or a folder with all the .jsonl, .txt, .csv and .tsv files below it.
// lang is the language of sentences that do not say theirs; it may be Unknown. The error is for
// a path that cannot be read at all; lines that cannot be used are in the set's Problems.
func Read(path, lang string) (*Set, error) {
	files, err := list(path)
	if err != nil {
		return nil, err
	}
	set := &Set{Name: filepath.Base(filepath.Clean(path)), Path: path, Files: len(files)}
	sum := sha256.New()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("the labelled set cannot be read: %w", err)
		}
		fmt.Fprintf(sum, "%d\n", len(data)) // where a file ends counts, too
		sum.Write(data)
		set.add(file, bytes.TrimPrefix(data, []byte("\ufeff")), lang)
	}
	set.Hash = fmt.Sprintf("%x", sum.Sum(nil))
	set.dropDoubles()
	return set, nil
}

// list names the files of a set, sorted.
func list(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("the labelled set cannot be read: %w; name a file or a folder", err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var files []string
	err = filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && file != path
		if hidden && entry.IsDir() {
			return fs.SkipDir
		}
		if known := []string{".jsonl", ".txt", ".csv", ".tsv"}; !hidden && slices.Contains(known, filepath.Ext(file)) && !entry.IsDir() {
			files = append(files, file)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("the labelled set cannot be read: %w", err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("the folder %s holds no labelled set: it has no .jsonl, .txt, .csv or .tsv file", path)
	}
	slices.Sort(files)
	return files, nil
}

// add reads one file into the set.
func (s *Set) add(path string, data []byte, lang string) {
	if !utf8.Valid(data) {
		s.Problems = append(s.Problems, Problem{Path: path, Reason: "the file is not in UTF-8: convert it first"})
		return
	}
	before := len(s.Sentences) + len(s.Problems)
	in := source{set: s, path: path, lang: lang}
	switch filepath.Ext(path) {
	case ".csv", ".tsv":
		in.table(data)
	case ".jsonl":
		in.jsonl(data)
	default:
		in.notation(data)
	}
	if len(s.Sentences)+len(s.Problems) == before {
		s.Problems = append(s.Problems, Problem{Path: path, Reason: "the file holds no sentence"})
	}
}

// source is a file on its way into a set.
type source struct {
	set  *Set
	path string
	lang string // of sentences that do not say theirs
}

// keep adds a sentence, or the problem that it is.
func (in *source) keep(line int, sentence Sentence, err error) {
	if err == nil {
		err = sentence.check()
	}
	if err != nil {
		in.refuse(line, err)
		return
	}
	sentence.Path, sentence.Line = in.path, line
	if sentence.ID == "" {
		name := filepath.Base(in.path)
		sentence.ID = fmt.Sprintf("%s:%d", strings.TrimSuffix(name, filepath.Ext(name)), line)
	}
	in.set.Sentences = append(in.set.Sentences, sentence)
}

func (in *source) refuse(line int, err error) {
	problem := Problem{Path: in.path, Line: line, Reason: err.Error()}
	var w wrong
	if errors.As(err, &w) {
		problem.Field = w.field
	}
	in.set.Problems = append(in.set.Problems, problem)
}

// lines calls f with each line that is not blank, numbered from 1.
func lines(data []byte, f func(number int, line string)) {
	scanner := bufio.NewScanner(bytes.NewReader(data))
	scanner.Buffer(nil, len(data)+1)
	for number := 1; scanner.Scan(); number++ {
		if line := scanner.Text(); strings.TrimSpace(line) != "" {
			f(number, line)
		}
	}
}

// dropDoubles turns the second sentence of one id into a problem: predictions are told apart by it.
func (s *Set) dropDoubles() {
	first := map[string]*Sentence{}
	kept := s.Sentences[:0]
	for _, sentence := range s.Sentences {
		if was, ok := first[sentence.ID]; ok {
			s.Problems = append(s.Problems, Problem{sentence.Path, sentence.Line, "id", fmt.Sprintf("%q is the id of %s:%d, too", sentence.ID, was.Path, was.Line)})
			continue
		}
		first[sentence.ID] = &sentence
		kept = append(kept, sentence)
	}
	s.Sentences = kept
}
