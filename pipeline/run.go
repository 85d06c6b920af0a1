// Package pipeline joins the stages: articles are read, cut into sentences, scored, linked to
// actors and written.
//
// Reading and cutting, scoring, and linking and writing go on at the same time, a window of
// sentences apart. What is held at a time is bounded by the windows, not by the input.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/rs/zerolog"

	"stance/model"
	"stance/pipeline/actor"
	"stance/pipeline/article"
	"stance/pipeline/sink"
)

// DefaultCommitEvery is how many articles a commit takes where Config does not say.
const DefaultCommitEvery = 2000

// Config says what a run reads, with what and whereto. Paths, Out, Model, Scorer and Linker are
// needed; the zero values of the others are good.
type Config struct {
	Paths []string        // files, folders, globs or "-", as article.List takes them
	Input article.Options // how they are read
	Out   string          // output folder, made where it is missing

	Model       model.Info                    // of the model that Scorer opens: an article scored by another one is scored again
	Scorer      func() (Scorer, error)        // opens the model; called at most once, and only if there is something to score
	Linker      func() (*actor.Linker, error) // makes the linker; the same
	Program     string                        // version of the program, for the files' metadata
	RunDate     time.Time                     // date of articles that have none; zero means now
	Force       bool                          // score articles that are unchanged, too
	CommitEvery int                           // articles a commit; 0 means DefaultCommitEvery
	Progress    func(Progress)                // called after every window, from one goroutine; may be nil
	Log         zerolog.Logger                // the zero value writes nothing
}

// Scorer is a model as a run needs it: *model.Model is one.
type Scorer interface {
	Score(ctx context.Context, inputs []model.Input) ([]model.Output, error)
	Decide(mentions ...model.Logits) model.Scores
	Stats() model.Stats
}

// Progress says how far a run is. The bytes are those of the input as stored, up to the last
// article that is done with.
type Progress struct {
	Bytes, Total int64 // Total is 0 where nothing is known of it, as with standard input
	Articles     int   // read, the unchanged ones included
	Sentences    int   // scored
	Mentions     int
	Rejects      int
}

// maxPending is how many windows may be in work after reading: one is written while the next
// is scored, or both are scored, so that the workers do not wait when one ends.
const maxPending = 2

// Run reads the articles behind cfg.Paths, scores those that are new or changed and puts them
// into the tables of cfg.Out.
//
// An input that cannot be used is a reject and the run goes on. A model that fails or a table
// that cannot be written ends it with an error; what was committed before stays. Where ctx ends,
// Run reads no further, finishes what is being scored, commits it and returns a Summary that
// says Interrupted, without an error. It does not wait for a read that blocks (a pipe nobody
// writes to); that goroutine is left behind.
func Run(ctx context.Context, cfg Config) (_ Summary, err error) {
	began := time.Now()
	if cfg.CommitEvery <= 0 {
		cfg.CommitEvery = DefaultCommitEvery
	}
	store, err := sink.Open(cfg.Out, sink.Meta{
		Program: cfg.Program, ModelHash: cfg.Model.Hash, RunDate: cfg.RunDate, Force: cfg.Force,
	})
	if err != nil {
		return Summary{}, err
	}
	defer func() {
		if e := store.Close(); e != nil {
			err = errors.Join(err, fmt.Errorf("closing the output folder failed: %w", e))
		}
	}()
	r := newRun(cfg, store)
	if err := r.loop(ctx); err != nil {
		return Summary{}, err
	}
	return r.summary(time.Since(began)), nil
}

// run is the state of one Run.
type run struct {
	cfg    Config
	store  *sink.Store
	flight flight
	total  int64 // bytes of all sources

	scorer func() (Scorer, error)
	linker func() (*actor.Linker, error)
	model  Scorer // nil while nothing was scored

	commit *sink.Commit // nil where none is open
	added  int          // articles of the open commit
	tally  tally
}

func newRun(cfg Config, store *sink.Store) *run {
	return &run{
		cfg: cfg, store: store,
		scorer: sync.OnceValues(cfg.Scorer), linker: sync.OnceValues(cfg.Linker),
		tally: newTally(),
	}
}

// loop takes windows from the reader, has them scored and writes them in their order.
func (r *run) loop(ctx context.Context) error {
	// Scoring and committing outlive an interrupt, but not a failure.
	work, stop := context.WithCancel(context.WithoutCancel(ctx))
	var scoring sync.WaitGroup
	defer scoring.Wait()
	defer stop()
	reading, stopReading := context.WithCancel(ctx)
	defer stopReading()

	read := r.read(reading)
	var pending []*window
	for read != nil || len(pending) > 0 {
		next, head := read, (chan struct{})(nil)
		if len(pending) == maxPending {
			next = nil
		}
		if len(pending) > 0 {
			head = pending[0].scored
		}
		interrupt := ctx.Done()
		if read == nil {
			interrupt = nil
		}
		select {
		case w, ok := <-next:
			if !ok {
				read = nil
				break
			}
			scoring.Go(func() { r.score(work, w) })
			pending = append(pending, w)
		case <-head:
			if err := r.write(work, pending[0]); err != nil {
				return err
			}
			pending = pending[1:]
		case <-interrupt:
			r.tally.Interrupted = true
			read = nil
		}
	}
	return r.finish(work)
}
