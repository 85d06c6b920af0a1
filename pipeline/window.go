package pipeline

import (
	"context"
	"fmt"
	"sync"

	"stance/model"
	"stance/pipeline/article"
	"stance/pipeline/sentence"
)

// A window is closed by the first of these that it reaches. Sentences are sorted by length
// within a window, which pays from about a thousand on; the two others bound its memory where
// articles are long or have nothing to score.
const (
	windowSentences = 2048
	windowBytes     = 8 << 20 // of articles' texts
	windowEntries   = 8192
)

// window is a stretch of the input on its way through the stages.
type window struct {
	entries []entry
	inputs  []model.Input // the sentences of all its articles
	bytes   int           // of their texts

	read, unchanged, badDates int   // articles
	offset                    int64 // bytes of all sources up to its end

	scored  chan struct{} // closed when outputs or err are there
	outputs []model.Output
	err     error
}

// entry is an article, a reject, or the end of a source.
type entry struct {
	article   *article.Article
	sentences []sentence.Sentence // of the article
	first     int                 // position of its first sentence in the window's inputs

	reject *article.Reject
	ended  string // path of a source that was read to its end
}

func newWindow() *window { return &window{scored: make(chan struct{})} }

func (w *window) full() bool {
	return len(w.inputs) >= windowSentences || w.bytes >= windowBytes ||
		len(w.entries) >= windowEntries || w.read >= windowEntries
}

// add takes an article with its sentences.
func (w *window) add(a *article.Article, sentences []sentence.Sentence) {
	w.entries = append(w.entries, entry{article: a, sentences: sentences, first: len(w.inputs)})
	w.bytes += len(a.Text)
	for _, s := range sentences {
		w.inputs = append(w.inputs, model.Input{Text: s.Text})
	}
}

// score fills in the window's outputs. The model and the linker are loaded, side by side, when
// they are first needed.
func (r *run) score(ctx context.Context, w *window) {
	defer close(w.scored)
	if len(w.inputs) == 0 {
		return
	}
	go r.linker() // the writer asks again, for the outcome
	m, err := r.scorer()
	if err != nil {
		w.err = err
		return
	}
	w.err = guard(func() (err error) {
		w.outputs, err = m.Score(ctx, w.inputs)
		return err
	})
	if w.err == nil && len(w.outputs) != len(w.inputs) {
		w.err = fmt.Errorf("it returned %d outputs for %d sentences", len(w.outputs), len(w.inputs))
	}
	if w.err != nil {
		w.err = fmt.Errorf("the model failed: %w; what was committed stays, so run again to go on, and `stance doctor` checks the model", w.err)
	}
}

// guard turns a panic of f into an error: one article must not end the run of all the others.
func guard(f func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error: %v", p)
		}
	}()
	return f()
}

// flight knows the articles that are read but not yet written, which the store knows nothing of.
// The zero value is ready to use.
type flight struct {
	mu  sync.Mutex
	ids map[string]int
}

func (f *flight) enter(id string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ids == nil {
		f.ids = map[string]int{}
	}
	f.ids[id]++
}

func (f *flight) leave(id string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ids[id]--; f.ids[id] == 0 {
		delete(f.ids, id)
	}
}

func (f *flight) has(id string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.ids[id] > 0
}
